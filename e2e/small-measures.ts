import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/**
 * What a person on this screen cannot do: words that run out at the side, controls that are too small, lie on one another, or
 * are under something once they have the focus, and what stays while a low page goes by. Measured within the page, which has
 * to know all of it itself.
 */
export const troubles = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = [];
    const root = document.documentElement;
    const wide = root.scrollWidth - innerWidth;
    if (wide > 0) found.push(`scrolls sideways by ${wide}`);
    const named = (one: Element) => `${one.localName} “${(one.textContent ?? "").trim().slice(0, 40)}”`;
    const isSeen = (one: HTMLElement) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const kinds = "a[href], button, input, select, textarea, summary";
    const controls = [...document.querySelectorAll<HTMLElement>(kinds)].filter(
      (one) => isSeen(one) && !one.matches(":disabled, [type=hidden], .look-skip, [tabindex='-1']"),
    );
    /** What is touched: the label of a field that it holds, else the control itself. */
    const target = (one: HTMLElement) => (one.matches("input") ? (one.closest("label") ?? one) : one);
    const targets = [...new Set(controls.map(target))].filter((one) => one.getBoundingClientRect().width > 2);
    // A link within a sentence is as high as its line.
    const isInline = (one: Element) => one.localName === "a" && getComputedStyle(one).display === "inline";
    for (const one of targets) {
      const { width, height } = one.getBoundingClientRect();
      // The mark beside the way out leads where "Today" leads too.
      const isSpare = one.matches("input[type=checkbox], input[type=radio], header > a");
      const wanted = isInline(one) ? 16 : isSpare ? 24 : least;
      if (Math.round(height) < wanted || Math.round(width) < wanted)
        found.push(`${named(one)} is ${Math.round(width)} by ${Math.round(height)}`);
    }
    const staysPut = (one: Element | null): boolean =>
      one !== null && (["fixed", "sticky"].includes(getComputedStyle(one).position) || staysPut(one.parentElement));
    const flowing = targets.filter((one) => !staysPut(one)).map((one) => [one, one.getBoundingClientRect()] as const);
    for (const [at, [one, a]] of flowing.entries())
      for (const [other, b] of flowing.slice(at + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 2 && !one.contains(other) && !other.contains(one))
          found.push(`${named(one)} lies on ${named(other)}`);
      }
    for (const one of controls) {
      if (!one.closest("main")) continue;
      // Whoever has the focus already is not moved to.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      one.focus();
      const shown = one.closest("label") ?? one;
      const { left, top, width, height } = shown.getBoundingClientRect();
      if (width < 3 || height < 3) continue;
      const at = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight / 2) / 2);
      const isReached = at && (shown.contains(at) || at.contains(shown) || at.closest("label")?.contains(one));
      if (!isReached) found.push(`${named(shown)}, focused, is under ${at ? named(at) : "the edge"}`);
    }
    if (innerHeight < 480)
      for (const one of document.querySelectorAll<HTMLElement>("body *")) {
        if (!["fixed", "sticky"].includes(getComputedStyle(one).position) || !isSeen(one)) continue;
        const { top, bottom, height } = one.getBoundingClientRect();
        if (height > 2 && (top !== 0 || bottom > 60)) found.push(`${named(one)} stays from ${top} to ${bottom}`);
      }
    return found;
  }, least);

/** The page as it stands just now, on the smallest phone: all of it is within reach. Leaves its size as it was. */
export async function expectReachable(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 568 });
  await expect.poll(() => troubles(page, 44), { timeout: 3_000 }).toEqual([]);
  if (before) await page.setViewportSize(before);
}
