import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSession, sessionCookie } from "./security/minted-session";
import { isAboutPeople, ownerIn, staffAddresses, watchedCouple } from "./watched-couple";

test.setTimeout(240_000);

/** Who, and what of theirs, must not be on a screen that somebody else looks at. */
const names = /Vera|Nils|Sandvik|@room-/;
const telling = /\bgate\b|\bconcern\b|not screened|joint steps|feel safe|unread|a stop\b|clearance/i;
const sentence = "Somebody is in the room.";

const theSwitch = (page: Page) => page.getByRole("button", { name: "Somebody is in the room" });

test("while somebody is in the room no page for staff is sent with a name, a badge or a gate", async ({
  browser,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const couple = await watchedCouple(practice, "people@room-journey.example");
  const { context, page } = await ownerIn(browser, practice, serverUrl);
  await page.goto(`/clients/${couple.clientId}/overview`);
  await expect(page.getByRole("heading", { name: "Vera Sandvik", level: 1 })).toBeVisible();
  await expect(theSwitch(page)).toHaveAttribute("aria-pressed", "false");

  await theSwitch(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(theSwitch(page)).toBeFocused();
  await expect(theSwitch(page)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: /^Record \d+$/, level: 1 })).toBeVisible();
  await expect(page.getByText("Safety waits until nobody is in the room.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "room-overview");

  const ways = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];
  const told: string[] = [];
  for (const address of staffAddresses(couple))
    for (const headers of ways) {
      const answer = await page.request.get(address, { headers });
      expect(answer.status(), address).toBe(200);
      const body = await answer.text();
      const found = names.exec(body) ?? (isAboutPeople(address) ? telling.exec(body) : null);
      if (found) told.push(`${address} ${JSON.stringify(headers)}: ${body.slice(found.index - 60, found.index + 60)}`);
    }
  expect(told).toEqual([]);
  for (const place of ["caseload", `couples/${couple.coupleId}`, `clients/${couple.clientId}/safety`]) {
    await page.goto(`/${place}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page).not.toHaveTitle(/safety|couple/i);
    await expectAccessible(page);
    await picture(page, `room-${place.split("/")[0]}${place.endsWith("safety") ? "-safety" : ""}`);
  }

  await page.goto(`/clients/${couple.clientId}/overview`);
  await page.getByRole("button", { name: "Nobody is in the room" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Vera Sandvik", level: 1 })).toBeVisible();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await expect(theSwitch(page)).toBeFocused();

  // The same browser, another sign-in: it begins with the switch off, whatever was left behind.
  await theSwitch(page).press("Enter");
  await expect(page.getByText(sentence)).toBeVisible();
  const { practiceId, accountId } = practice.owner;
  const { token } = await mintSession(practice.pool, practiceId, accountId, "staff");
  await context.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Vera Sandvik", level: 1 })).toBeVisible();
  await theSwitch(page).press("Enter");
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("nearer-room");
  await context.close();
  await practice.close();
});

test("without script the switch holds, and one tap shows everything again", async ({
  browser,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { context, page } = await ownerIn(browser, practice, serverUrl, false);
  await page.goto("/caseload");
  await theSwitch(page).click();
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto("/caseload");
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText("By record number.")).toBeVisible();
  await page.getByRole("button", { name: "Nobody is in the room" }).click();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await context.close();
  await practice.close();
});
