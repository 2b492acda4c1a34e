import type { Page } from "@playwright/test";

/** Pictures for whoever looks at them; nothing depends on them. */
const shots = process.env.NEARER_SHOTS;

/** Of a small phone whose text is twice its size, a desk, and a phone as it comes. */
const views = [
  { width: 390, name: "390", text: "" },
  { width: 320, name: "320-large", text: "200%" },
  { width: 1440, name: "1440", text: "" },
] as const;

/** The page at three widths in both themes, into the folder that NEARER_SHOTS names. Leaves the page as it was. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!shots) return;
  const before = page.viewportSize();
  const sized = (text: string) =>
    page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
  const own = await page.evaluate(() => document.documentElement.style.fontSize);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const view of views) {
      await page.setViewportSize({ width: view.width, height: 900 });
      await sized(view.text || own);
      await page.screenshot({
        path: `${shots}/${name}-${view.name}-${colorScheme}.png`,
        fullPage: view.width !== 390,
        // A button that is still turning from light to dark is a colour of neither.
        animations: "disabled",
      });
    }
  }
  await sized(own);
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}
