import type { Page } from "@playwright/test";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { releaseToBoth } from "@/db/commands/couples/release-to-both";
import { hashPassword } from "@/db/password";
import { expectAccessible } from "./accessible";
import { daysAgo, openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { ownerPassword } from "./people";
import { picture } from "./picture";
import { ownerIn } from "./watched-couple";

test.setTimeout(240_000);

const telling = /\bgate\b|\bevents?\b|\bchecks?\b|a stop\b|clearance|feel safe|unread/i;

/** As a browser says it when another tab, another program or the lock of the device comes before the page. */
const turnAway = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

test("a screen for two holds what both have, hides as soon as it is left, and comes back by the therapist’s unlock", async ({
  browser,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { coupleId, first, second } = await practice.enrolCouple(
    ["Wilma Sand", "Otto Sand"],
    "two@room-journey.example",
  );
  for (const { actor } of [first, second]) await practice.agree(actor, daysAgo(2));
  const sitting = await practice.sit(first.actor, { emotional: [36, 76], social: [48, 56] });
  const other = await practice.sit(second.actor, { emotional: [52, 72], social: [61, 57] });
  for (const { actor } of [first, second])
    await practice.as(
      actor,
      (scope) => decideSharing(scope, { coupleId, decision: "shared", "items[]": ["emotional"] }),
      daysAgo(1),
    );
  await practice.as(practice.owner, (scope) =>
    releaseToBoth(scope, {
      ...{ id: crypto.randomUUID(), coupleId, firstAssessmentId: sitting, secondAssessmentId: other },
      ...{ "items[]": ["emotional"], words: "For Tuesday." },
    }),
  );
  await practice.pool.query("update account set password_hash = $2 where id = $1", [
    practice.owner.accountId,
    await hashPassword(ownerPassword),
  ]);
  const { context, page } = await ownerIn(browser, practice, serverUrl);

  await test.step("opened from the page of the couple, and from then on somebody is in the room", async () => {
    await page.goto(`/in-session/two/${coupleId}`);
    await expect(page).toHaveURL(new RegExp(`/couples/${coupleId}$`));
    await page.getByRole("button", { name: "A screen for both, in the room" }).click();
    await expect(page).toHaveURL(new RegExp(`/in-session/two/${coupleId}$`));
    await expect(page.getByRole("heading", { name: "How near, at this moment?" })).toBeVisible();
    await expect(page.getByRole("img", { name: "now 36, wished 76" })).toBeVisible();
    await expect(page.getByText("Social")).toHaveCount(0);
    const body = await (await page.request.get(`/in-session/two/${coupleId}`)).text();
    for (const word of ["Wilma", "Otto", "Sand", "48"]) expect(body, word).not.toContain(`${word} `);
    expect(await page.locator("main").textContent()).not.toMatch(telling);
    await expectAccessible(page);
    await picture(page, "for-two");
  });

  await test.step("each chooses out of sight of the other, and both numbers are shown together or neither", async () => {
    await page.getByRole("button", { name: "WS: 6 of 10" }).click();
    await expect(page.getByText("WS has chosen.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Show both" })).toHaveCount(0);
    await page.getByRole("button", { name: "OS: 4 of 10" }).click();
    await page.getByRole("button", { name: "Show both" }).click();
    await expect(page.getByRole("img", { name: "WS: 6 of 10. OS: 4 of 10." })).toBeVisible();
    await expectAccessible(page);
    await picture(page, "for-two-shown");
    await page.getByRole("button", { name: "Begin again" }).click();
    await page.getByRole("button", { name: "WS: 9 of 10" }).click();
    await page.getByRole("button", { name: "OS: not today" }).click();
    await page.getByRole("button", { name: "Show both" }).click();
    await expect(page.getByText("Nothing is shown this time. That is fine.")).toBeVisible();
    await expect(page.getByText("9", { exact: true })).toHaveCount(0);
  });

  await test.step("left, it is empty and locked, going back is locked too, and the password opens it where it was", async () => {
    await turnAway(page);
    await expect(page).toHaveURL(/\/locked/);
    await expect(page.getByRole("img", { name: "now 36, wished 76" })).toHaveCount(0);
    for (const address of [`/in-session/two/${coupleId}`, `/couples/${coupleId}`, "/caseload"]) {
      await page.goto(address);
      await expect(page).toHaveURL(/\/locked/);
    }
    await page.goto(`/in-session/two/${coupleId}`);
    await page.getByLabel(/^Your password/).fill(ownerPassword);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByRole("heading", { name: "How near, at this moment?" })).toBeVisible();
    await page.getByRole("button", { name: "Hide this" }).click();
    await expect(page).toHaveURL(/\/locked/);
  });

  await test.step("without a network it stays empty until it could lock itself", async () => {
    await page.goto(`/in-session/two/${coupleId}`);
    await page.getByLabel(/^Your password/).fill(ownerPassword);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByRole("heading", { name: "How near, at this moment?" })).toBeVisible();
    await context.setOffline(true);
    await turnAway(page);
    await expect(page.getByText("Nothing is shown here now.")).toBeVisible();
    await expect(page.getByRole("img")).toHaveCount(0);
    await picture(page, "for-two-hidden");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Unlock" }).click();
    await expect(page).toHaveURL(/\/locked/);
  });
  await context.close();
  await practice.close();
});
