import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect } from "./fixtures";

export const guide = paths.portal.exercise("one-real-feeling");
export const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/);
export const sentence = (page: Page) => page.getByLabel("A sentence about it, if you like");

/** To the step with the sentence, from wherever the guide stands. */
export async function toTheSentence(page: Page): Promise<void> {
  const step = page.getByText(/^Step \d of 4$/).locator("visible=true");
  await expect(async () => {
    const now = Number(/\d/.exec((await step.textContent()) ?? "")?.[0]);
    if (now < 3) await page.getByRole("button", { name: "Next" }).click({ timeout: 2_000 });
    if (now > 3) await page.getByRole("button", { name: "Back", exact: true }).click({ timeout: 2_000 });
    await expect(sentence(page)).toBeVisible({ timeout: 500 });
    // What this device kept is read after the page is there, and may lead to the step where somebody was.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await expect(sentence(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(sentence(page)).toBeVisible();
}

export async function atTheSentence(page: Page): Promise<void> {
  await page.goto(guide);
  await toTheSentence(page);
}
