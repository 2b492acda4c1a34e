import type { Page } from "@playwright/test";

/** Pictures for whoever looks at them; nothing depends on them. */
const shots = process.env.NEARER_SHOTS;

/** The page at 390 and 1440, light and dark, in the folder that NEARER_SHOTS names. Without it nothing happens. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!shots) return;
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: width === 1440 });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}
