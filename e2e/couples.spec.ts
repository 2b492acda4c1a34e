import type { Page } from "@playwright/test";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import type { ClientActor } from "@/lib/actor";
import type { ShareItem } from "@/lib/couples/share-items";
import { expectAccessible } from "./accessible";
import { textOf } from "./awake";
import { daysAgo, type InPractice, openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { accept, ownerState } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

const password = "harbour-lilac-quartz-88";
const neutral = /looks at the next step with you and opens it here\. There is nothing you have to do until then\.$/;
const nothing = "There is nothing here at the moment.";

/** From My path, as a person goes there. */
async function openFromPath(phone: Page, link: "Together" | "Sharing"): Promise<void> {
  await phone.goto("/portal/path");
  await phone.getByRole("link", { name: link, exact: true }).click();
  await expect(phone.getByRole("heading", { name: link, level: 1 })).toBeVisible();
}

/** Chosen in the last practice week, so that it shows in this one. */
const chosenLastWeek = (practice: InPractice, who: ClientActor, coupleId: string, items: ShareItem[]) =>
  practice.as(who, (scope) => decideSharing(scope, { coupleId, decision: "shared", "items[]": items }), daysAgo(1));

test("two people choose what the other sees from the next week; the therapist releases a picture to both; the link ends", async ({
  page,
  browser,
  mailDir,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const mail = "couples-journey.example";
  const { coupleId, first, second } = await practice.enrolCouple(["Mara Lindgren", "Teo Lindgren"], `one@${mail}`);
  for (const { actor } of [first, second]) await practice.agree(actor, daysAgo(2));
  await practice.sit(first.actor, { emotional: [36, 76], social: [48, 56], sexual: [44, 72] });
  await practice.sit(second.actor, { emotional: [52, 72], social: [61, 57], sexual: [57, 63] });
  const { context: maras, page: mara } = await accept(browser, first.link, password);
  const { context: teos, page: teo } = await accept(browser, second.link, password);

  await openFromPath(mara, "Sharing");
  await expect(mara.getByText("Nothing. That is a fine answer, today and any day.")).toBeVisible();
  await expect(mara.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(mara.getByText("Never shown by your choice alone.")).toBeVisible();
  await expectAccessible(mara);
  await picture(mara, "couples-choose");
  await mara.getByRole("button", { name: "See it as Teo would" }).click();
  await expect(mara.getByText("Nothing is chosen.")).toBeVisible();
  await mara.getByRole("link", { name: "Back to sharing" }).click();
  await openFromPath(teo, "Together");
  await expect(teo.getByText(nothing)).toBeVisible();
  // A decision never stands before an earlier one, so last week’s come first.
  await chosenLastWeek(practice, first.actor, coupleId, ["emotional", "connection-weeks"]);
  await chosenLastWeek(practice, second.actor, coupleId, ["emotional", "sexual"]);
  await mara.reload();
  await mara.getByLabel("Social, now and wished").check();
  await mara.getByLabel("Sexual, now and wished").check();
  await mara.getByRole("button", { name: "See it as Teo would" }).click();
  await expect(mara.getByRole("heading", { name: "What Teo would see", level: 1 })).toBeVisible();
  expect(mara.url()).not.toMatch(/social|wished/);
  await expect(mara.getByRole("row", { name: /Social 48 56/ })).toBeVisible();
  await expect(mara.getByRole("row", { name: /Sexual/ })).toHaveCount(0);
  await expect(mara.getByText(/Teo sees nothing of it by your choice/)).toBeVisible();
  await expectAccessible(mara);
  await picture(mara, "couples-preview");
  await mara.getByRole("button", { name: "Share with Teo" }).click();
  await expect(mara.getByText(/Shows from .*, only in a picture for you both$/)).toBeVisible();
  await picture(mara, "couples-shared");
  await openFromPath(teo, "Together");
  await expect(teo.getByRole("heading", { name: "From Mara" })).toBeVisible();
  await expect(teo.getByRole("row", { name: /Emotional 36 76/ })).toBeVisible();
  await expect(teo.getByText(/Sexual|Social/)).toHaveCount(0);
  await expectAccessible(teo);
  await picture(teo, "couples-from");

  await page.goto(`/couples/${coupleId}`);
  await expect(page.getByRole("heading", { name: "Mara and Teo", level: 1 })).toBeVisible();
  await expect(page.getByRole("img", { name: "now 57, wished 63" })).toBeVisible();
  expect(await page.locator("main").textContent()).not.toMatch(/gate|event|check\b/i);
  await expectAccessible(page);
  await picture(page, "couples-therapist");
  await page.getByRole("link", { name: "What both may see" }).click();
  await page.getByRole("button", { name: "Release to both" }).click();
  await expect(page.getByText("Write a sentence for both.")).toBeVisible();
  await page.getByLabel("Both will read above it").fill("One line each that surprised you, for Tuesday.");
  await expectAccessible(page);
  const letters = () => ["first", "second"].map((who) => lettersTo(mailDir, `${who}-one@${mail}`).length);
  // What came before the release is out before letters are counted.
  await expect.poll(() => practice.lettersWaiting([first.actor, second.actor]), { timeout: 45_000 }).toBe(0);
  const before = letters();
  await page.getByRole("button", { name: "Release to both" }).click();
  await expect(page.getByText(/Released by Alma Keller/)).toBeVisible();
  const pictures: string[] = [];
  for (const phone of [mara, teo]) {
    await openFromPath(phone, "Together");
    const side = phone.locator("section").filter({ hasText: "Side by side" });
    await expect(side.getByText("One line each that surprised you, for Tuesday.")).toBeVisible();
    await expect(side.getByRole("img", { name: "now 36, wished 76" })).toBeVisible();
    pictures.push(await side.innerHTML());
  }
  expect(pictures[0]).toBe(pictures[1]);
  await picture(teo, "couples-together");

  const seen = await textOf(teo);
  await openFromPath(mara, "Sharing");
  await mara.getByRole("button", { name: "Stop sharing all of it" }).click();
  await expect(mara.getByText(/Stopped today.*; gone from /).first()).toBeVisible();
  await expectAccessible(mara);
  await picture(mara, "couples-sharing");
  await teo.reload();
  expect(await textOf(teo)).toBe(seen);

  await page.goto(`/clients/${first.actor.clientId}/record`);
  await page.getByRole("link", { name: "End the link" }).click();
  await page.getByLabel(/^The day that you agreed/).fill(daysAgo(-9).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Show what each reads" }).click();
  await page.getByLabel(/^Why it ends/).fill("They live apart since the summer.");
  await expectAccessible(page);
  await picture(page, "couples-record");
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByText(/Ended by Alma Keller/)).toBeVisible();
  expect((await page.goto(`/couples/${coupleId}`))?.status()).toBe(404);
  await teo.goto("/portal/sharing");
  await expect(teo.getByText(neutral)).toBeVisible();
  await openFromPath(teo, "Together");
  await expect(teo.getByText(nothing)).toBeVisible();
  expect(letters()).toEqual(before);
  await maras.close();
  await teos.close();
  await practice.close();
});
