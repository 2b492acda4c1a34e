import { expect, type Page } from "@playwright/test";

/** What stands on a client's page once its script runs: until then the button stands there by which a page without script tells the therapist. */
export async function textOf(page: Page): Promise<string> {
  const main = page.locator("main");
  await expect(main).not.toContainText(/Tell \w+ now/);
  return (await main.textContent()) ?? "";
}
