import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, BrowserType, LaunchOptions, Page } from "@playwright/test";
import pg from "pg";
import { paths } from "@/lib/paths";
import { textOf } from "./awake";
import { expect, test } from "./fixtures";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient } from "./security/minted-session";

test.setTimeout(180_000);

const weather = "https://www.bbc.co.uk/weather";
/** Typed into fields of the portal. None may be found again. */
const typed = ["CANARYfeeling", "CANARYsay", "CANARYmoment", "CANARYplan", "CANARYpick", "CANARYletter", "CANARYnote"];
/** Typed on a page that forbids nothing: what shows that these lists would have it. */
const control = "CONTROLword";
const telling = /safe|pause|distance|sharing|together|cuddle|secret|feeling|fear|favour|learn\/|highs|exercise/i;

const history = "history, suggestions and new-tab tiles: addresses";
const autofill = "autofill: words";

type Found = Readonly<Record<string, readonly string[]>>;

/** What somebody finds who opens the profile of a browser that was closed. */
function inProfile(dir: string, serverUrl: string): Found {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const textOf = (pick: RegExp) =>
    files
      .filter((file) => pick.test(file))
      .map((file) => path.join(dir, file))
      .flatMap((file) => {
        try {
          const bytes = readFileSync(file);
          return [bytes.toString("latin1"), bytes.toString("utf16le"), bytes.subarray(1).toString("utf16le")];
        } catch {
          return [];
        }
      })
      .join("\n");
  const words = (text: string) => [...typed, control].filter((word) => text.includes(word));
  const addresses = [
    ...textOf(/History|Top Sites|Shortcuts|Favicons/).matchAll(/https?:\/\/127\.0\.0\.1:\d+[a-z0-9/-]*/g),
  ]
    .map(([address]) => address.replace(serverUrl, ""))
    .filter((address) => !address.startsWith("http"));
  return {
    [history]: [...new Set(addresses)].sort(),
    "history, suggestions and new-tab tiles: words": words(textOf(/History|Top Sites|Shortcuts|Favicons/)),
    [autofill]: words(textOf(/Web Data/)),
    "tabs to be opened again: words": words(textOf(/Sessions/)),
    "saved passwords: words": words(textOf(/Login Data/)),
  };
}

/** What a page of this site still finds in the browser itself. */
const inBrowser = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => ({
    "Local Storage": Object.keys(localStorage),
    "Session Storage": Object.keys(sessionStorage),
    IndexedDB: (await indexedDB.databases()).map(({ name }) => name ?? ""),
    "Cache Storage": await caches.keys(),
    "service workers": (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  }));

const ways: Record<string, (page: Page, context: BrowserContext) => Promise<void>> = {
  "one tap": (page) => page.getByRole("button", { name: "Leave quickly" }).click(),
  "Shift three times": async (page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  },
  "Esc twice": async (page) => {
    for (let press = 0; press < 2; press += 1) await page.keyboard.press("Escape");
  },
  "one tap without a network": async (page, context) => {
    await context.setOffline(true);
    await page.getByRole("button", { name: "Leave quickly" }).click();
    await expect.poll(() => page.url()).not.toContain("127.0.0.1");
    await context.setOffline(false);
  },
};

/** Everywhere that a client can be, with words in every field, as the person would leave them. */
async function live(page: Page, sitting: string): Promise<void> {
  const write = async (label: string | RegExp, word: string) => page.getByLabel(label).first().fill(word);
  await page.goto("/portal");
  await write("A note, if you like", "CANARYnote");
  await page.goto(paths.portal.exercise("one-real-feeling"));
  await page.getByRole("button", { name: "Next" }).click();
  await write("The feeling, in one word", "CANARYfeeling");
  await page.goto(paths.portal.exercise("learn-together"));
  for (const [field, word] of [
    [page.locator("input#pick"), "CANARYpick"],
    [page.locator("input#plan"), "CANARYplan"],
  ] as const) {
    while (!(await field.isVisible()) && (await page.getByRole("button", { name: "Next" }).isVisible()))
      await page.getByRole("button", { name: "Next" }).click();
    if (await field.isVisible()) await field.fill(word);
  }
  for (const place of [paths.portal.contacts, paths.portal.pause, paths.portal.distanceMove, paths.portal.sharing])
    await page.goto(place);
  await page.goto(paths.portal.reading("highs-and-lows"));
  await page.goto(sitting);
  await page.goto("/portal/messages");
  await page.getByRole("textbox").fill("CANARYletter");
}

async function opened(playwright: { chromium: BrowserType }, dir: string, options: LaunchOptions, url: string) {
  const context = await playwright.chromium.launchPersistentContext(dir, { ...options, baseURL: url });
  await context.route(weather, (route) =>
    route.fulfill({ body: "<title>Weather</title><h1>Rain later</h1>", contentType: "text/html" }),
  );
  return context;
}

test("after leaving in each of its ways, a watcher with the device in hand finds numbers and no word", async ({
  playwright,
  launchOptions,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const dir = mkdtempSync(path.join(tmpdir(), "nearer-watched-"));
  const context = await opened(playwright, dir, launchOptions, serverUrl);
  const first = await context.newPage();
  await first.route("**/control", (route) =>
    route.fulfill({ body: '<form action="/api/health"><input name="q"></form>', contentType: "text/html" }),
  );
  await first.goto("/control");
  await first.locator("input").fill(control);
  await first.locator("input").press("Enter");
  for (const [way, leave] of Object.entries(ways)) {
    const person = await mintSignedInClient(pool, { newContext: async () => context }, serverUrl);
    await gateOf(pool, person.practice, person.client)("clear");
    const [page, other] = [await context.newPage(), await context.newPage()];
    await live(page, person.sitting);
    await other.goto("/portal/path");
    // A tab hears that it was left once its script runs.
    await textOf(other);
    await page.bringToFront();
    await leave(page, context);
    for (const left of [page, other]) await expect(left.locator("body"), way).not.toContainText(/CANARY|My path/);
    const next = await context.newPage();
    await next.goto("/portal");
    await expect(next, way).toHaveURL(/\/sign-in$/);
    expect(await person.isSignedIn(), way).toBe(false);
  }
  await context.close();

  const again = await opened(playwright, dir, launchOptions, serverUrl);
  const look = await again.newPage();
  await look.goto("/api/health");
  const kept = await inBrowser(look);
  const cookies = (await again.cookies()).map(({ name }) => name);
  await again.close();
  const found: Found = { ...inProfile(dir, serverUrl), ...kept, cookies };
  rmSync(dir, { recursive: true, force: true });
  const lines = Object.entries(found).map(([where, what]) => `  ${where}: ${what.join(" ") || "nothing"}`);
  process.stdout.write(`\nWhat a watcher finds after ${Object.keys(ways).join(", ")}:\n${lines.join("\n")}\n`);

  expect(Object.values(kept).flat()).toEqual([]);
  expect(JSON.stringify(found)).not.toContain("CANARY");
  const { [history]: addresses = [], [autofill]: remembered } = found;
  expect(addresses, "the history was read at all").toContain("/portal/messages");
  expect(addresses.filter((address) => telling.test(address))).toEqual([]);
  expect(remembered, "the browser's form memory was read at all").toContain(control);
  await pool.end();
});
