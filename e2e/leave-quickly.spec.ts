import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "./fixtures";
import { sealedOn } from "./on-device";
import { mintSignedInClient, type SignedInClient } from "./security/minted-session";

test.setTimeout(90_000);

const weather = "https://www.bbc.co.uk/weather";
const personal = /connected do you feel|Learn|My path|Statement|statements|Ten-minute|exercise/i;

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

/** A client's phone on Today, and a weather page that comes at once. */
async function onPhone(person: SignedInClient): Promise<Page> {
  const page = await person.context.newPage();
  await page.route(weather, (route) =>
    route.fulfill({ body: "<title>Weather</title><h1>Rain later</h1>", contentType: "text/html" }),
  );
  await page.goto("/portal");
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
  return page;
}

/** A promise that waits, and what ends the waiting. */
function held(): [Promise<void>, () => void] {
  let release: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  return [wait, release];
}

/** However often Back is pressed: the sign-in page, the weather, or nothing. */
async function expectNothingBehind(page: Page): Promise<void> {
  for (let i = 0; i < 6; i += 1) {
    await page.goBack({ waitUntil: "load" }).catch(() => null);
    await expect(page.locator("html")).not.toContainText(personal, { useInnerText: true });
  }
}

test("every personal page is kept by nobody, and leaving from deep inside leaves nothing behind", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await onPhone(person);
  const stored: string[] = [];
  page.on("response", (response) => {
    const isOurs = response.url().startsWith(serverUrl) && !response.url().includes("/_next/static/");
    const isPersonal = isOurs && !response.url().includes("/icon.svg");
    if (isPersonal && !response.headers()["cache-control"]?.includes("no-store")) stored.push(response.url());
  });
  for (const place of ["My path", "Learn", "Messages"]) {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
    await expect(page.getByRole("heading", { level: 1, name: place })).toBeVisible();
  }
  expect(stored).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Messages");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Weather");
  await expect.poll(() => person.isSignedIn()).toBe(false);
  await expectNothingBehind(page);
  await person.context.close();
});

test("leaving in the middle of a sitting, on a slow network, keeps no answer on the device", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await onPhone(person);
  await page.goto(person.sitting);
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
  const [slowAnswer, answerArrives] = held();
  const [slowWeather, weatherComes] = held();
  await page.route("**/portal/assessments/**", async (route, request) => {
    if (request.method() === "POST") await slowAnswer;
    await route.abort().catch(() => undefined);
  });
  await page.unroute(weather);
  await page.route(weather, async (route) => {
    await slowWeather;
    await route.fulfill({ body: "<title>Weather</title><h1>Rain later</h1>", contentType: "text/html" });
  });
  await page.getByRole("radio").first().check({ force: true });
  await expect.poll(() => sealedOn(page)).toHaveLength(1);
  const lost = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => person.isSignedIn()).toBe(false);
  answerArrives();
  await lost;
  weatherComes();
  await page.waitForURL(weather);
  await page.goto(new URL("/api/health", serverUrl).href);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await person.context.close();
});

test("leaving without a network leaves the page all the same", async ({ browser, serverUrl }) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await person.context.newPage();
  await page.goto("/portal/pause");
  await page.getByRole("button", { name: "Start twenty minutes" }).click();
  await person.context.setOffline(true);
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect(page.getByRole("heading", { name: "A pause" })).toBeHidden();
  await expect.poll(() => page.url()).not.toContain(serverUrl);
  await page.goBack().catch(() => null);
  await expect(page.locator("html")).not.toContainText(personal, { useInnerText: true });
  await person.context.close();
});

test("leaving where the browser keeps pages for Back shows none of them", async ({
  playwright,
  launchOptions,
  serverUrl,
}) => {
  const keeping = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const person = await mintSignedInClient(pool, keeping, serverUrl);
  const page = await onPhone(person);
  await page.goto("/portal/path");
  await expect(page.getByRole("heading", { level: 1, name: "My path" })).toBeVisible();
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect(page).toHaveTitle("Weather");
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.locator("html")).not.toContainText(personal, { useInnerText: true });
  await keeping.close();
});
