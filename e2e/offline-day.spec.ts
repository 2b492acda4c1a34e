import type { Page } from "@playwright/test";
import pg from "pg";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { sealedOn, storedOn } from "./on-device";
import { picture } from "./picture";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient, type SignedInClient } from "./security/minted-session";
import { expectReachable } from "./small-measures";

test.setTimeout(120_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

type Kept = { address: string; text: string };

/** Everything that this browser keeps in its caches, opened. */
const kept = (page: Page): Promise<Kept[]> =>
  page.evaluate(async () => {
    const found: { address: string; text: string }[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await caches.match(request);
        found.push({ address: new URL(request.url).pathname, text: (await answer?.text()) ?? "" });
      }
    return found;
  });

const workers = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** The page for a day without a network is there. */
const isKept = (page: Page) =>
  expect
    .poll(async () => (await kept(page)).map(({ address }) => address), { timeout: 30_000 })
    .toContain("/portal/offline");

async function opened(person: SignedInClient): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto("/portal");
  await isKept(page);
  return page;
}

test("a day without a network, from the start until everything has arrived", async ({ browser, serverUrl }) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await gateOf(pool, person.practice, person.client)("clear");
  const { context } = person;
  const page = await opened(person);
  expect(await page.locator('meta[name="viewport"]').getAttribute("content")).toContain("viewport-fit=cover");
  await page.goto(paths.portal.exercise("one-real-feeling"));
  await page.getByRole("button", { name: "Next" }).click();

  // In the train: the exercise goes on, step by step.
  await context.setOffline(true);
  await page.getByLabel("The feeling, in one word").fill("QUIETcanary");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("The feeling, in one word")).toHaveValue("QUIETcanary");
  // A link does not take it away.
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await expect(page.getByText("No network just now. This page stays as it is")).toBeVisible();
  await expect(page.getByLabel("The feeling, in one word")).toHaveValue("QUIETcanary");
  await picture(page, "no-network-link");

  // The application is started anew: numbers, and what can be done.
  const started = await context.newPage();
  await started.goto("/portal");
  await expect(started.getByRole("heading", { name: "Nearer cannot be reached just now" })).toBeVisible();
  await expect(started.getByRole("link", { name: "Call 999" })).toBeVisible();
  await started.getByText("Name one real feeling").click();
  await expect(started.getByText("Naming it in your mind is the whole exercise")).toBeVisible();
  await expect(started.getByText("There is no network on this device.")).toBeVisible();
  await expectAccessible(started);
  await expectReachable(started);
  await picture(started, "no-network-start");
  await started.getByRole("button", { name: "Try again" }).click();
  await expect(started.getByRole("heading", { name: "Nearer cannot be reached just now" })).toBeVisible();

  // Nothing that this person wrote, and nobody's name, is in what is kept.
  await page.bringToFront();
  const entries = await kept(page);
  const personal = entries.filter(({ text }) => /QUIETcanary|Noor|Haddad/.test(text));
  expect(personal.map(({ address }) => address)).toEqual([]);
  const addresses = entries.map(({ address }) => address);
  expect(addresses.filter((address) => !address.startsWith("/_next/static/"))).toEqual(["/portal/offline"]);

  // Out of the train: what was written arrives, and what was started opens where it was going.
  await context.setOffline(false);
  await expect(page.getByText("No network just now. This page stays")).toBeHidden();
  await page.getByLabel("The feeling, in one word").press("End");
  await page.keyboard.type(" again");
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await started.bringToFront();
  await expect(started.getByText("This device has a network again.")).toBeVisible();
  await started.getByRole("button", { name: "Open Nearer" }).click();
  await expect(started.getByRole("navigation", { name: "Main" })).toBeVisible();
  await started.goto(paths.portal.exercise("one-real-feeling"));
  await expect(started.getByLabel("The feeling, in one word")).toBeVisible();
  await expect(started.getByLabel("The feeling, in one word")).toHaveValue("QUIETcanary again");

  // Once more, and the application is put away before the network is back: what was written waits, and arrives.
  await context.setOffline(true);
  await started.getByLabel("The feeling, in one word").fill("QUIETcanary, later");
  await expect(started.getByText("Your words wait on this device")).toBeVisible();
  await expectReachable(started);
  // Sealed: whoever looks through what this browser keeps finds that something waits, and not what.
  expect(await sealedOn(started)).toHaveLength(1);
  expect(await storedOn(started)).not.toContain("QUIETcanary");
  await started.close();
  await page.close();
  await context.setOffline(false);
  const evening = await context.newPage();
  await evening.goto(paths.portal.exercise("one-real-feeling"));
  await expect(evening.getByLabel("The feeling, in one word")).toBeVisible();
  await expect(evening.getByLabel("The feeling, in one word")).toHaveValue("QUIETcanary, later");
  await context.close();
});

test("without a network a page is covered after the same idle minutes, by the device's own clock", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await person.context.newPage();
  await page.clock.install();
  await page.goto("/portal/messages");
  await page.getByRole("textbox").fill("Words that wait");
  await page.clock.runFor(5_000);
  await isKept(page);
  await person.context.setOffline(true);
  await page.clock.runFor(15 * 60_000);
  // A touch begins the minutes anew.
  await page.getByRole("textbox").press("End");
  await page.clock.runFor(15 * 60_000);
  await expect(page.getByRole("textbox")).toHaveValue("Words that wait");
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeHidden();
  await page.clock.runFor(6 * 60_000);
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expect(page.getByRole("textbox")).toBeHidden();
  const [numbers] = await Promise.all([
    person.context.waitForEvent("page"),
    page.getByRole("link", { name: "Numbers to call" }).click(),
  ]);
  await expect(numbers.getByRole("link", { name: "Call 999" })).toBeVisible();
  await person.context.close();
});

test("Leave quickly and signing out leave nothing that was kept, and another person's device keeps nothing of the first", async ({
  browser,
  serverUrl,
}) => {
  const weather = "https://www.bbc.co.uk/weather";
  const one = await mintSignedInClient(pool, browser, serverUrl);
  await one.context.route(weather, (route) =>
    route.fulfill({ body: "<title>Weather</title>", contentType: "text/html" }),
  );
  const page = await opened(one);
  expect(await workers(page)).toBe(1);
  // Without a network, from the page that was kept itself.
  await one.context.setOffline(true);
  await page.goto("/portal/messages");
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect.poll(() => page.url()).not.toContain(serverUrl);
  await one.context.setOffline(false);
  const look = await one.context.newPage();
  await look.goto("/api/health");
  await expect.poll(() => kept(look)).toEqual([]);
  expect(await workers(look)).toBe(0);
  // The first contact ends the sign-in that was left without a network.
  await look.goto("/portal");
  await expect(look).toHaveURL(/\/sign-in$/);

  const two = await mintSignedInClient(pool, { newContext: async () => one.context }, serverUrl);
  const second = await opened(two);
  await second.goto("/portal/account");
  await second.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await second.waitForURL(/sign-in/);
  await expect.poll(() => kept(second)).toEqual([]);
  expect(await workers(second)).toBe(0);

  const three = await mintSignedInClient(pool, { newContext: async () => one.context }, serverUrl);
  const third = await opened(three);
  const cacheNames = () => third.evaluate(async () => (await caches.keys()).filter((name) => /offline/.test(name)));
  const [before] = await cacheNames();
  await mintSignedInClient(pool, { newContext: async () => one.context }, serverUrl);
  await third.goto("/portal");
  await expect.poll(async () => (await cacheNames()).length === 1 && (await cacheNames())[0] !== before).toBe(true);
  await one.context.close();
});

test("Nearer can stand among a phone's apps under a name that tells nothing", async ({
  page,
  playwright,
  serverUrl,
}) => {
  const request = await playwright.request.newContext({ baseURL: serverUrl });
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  expect([manifest.name, manifest.short_name, manifest.start_url]).toEqual(["Nearer", "Nearer", "/portal"]);
  expect(manifest.description).toBeUndefined();
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"]).toBe("image/png");
    const png = await icon.body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain("maskable");
  expect((await request.get("/favicon.ico")).status()).toBe(200);
  const worker = await request.get("/sw.js");
  expect(worker.headers()["content-type"]).toContain("text/javascript");
  expect(worker.headers()["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
  const door = await page.goto("/sign-in");
  expect(door?.headers()["content-security-policy"]).toContain("worker-src 'self'");
  await expect(page.locator('meta[name="theme-color"]')).toHaveCount(2);
  // Where an iPhone looks by itself, so that no page has to name it.
  expect((await request.get("/apple-touch-icon.png")).headers()["content-type"]).toBe("image/png");
  await request.dispose();
});
