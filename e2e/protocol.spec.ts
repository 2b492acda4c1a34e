import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

type Decision = { card: RegExp; kind: string; more?: boolean; confirm: string; said: string };

/** Chooses a change, reads what it does, says why and confirms; waits until the history has it. */
async function decide(page: Page, { card, kind, more, confirm, said }: Decision): Promise<void> {
  if (more) await page.getByText("Other changes").click();
  await page.getByRole("link", { name: card }).click();
  await page.waitForURL(new RegExp(`change=${kind}`));
  await confirmChange(page, confirm, said);
}

async function confirmChange(page: Page, confirm: string, said: string): Promise<void> {
  await page.locator("#reason").fill("We talked about it.");
  await page.getByRole("button", { name: confirm }).click();
  await page.waitForURL(/done=/);
  await expect(page.locator("[data-decisions] li").first()).toContainText(said);
}

test("a therapist steers a path, and a client asks for another exercise", async ({ page, browser }) => {
  const link = await enrolClient(page, { name: "Petra Lindqvist", email: "petra@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.getByRole("link", { name: "Protocol", exact: true }).last().click();
  await page.waitForURL(/clients\/.+\/protocol/);
  const tab = page.url();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Hold week 1" }).click();
  await expect(page.getByText("Write a few words about why.")).toBeVisible();
  await decide(page, { card: /^Hold here/, kind: "hold", confirm: "Hold week 1", said: "Held the path" });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.locator("[data-decisions] li").first()).toContainText("Undid");
  await page.waitForURL(tab);
  await decide(page, { card: /^Hold here/, kind: "hold", confirm: "Hold week 1", said: "Held the path" });
  await phone.goto("/portal");
  await expect(phone.getByText("We’re staying with this week a little longer.").first()).toBeVisible();
  await decide(page, {
    card: /^Release the hold/,
    kind: "release",
    confirm: "Release the hold",
    said: "Released the path",
  });
  await decide(page, { card: /^Repeat week 1/, kind: "repeat", confirm: "Repeat week 1", said: "Repeated the week" });
  await expect(page.getByText("once more").first()).toBeVisible();
  await page.goto(tab);
  await page.getByText("Other changes").click();
  await page.getByRole("link", { name: /^Change a dose/ }).click();
  await page.waitForURL(/change=dose/);
  await page.getByLabel("How often").selectOption("times-3");
  await page.waitForURL(/dose=times-3/);
  await expect(page.getByText("One real feeling a day is asked for 3 times for this week.")).toBeVisible();
  await confirmChange(page, "Change the dose", "Changed One real feeling a day to 3 times");
  await page.goto(tab);
  await decide(page, {
    card: /^Pause/,
    kind: "pause",
    more: true,
    confirm: "Pause the path",
    said: "Paused until resumed",
  });
  await page.goto(tab);
  await decide(page, { card: /^Resume/, kind: "resume", more: true, confirm: "Resume the path", said: "Resumed" });
  await page.goto(tab);
  await decide(page, { card: /^Add weeks/, kind: "extend", more: true, confirm: "Add a week", said: "Added a week" });
  await expect(page.getByText("Week 1 of 11")).toBeVisible();
  await page.goto(tab);
  await decide(page, {
    card: /^Leave out an exercise/,
    kind: "drop",
    more: true,
    confirm: "Leave it out",
    said: "Left out One real feeling a day, for the week",
  });
  await page.getByRole("link", { name: /^Undo: Left out/ }).click();
  await page.waitForURL(/change=undo/);
  await page.locator("#reason").fill("It is wanted after all.");
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.locator("[data-decisions] li").first()).toContainText("Undid");

  await page.goto(`${tab}?change=swap&exercise=one-real-feeling&to=learn-together&scope=onward`);
  await confirmChange(page, "Swap it", "Swapped One real feeling a day for Learn something together");
  await phone.goto("/portal");
  await phone.getByText("Read it", { exact: true }).first().click();
  await expect(phone.getByText("A different step is still a step.")).toBeVisible();

  await phone.goto("/portal/exercises/learn-together");
  await phone.getByText("Ask for another exercise").click();
  await phone.getByLabel("What would suit you better, if you know").fill("Something with less planning");
  await phone.getByRole("button", { name: /^Ask / }).click();
  await expect(phone.getByText("Sent. The answer comes here and on Today.")).toBeVisible();
  await expectAccessible(phone);
  await phone.goto("/portal/exercises/learn-together");
  await expect(phone.getByText("You can go on with this one meanwhile", { exact: false })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Pick something new" })).toBeVisible();
  await phone.goto("/portal");
  await phone.getByRole("button", { name: "Take it back" }).click();
  await expect(phone.getByText("Taken back. Nothing has changed.")).toBeVisible();

  const ask = async (key: string) => {
    await phone.goto(`/portal/exercises/${key}`);
    await phone.getByText("Ask for another exercise").click();
    await phone.getByLabel("What would suit you better, if you know").fill("Something with less planning");
    await phone.getByRole("button", { name: /^Ask / }).click();
    await expect(phone.getByText("Sent. The answer comes here and on Today.")).toBeVisible();
  };
  await ask("learn-together");
  await page.goto(tab);
  await expect(page.getByText("Something with less planning")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Choose a swap" }).click();
  await page.waitForURL(/change=swap/);
  await page.getByLabel("Practise").selectOption("ask-for-a-favour");
  await page.waitForURL(/to=ask-for-a-favour/);
  await confirmChange(page, "Swap it", "Swapped Learn something together for Ask for a favour");
  await expect(page.getByText("asks for another exercise")).toHaveCount(0);
  await phone.goto("/portal");
  await expect(phone.getByText("Your plan has been changed since you asked.", { exact: false })).toBeVisible();

  await ask("ask-for-a-favour");
  await page.goto(tab);
  await page.getByText("Keep it as it is", { exact: true }).click();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("Write a few words. Your client reads them.")).toBeVisible();
  await page
    .getByLabel("Words for Petra", { exact: true })
    .filter({ visible: true })
    .fill("Let us give it one more week.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.locator("[data-decisions] li").first()).toContainText("Kept Ask for a favour");
  await phone.goto("/portal");
  await phone.getByText("Read it", { exact: true }).last().click();
  await expect(phone.getByText("Let us give it one more week.")).toBeVisible();
  await expectAccessible(phone);

  await page.goto(tab);
  await page.getByLabel("When", { exact: true }).selectOption({ label: "Before Building Trust" });
  await page.getByRole("button", { name: "Choose what to assign" }).click();
  await page.waitForURL(/assign\?at=phase-2/);
  await expect(page.getByLabel("How often")).toHaveValue("before-phases");
  await expect(page.getByLabel("Building Trust")).toBeChecked();
  await page.getByLabel(/^Distance moves/).check();
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("Assigned.", { exact: true })).toBeVisible();

  await page.goto(tab);
  await page.getByText("Other changes").click();
  await page.getByRole("link", { name: /^End the protocol/ }).click();
  await page.waitForURL(/change=end/);
  await page.locator("#reason").fill("They have what they came for.");
  await page.getByRole("button", { name: "End the protocol" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "End the protocol" }).click();
  await dialog.getByRole("button", { name: "End the protocol" }).click();
  await page.waitForURL(/done=/);
  await expect(page.locator("[data-decisions] li").first()).toContainText("Ended the protocol");
  await context.close();
});
