import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

/** More than any page has to stop at. */
const mostStops = 160;

/** Goes on with Tab alone until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${wanted}.`);
}

const press = async (page: Page, wanted: Locator, key = "Enter") => {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
};

async function write(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(words);
}

/** Chooses in a list by its first letters, as a keyboard does. */
async function choose(page: Page, label: string, letters: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await tabTo(page, list);
  await page.keyboard.type(letters);
  await expect(list.locator("option:checked")).toHaveText(new RegExp(`^${letters}`));
}

test("an assessment is built from nothing, previewed and published by keyboard alone", async ({ page }) => {
  await page.goto("/library");
  await press(page, page.getByRole("link", { name: "Build one" }));
  await page.waitForURL(/library\/new/);
  await write(page, "Title", "Nights by keyboard");
  await write(page, "What it is for", "Looks at nights.");
  await choose(page, "What it measures", "Something in one person");
  await write(page, "Statements", "I slept well.\nI woke early.");
  await press(page, page.getByRole("button", { name: "Begin the draft" }));
  await page.waitForURL(/\/build$/);
  await expect(page.getByRole("heading", { name: "2 questions" })).toBeVisible();

  await press(page, page.getByRole("link", { name: "Add a question" }));
  await page.waitForURL(/after=/);
  await write(page, "Statement or question", "What woke you?");
  await choose(page, "How it is answered", "Words");
  await choose(page, "Question, condition 1", "2");
  await choose(page, "How, condition 1", "is at least");
  const answer = page.getByLabel("Answer, condition 1", { exact: true });
  await tabTo(page, answer);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = (await answer.locator("option:checked").textContent()) ?? "";
  await press(page, page.getByRole("button", { name: "Save the question", exact: true }));
  await expect(page.getByText(`Asked only if question 2 is at least “${chosen}”`)).toBeVisible();

  await press(page, page.getByRole("button", { name: "Move up question 2" }));
  await expect(page.getByRole("listitem").filter({ hasText: "I woke early." })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Undo", exact: true }));
  await expect(page.getByText(`Asked only if question 2 is at least “${chosen}”`)).toBeVisible();

  const parts = page.getByRole("navigation", { name: "Parts of the draft" });
  await press(page, parts.getByRole("link", { name: "Critical answers", exact: true }));
  await page.waitForURL(/\/critical$/);
  await press(page, page.getByRole("button", { name: "I have looked at every answer" }));
  await press(page, page.getByRole("link", { name: "Preview the draft" }));
  await page.waitForURL(/\/preview/);
  const group = page.getByRole("group", { name: "I woke early." });
  await expect(page.getByText("What woke you?")).toHaveCount(0);
  await press(page, group.getByRole("radio").first(), "Space");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("What woke you?")).toBeVisible();

  await press(page, page.getByRole("link", { name: "Nights by keyboard" }).first());
  await press(page, page.getByRole("link", { name: "Look over and publish" }));
  await page.waitForURL(/\/publish$/);
  await press(page, page.getByRole("button", { name: "Publish version 1" }));
  await expect(page.getByText("1, published")).toBeVisible();
});
