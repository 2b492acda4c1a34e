import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const widths = [390, 768, 1440];

/** Nothing for axe to find, and nothing that scrolls sideways, at three widths and in both themes. Leaves the page as it was. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // A chart learns of its new width a moment after the page.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
        message: `${page.url()} scrolls sideways at ${width}`,
      })
      .toBeLessThanOrEqual(0);
    if (width !== 768) await expectNothingFound(page, "light", width, new AxeBuilder({ page }));
  }
  // Only colours differ in the dark: clients are looked at on a phone, staff at a desk.
  const width = page.url().includes("/portal") ? 390 : 1440;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectNothingFound(page, "dark", width, new AxeBuilder({ page }).withRules("color-contrast"));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

/** One page without frames: axe runs inside it. */
async function expectNothingFound(page: Page, theme: string, width: number, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  expect(found, `${page.url()} at ${width}, ${theme}`).toEqual([]);
}
