import type { Page } from "@playwright/test";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, answerAlone, enrolClient, nobody, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

/** Answers statements, the first being 0: always "Agree" now, and "Strongly agree" where a wish is asked. */
async function answer(page: Page, from: number, to: number): Promise<void> {
  for (const { forms } of fiveDimensions.items.slice(from, to)) {
    for (const side of forms ?? fiveDimensions.forms) {
      await page.getByRole("radio", { name: side === "now" ? /^Agree/ : /^Strongly agree/ }).check();
      await page.getByRole("button", { name: "Next" }).click();
    }
  }
}

test("a therapist enrols a client, the client answers, the therapist sees it", async ({ page, browser, mailbox }) => {
  const email = "ines@home.example";
  await page.goto("/clients/new");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByText("Write the client’s name.")).toBeVisible();
  const link = await enrolClient(page, { name: "Ines Marchetti", email, arrives: true });
  await expectAccessible(page);

  const letter = await mailbox.waitFor(email);
  // The letter has a way in of its own to the same invitation: what is on the screen is stored nowhere.
  expect(mailbox.linkIn(letter)).toMatch(/\/invitation\/[\w-]{43}$/);
  expect(mailbox.linkIn(letter)).not.toBe(link);
  expect(letter.to).toEqual([email]);
  const said = letter.raw.replaceAll(/=\r?\n/g, "");
  expect(said).toContain("of Northbank Practice sent you this link.");
  expect(said).not.toMatch(/therap|intima|assess|client|protocol|Marchetti/i);

  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await expect(phone.getByRole("heading", { name: "Before you start" })).toBeVisible();
  await phone.goto("/portal");
  await expect(phone).toHaveURL(/consent/);
  await expectAccessible(phone);
  await agree(phone);
  await expect(phone.getByText("Your weeks have not started yet.")).toBeVisible();
  await expect(phone.getByText("First you answer a few questions.")).toBeVisible();
  await expectAccessible(phone);

  await phone.getByRole("button", { name: "Save this check" }).click();
  await phone.getByRole("radio", { name: "6", exact: true }).check({ force: true });
  await phone.getByLabel("A note, if you like").fill("We cooked together and nobody hurried.");
  await phone.getByRole("button", { name: "Save this check" }).click();
  await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await phone.getByRole("link", { name: "Start: How close things feel" }).click();
  await expect(phone.getByText("1 of 36")).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Next" }).click();
  await expect(phone.getByText("Choose the answer that fits best")).toBeVisible();
  await answer(phone, 0, 5);
  await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("6 of 36")).toBeVisible();

  const second = await browser.newContext({ storageState: nobody, viewport: { width: 1440, height: 900 } });
  await second.addCookies(await context.cookies());
  const laptop = await second.newPage();
  await laptop.goto(phone.url());
  await expect(laptop.getByText("6 of 36")).toBeVisible();
  await answer(laptop, 5, 36);
  await expect(laptop.getByRole("heading", { name: "That was the last one" })).toBeVisible();
  await expectAccessible(laptop);
  await laptop.getByRole("button", { name: /^Send/ }).click();
  await expect(laptop.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await laptop.getByRole("link", { name: "Back to today" }).click();
  await answerAlone(laptop);
  await second.close();

  await page.goto("/caseload?q=Nobodyatall");
  await expect(page.getByText("Nobody called “Nobodyatall” in this view")).toBeVisible();
  await expect(page.getByText(/^\w+ \d+ \w+, [1-9]\d* clients?$/)).toBeVisible();
  await page.goto("/caseload?q=Ines");
  await expect(page.getByRole("row", { name: /Ines Marchetti/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Ines Marchetti" }).click();
  await expect(page.getByRole("heading", { name: "Connection" })).toBeVisible();
  await expect(page.getByText("Baseline forming (1 of 14 days)").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Emotional/ }).first()).toContainText("48");
  await expect(page.getByText(/no sign of safety/).first()).toBeVisible();
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByText("Show as table").first().click();
  await kept;
  await page.reload();
  await expect(page.getByText("Show as chart").first()).toBeVisible();
  const table = page.locator("[data-sheet] table").first();
  const median = table.getByRole("columnheader", { name: "Median" });
  // A page that was just loaded answers once its script runs.
  await expect(async () => {
    await median.getByRole("button").press("Enter");
    await expect(median).toHaveAttribute("aria-sort", /ending$/, { timeout: 500 });
  }).toPass();
  const takenBack = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByText("Show as chart").first().click();
  await takenBack;
  await page.getByText("Clear", { exact: true }).first().click();
  await page.getByLabel("Why it is safe to go on").fill("We talked alone, and she feels safe at home.");
  await page.getByRole("button", { name: "Clear for 12 weeks" }).click();
  await expect(page.getByRole("row", { name: /Emotional/ }).first()).toContainText("48");
  await expectAccessible(page);
  // Accepted, agreed, answered and decided about: now week 1 begins.
  await phone.goto("/portal");
  await expect(phone.getByText("Week 1 of 10, Small Steps")).toBeVisible();
  await page.getByRole("link", { name: "Record" }).click();
  await expect(page.getByText(email, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
