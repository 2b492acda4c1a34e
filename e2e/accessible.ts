import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { NodeResult, Result, run } from "axe-core";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const axe = readFileSync(axeFile, "utf8");

/** Each width once, and both themes: what differs by width does not differ by colour. At 768 only the layout is looked at. */
const looks = [
  { width: 390, theme: "light" },
  { width: 768, theme: null },
  { width: 1440, theme: "dark" },
] as const;

/** Nothing for axe to find, nothing that scrolls sideways, no chart without its marks. Leaves the page as it was. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  await arrive(page);
  for (const { width, theme } of looks) {
    await page.emulateMedia({ colorScheme: theme ?? "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    // A chart learns of its new width a moment after the page.
    await expect
      .poll(() => page.evaluate(overhang).catch(() => Number.NaN), {
        message: `${page.url()} scrolls sideways at ${width}`,
      })
      .toBeLessThanOrEqual(0);
    expect(await page.evaluate(chartsNotDrawn), `${page.url()} at ${width}`).toEqual([]);
    if (theme) await expectNothingFound(page, theme, width);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** An address changes before its page is there, and a title comes last. */
async function arrive(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await expect(page).toHaveTitle(/\S/);
}

/** Charts on show of which nothing, or not everything, is drawn: a rule meant for something else hides their marks. */
function chartsNotDrawn(): string[] {
  const shapes = "path, line, rect, circle, ellipse, polyline, polygon, text, use";
  return [...document.querySelectorAll<SVGElement>('svg[role="img"]')]
    .filter((chart) => chart.checkVisibility())
    .filter((chart) => {
      const marks = [...chart.querySelectorAll(shapes)].filter((mark) => !mark.closest("defs"));
      return marks.length === 0 || marks.some((mark) => !mark.checkVisibility());
    })
    .map((chart) => `${chart.getAttribute("class")}: ${chart.getAttribute("aria-label")}`);
}

/** Once more where a page was on its way and had no title yet; a fault stays. */
async function expectNothingFound(page: Page, theme: string, width: number): Promise<void> {
  await expect(async () => {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    expect(await page.evaluate(whatAxeFinds), `${page.url()} at ${width}, ${theme}`).toEqual([]);
  }).toPass({ timeout: 20_000, intervals: [1_000] });
}

/** A page without frames: axe runs in it. What it has nothing against is not written out, which is half of its time. */
async function whatAxeFinds(): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run: typeof run } };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], iframes: false });
  const saidOf = ({ id, nodes }: Result) =>
    `${id}: ${nodes.map(({ target }: NodeResult) => target.join(" ")).join(" | ")}`;
  return violations.map(saidOf);
}
