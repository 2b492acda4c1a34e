import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Answers given in turn on each side, as places in the list of answers: nobody answers all alike. */
type Pattern = { now: readonly number[]; wished: readonly number[] };

export const nearer: Pattern = { now: [2, 3, 2, 3, 1], wished: [3, 4, 3, 3, 4] };
export const far: Pattern = { now: [1, 2, 3, 1, 2], wished: [3, 4, 3, 4, 3] };

/**
 * Opens a sitting from Today and answers it to the end by the page's own controls, as fast as the page can take it:
 * every statement is chosen and passed, and the page saves each.
 */
export async function answerSitting(page: Page, title: string, pattern: Pattern): Promise<void> {
  await page.goto("/portal");
  await page.getByRole("link", { name: `Start: ${title}`, exact: true }).click();
  await page.waitForURL(/assessments/);
  await expect(page.getByRole("button", { name: "Next" })).toBeVisible();
  await page.evaluate(async ({ now, wished }) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    for (let step = 0; step < 200; step += 1) {
      const options = document.querySelectorAll<HTMLInputElement>("[data-sitting] fieldset input[type=radio]");
      if (options.length === 0) return;
      const asked = document.querySelector("legend")?.textContent;
      const isWished = document.querySelector("[data-side=on]:last-child:not(:first-child)") !== null;
      const statement = Number(/\d+/.exec(document.querySelector("[data-progress]")?.textContent ?? "")?.[0] ?? step);
      const answers = isWished ? wished : now;
      options[answers[statement % answers.length] ?? 0]?.click();
      await turn();
      document.querySelector<HTMLButtonElement>("[data-sitting] > :last-child [data-look=filled]")?.click();
      const since = performance.now();
      while (document.querySelector("legend")?.textContent === asked) {
        if (performance.now() - since > 10_000) throw new Error(`The page stays at “${asked}”.`);
        await turn();
      }
    }
  }, pattern);
  await expect(page.getByRole("heading", { name: "That was the last one" })).toBeVisible();
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

/** A connection check on Today. */
export async function check(page: Page, score: number): Promise<void> {
  await page.goto("/portal");
  await page.getByRole("radio", { name: String(score), exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Save this check" }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
}
