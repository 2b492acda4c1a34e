import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { accept, agree, ownerState } from "./people";
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

/** Ticks, looks at it as the partner would, and shares. */
async function share(phone: Page, items: readonly string[]): Promise<void> {
  await openFromPath(phone, "Sharing");
  for (const item of items) await phone.getByLabel(item).check();
  await phone.getByRole("button", { name: /^See it as/ }).click();
  await expect(phone.getByRole("heading", { name: /would see$/, level: 1 })).toBeVisible();
  await phone.getByRole("button", { name: /^Share with/ }).click();
  await expect(phone.getByRole("heading", { name: /sees now$/ })).toBeVisible();
}

test("two people choose what the other sees; the therapist releases a picture to both; stopping closes it at once", async ({
  page,
  browser,
  mailDir,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const mail = "couples-journey.example";
  const { first, second } = await practice.enrolCouple(["Mara Lindgren", "Teo Lindgren"], `one@${mail}`);
  const { context: maras, page: mara } = await accept(browser, first.link, password);
  await agree(mara);
  const { context: teos, page: teo } = await accept(browser, second.link, password);
  await agree(teo);

  await openFromPath(mara, "Sharing");
  await expect(mara.getByText(neutral)).toBeVisible();
  await expect(mara.getByRole("checkbox")).toHaveCount(0);
  for (const { actor } of [first, second]) await practice.clear(actor);
  await practice.sit(first.actor, { emotional: [36, 76], social: [48, 56], sexual: [44, 72] });
  await practice.sit(second.actor, { emotional: [52, 72], social: [61, 57], sexual: [57, 63] });

  await mara.reload();
  await expect(mara.getByText("Nothing. That is a fine answer, today and any day.")).toBeVisible();
  await expect(mara.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expectAccessible(mara);
  await mara.getByRole("button", { name: "See it as Teo would" }).click();
  await expect(mara.getByText("Nothing is chosen.")).toBeVisible();
  await mara.getByRole("link", { name: "Back to sharing" }).click();
  await mara.getByLabel("Emotional, now").check();
  await mara.getByLabel("Emotional, wished").check();
  await mara.getByRole("button", { name: "See it as Teo would" }).click();
  await expect(mara.getByRole("heading", { name: "What Teo would see", level: 1 })).toBeVisible();
  expect(mara.url()).not.toMatch(/emotional|wished/);
  await expect(mara.getByRole("row", { name: /Emotional 36 76/ })).toBeVisible();
  await expect(mara.getByText("Social")).toHaveCount(0);
  await expectAccessible(mara);
  await picture(mara, "couples-preview");
  await openFromPath(teo, "Together");
  await expect(teo.getByText(nothing)).toBeVisible();
  await mara.getByRole("button", { name: "Share with Teo" }).click();
  await expect(mara.getByRole("heading", { name: "What Teo sees now" })).toBeVisible();
  await picture(mara, "couples-shared");

  await openFromPath(teo, "Together");
  await expect(teo.getByRole("heading", { name: "From Mara" })).toBeVisible();
  await expect(teo.getByRole("row", { name: /Emotional 36 76/ })).toBeVisible();
  await expect(teo.getByText("Sexual")).toHaveCount(0);
  await expectAccessible(teo);
  await picture(teo, "couples-from");

  await page.goto("/caseload?q=Mara+Lindgren");
  await page.getByRole("link", { name: "Mara Lindgren" }).click();
  await page.getByRole("link", { name: "Teo Lindgren" }).click();
  await expect(page.getByRole("heading", { name: "Mara and Teo", level: 1 })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Sexual/ }).getByText("Never shared")).toHaveCount(0);
  await expect(page.getByRole("img", { name: "now 57, wished 63" })).toBeVisible();
  await expect(page.getByText("Mara can’t see this")).toHaveCount(3);
  await expect(page.getByText("Teo can’t see this")).toHaveCount(2);
  await expectAccessible(page);
  await picture(page, "couples-therapist");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: "now 57, wished 63" })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole("link", { name: "What both may see" }).click();
  await expect(page.getByText("There is nothing yet that both share")).toBeVisible();
  await expect(page.getByText("Not shared", { exact: true })).toHaveCount(3);
  await expect(page.getByText(/57|63/)).toHaveCount(0);

  await share(teo, ["Emotional, now", "Emotional, wished", "Sexual, now"]);
  await page.reload();
  await expect(page.getByText("Not shared", { exact: true })).toHaveCount(2);
  await page.getByRole("button", { name: "Release to both" }).click();
  await expect(page.getByText("Write a sentence for both.")).toBeVisible();
  await page.getByLabel("Both will read above it").fill("One line each that surprised you, for Tuesday.");
  await expectAccessible(page);
  await picture(page, "couples-both");
  const letters = [first, second].map(
    (_, i) => lettersTo(mailDir, `${i === 0 ? "first" : "second"}-one@${mail}`).length,
  );
  await page.getByRole("button", { name: "Release to both" }).click();
  await expect(page.getByText(/Released by Alma Keller/)).toBeVisible();

  const pictures: string[] = [];
  for (const phone of [mara, teo]) {
    await openFromPath(phone, "Together");
    const picture = phone.locator("section").filter({ hasText: "Side by side" });
    await expect(picture.getByText("One line each that surprised you, for Tuesday.")).toBeVisible();
    await expect(picture.getByRole("img", { name: "now 36, wished 76" })).toBeVisible();
    await expect(picture.getByRole("img", { name: "now 52, wished 72" })).toBeVisible();
    pictures.push(await picture.innerHTML());
  }
  expect(pictures[0]).toBe(pictures[1]);
  await expectAccessible(teo);
  await picture(teo, "couples-together");

  await teo.getByRole("link", { name: "Today", exact: true }).click();
  await expect(teo.getByRole("heading", { name: "How connected do you feel right now?" })).toBeVisible();
  await openFromPath(mara, "Sharing");
  await mara.getByRole("button", { name: "Stop sharing all of it" }).click();
  await expect(mara.getByText("Nothing. That is a fine answer, today and any day.")).toBeVisible();
  await mara.getByText("What you decided, and when").click();
  await expect(mara.getByText(/To Teo Lindgren\. Shared: Today .*Stopped: Today/)).toHaveCount(2);
  await expectAccessible(mara);
  await picture(mara, "couples-sharing");
  await teo.goBack();
  await expect(teo.getByText(nothing)).toBeVisible();
  expect(await teo.content()).not.toMatch(/From Mara|Side by side|now 36/);
  expect(
    [first, second].map((_, i) => lettersTo(mailDir, `${i === 0 ? "first" : "second"}-one@${mail}`).length),
  ).toEqual(letters);

  await page.getByRole("link", { name: "Therapist view" }).click();
  await expect(page.getByText("Withdrawn")).toHaveCount(1);
  const couple = page.url();
  await page.getByRole("link", { name: "Mara Lindgren" }).click();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await page.getByText("End the link").click();
  await expectAccessible(page);
  await picture(page, "couples-record");
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByText(/Ended by Alma Keller/)).toBeVisible();
  expect((await page.goto(couple))?.status()).toBe(404);
  await teo.goto("/portal/sharing");
  await expect(teo.getByText(neutral)).toBeVisible();
  await maras.close();
  await teos.close();
  await practice.close();
});
