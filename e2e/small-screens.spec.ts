import type { Page } from "@playwright/test";
import pg from "pg";
import { paths } from "@/lib/paths";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";

test.setTimeout(240_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

/** A small phone with text twice its size, a phone on its side, a keyboard over half of it, and a desk at 400 %. */
const screens = [
  { name: "320 with text twice its size", width: 320, height: 568, text: "200%" },
  { name: "a phone on its side", width: 844, height: 390, text: "" },
  { name: "a phone under its keyboard", width: 390, height: 430, text: "" },
  { name: "a desk at 400 %", width: 320, height: 256, text: "" },
] as const;

/** Boxes that stay where they are while the page goes by, by what they say. */
const staying = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 2)
      .map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return { says: one.textContent.trim().replaceAll(/\s+/g, " "), top, bottom };
      }),
  );

/** What cannot be seen once it has the focus, since something else lies over its middle. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>("main :is(a, button, input, select, textarea, summary)")) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(":disabled, [type=hidden]")) continue;
      one.focus();
      const shown = one.closest("label") ?? one;
      const { left, top, width, height } = shown.getBoundingClientRect();
      if (width < 3 || height < 3) continue;
      const at = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight / 2) / 2);
      if (!at || !(shown.contains(at) || at.contains(shown) || at.closest("label")?.contains(one)))
        found.push(`${one.localName} ${shown.textContent.trim().slice(0, 40)}: ${at?.localName ?? "outside"}`);
    }
    return found;
  });

test("on low, small and enlarged screens everything can be reached, and one slim row stays", async ({
  browser,
  serverUrl,
}) => {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const page = await context.newPage();
  const guide = paths.portal.exercise("one-real-feeling");
  const places = {
    today: { at: "/portal", button: page.getByRole("button", { name: "Save this check" }) },
    exercise: { at: guide, button: page.getByRole("button", { name: "Next" }) },
  };
  for (const [name, { at, button }] of Object.entries(places)) {
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    for (const { name: screen, width, height, text } of screens) {
      const where = `${name}, ${screen}`;
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${where} scrolls sideways`)
        .toBeLessThanOrEqual(0);
      await button.scrollIntoViewIfNeeded();
      await button.click({ trial: true });
      expect(await covered(page), where).toEqual([]);
      const stay = await staying(page);
      expect(
        stay.some(({ says }) => /Leave quickly/.test(says)),
        where,
      ).toBe(true);
      for (const { says, top, bottom } of height < 480 ? stay : [])
        expect([says, top, bottom <= 60], where).toEqual([says, 0, true]);
      if (height < 480) {
        const safe = page.getByText("I don’t feel safe", { exact: true });
        await safe.click({ trial: true });
        const { y } = (await safe.boundingBox()) ?? { y: Number.NaN };
        expect(y, where).toBeLessThan(60);
      }
    }
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    await page.setViewportSize({ width: 844, height: 390 });
    await picture(page, `small-screens-${name}`);
  }
  await context.close();
});
