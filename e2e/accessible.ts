import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Each width once, and both themes: what differs by width does not differ by colour. At 768 only the layout is looked at. */
const looks = [
  { width: 390, theme: "light" },
  { width: 768, theme: null },
  { width: 1440, theme: "dark" },
] as const;

/** Nothing for axe to find, and nothing that scrolls sideways. Leaves the page as it was. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const { width, theme } of looks) {
    await page.emulateMedia({ colorScheme: theme ?? "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    // A chart learns of its new width a moment after the page.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
        message: `${page.url()} scrolls sideways at ${width}`,
      })
      .toBeLessThanOrEqual(0);
    if (theme) await expectNothingFound(page, theme, width);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

/** One page without frames: axe runs inside it. */
async function expectNothingFound(page: Page, theme: string, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  expect(found, `${page.url()} at ${width}, ${theme}`).toEqual([]);
}
