import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { mintSession, sessionCookie } from "./security/minted-session";

test.setTimeout(120_000);

type Told = { tones: number; shakes: number; awake: number; asleep: number };

/** A phone that counts what it is asked to do, on a clock that the journey moves. */
async function phoneOf(browser: Browser, serverUrl: string, token: string) {
  const context = await browser.newContext({
    storageState: nobody,
    viewport: { width: 390, height: 844 },
    baseURL: serverUrl,
  });
  await context.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
  await context.addInitScript(() => {
    const told = { tones: 0, shakes: 0, awake: 0, asleep: 0 };
    Object.assign(window, { told });
    const ring = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function start(...at) {
      told.tones += 1;
      ring.apply(this, at);
    };
    navigator.vibrate = () => {
      told.shakes += 1;
      return true;
    };
    const lock = {
      request: async () => {
        told.awake += 1;
        return {
          release: async () => {
            told.asleep += 1;
          },
        };
      },
    };
    Object.defineProperty(navigator, "wakeLock", { value: lock });
  });
  const page = await context.newPage();
  await page.clock.install();
  return { context, page };
}

const toldBy = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as { told: Told }).told);

test("a timer keeps the screen awake, ends with a sound where one is wanted, and says when it was left running", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { name: "Noor Haddad", now });
  const { token } = await mintSession(pool, practice.practiceId, client.accountId, "client");
  const { context, page } = await phoneOf(browser, serverUrl, token);
  const timer = page.getByRole("timer");
  const aloud = page.getByLabel("A soft sound at the end");

  // Who is alone may not want to be heard: silent unless they ask for a sound.
  await page.goto("/portal/2");
  await expect(aloud).not.toBeChecked();
  await page.getByRole("button", { name: "Start twenty minutes" }).click();
  await expect.poll(async () => (await toldBy(page)).awake).toBe(1);
  await page.clock.runFor(20 * 60_000);
  await expect(page.getByText("Twenty minutes are over. Take your time.")).toBeVisible();
  await expect.poll(async () => (await toldBy(page)).asleep).toBe(1);
  expect(await toldBy(page)).toMatchObject({ tones: 0, shakes: 0 });

  await aloud.check();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(timer).not.toHaveText("0:00");
  await page.clock.runFor(20 * 60_000);
  await expect(page.getByText("Twenty minutes are over. Take your time.")).toBeVisible();
  expect(await toldBy(page)).toMatchObject({ tones: 2, shakes: 1 });

  // Looked away from, it says so before the name of the tab, until somebody looks.
  const turn = (state: DocumentVisibilityState) =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(timer).not.toHaveText("0:00");
  const title = await page.title();
  await turn("hidden");
  await page.clock.runFor(20 * 60_000);
  await expect(page).toHaveTitle(`Time · ${title}`);
  await turn("visible");
  await expect(page).toHaveTitle(title);

  // Left running, and looked at again the next day: said, and counted as nothing.
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(timer).not.toHaveText("0:00");
  await page.evaluate((ends) => sessionStorage.setItem("quiet-timer", String(ends)), Date.now() - 5 * 3_600_000);
  await page.reload();
  await expect(page.getByText(/This timer was left running, so nothing was counted/)).toBeVisible();
  await expect(timer).toHaveText("20:00");
  await context.close();
  await pool.end();
});
