import pg from "pg";
import { escapeWithin } from "@/lib/identity/leave-keys";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";

test.setTimeout(90_000);

const weather = "https://www.bbc.co.uk/weather";
const elsewhere = (host: string) => new RegExp(`^https://${host.replaceAll(".", "\\.")}/`);
const forecast = { body: "<title>Weather</title><h1>Rain later</h1>", contentType: "text/html" };

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

test("Shift three times leaves in every tab, is counted to be seen and heard, and capital letters never leave", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await person.context.route(weather, (route) => route.fulfill(forecast));
  const [letters, other] = [await person.context.newPage(), await person.context.newPage()];
  await letters.goto("/portal/messages");
  await other.goto("/portal/path");
  const box = letters.getByRole("textbox");
  await box.pressSequentially("A B C D E");
  for (const letter of ["F", "G", "H"]) await box.press(`Shift+${letter}`);
  await expect(letters).toHaveTitle("Messages");
  await letters.keyboard.press("Shift");
  await expect(letters.getByRole("status").filter({ hasText: "press 2 more times" })).toBeAttached();
  await expect(letters.getByText("1 of 3")).toBeVisible();
  await picture(letters, "one-of-three");
  await expectAccessible(letters);
  // A word typed in between, and the count begins anew.
  await box.press("z");
  await expect(letters.getByText(/of 3$/)).toBeHidden();
  await letters.keyboard.press("Shift");
  await expect(letters.getByText("1 of 3")).toBeVisible();
  await letters.keyboard.press("Shift");
  await expect(letters.getByText("2 of 3")).toBeVisible();
  await letters.keyboard.press("Shift");
  for (const page of [letters, other]) await expect(page).toHaveTitle("Weather");
  await expect.poll(() => person.isSignedIn()).toBe(false);
  await person.context.close();
});

test("leaving works with the beacon, the channel and storage switched off; another tab covers itself when it asks", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await person.context.route(weather, (route) => route.fulfill(forecast));
  await person.context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Switched off", "SecurityError");
    };
    Object.defineProperty(navigator, "sendBeacon", { value: undefined });
    Object.defineProperty(window, "BroadcastChannel", { value: refuse });
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get: refuse });
  });
  const [page, other] = [await person.context.newPage(), await person.context.newPage()];
  await page.goto("/portal");
  await other.goto("/portal/messages");
  await page.bringToFront();
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect(page).toHaveTitle("Weather");
  await expect.poll(() => person.isSignedIn()).toBe(false);
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(other.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expect(other.getByRole("heading", { name: "Messages" })).toBeHidden();
  await person.context.close();
});

test("without a channel the other tabs hear it through storage; without script a form does it all", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await person.context.route(weather, (route) => route.fulfill(forecast));
  await person.context.addInitScript(() => Object.defineProperty(window, "BroadcastChannel", { value: undefined }));
  const [page, other] = [await person.context.newPage(), await person.context.newPage()];
  await page.goto("/portal");
  await other.goto("/portal/messages");
  await page.getByRole("button", { name: "Leave quickly" }).click();
  for (const one of [page, other]) await expect(one).toHaveTitle("Weather");
  await person.context.close();

  const plain = await mintSignedInClient(pool, browser, serverUrl, { javaScriptEnabled: false });
  await plain.context.route(weather, (route) => route.fulfill(forecast));
  const bare = await plain.context.newPage();
  await bare.goto("/portal/messages");
  await bare.getByRole("button", { name: "Leave quickly" }).click();
  await bare.waitForURL(weather);
  await expect.poll(() => plain.isSignedIn()).toBe(false);
  await plain.context.close();
});

test("left without a network, the sign-in is over at the next contact, whatever is opened", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await person.context.newPage();
  await page.goto("/portal");
  await person.context.setOffline(true);
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect.poll(() => page.url()).not.toContain(serverUrl);
  // From here on anything of this browser that asks the server is the next contact, a worker that goes too.
  await person.context.setOffline(false);
  const later = await person.context.newPage();
  await later.goto("/portal/messages");
  await expect(later).toHaveURL(/\/sign-in$/);
  await expect(later.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await person.isSignedIn()).toBe(false);
  const names = (await person.context.cookies()).map(({ name }) => name);
  expect(names.filter((name) => /session|left/.test(name))).toEqual([]);
  await person.context.close();
});

test("Esc closes a dialog and nothing else, and can be switched off; Shift still leaves then", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await person.context.route(weather, (route) => route.fulfill(forecast));
  const page = await person.context.newPage();
  await page.clock.install();
  await page.goto("/portal/account");
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.textContent = "Something open";
    document.body.append(dialog);
    dialog.showModal();
  });
  await page.keyboard.press("Escape");
  await expect(page.getByText("Something open")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Account");
  await picture(page, "account-leaving");
  // Pressed again later, by the page's own clock, it is a first press anew.
  await page.clock.fastForward(escapeWithin + 1);
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Account");
  await page.getByRole("radio", { name: /^Does nothing/ }).check();
  await page
    .locator("#account-leaving")
    .locator("xpath=ancestor::section")
    .getByRole("button", { name: "Save" })
    .click();
  await expect(page.getByText("It holds on every device.")).toBeVisible();
  await page.goto("/portal/messages");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Messages");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await expect(page).toHaveTitle("Weather");
  await person.context.close();
});

test("every door has the way out, to a page in the language of whoever reads there, and says nothing of a therapist", async ({
  browser,
  serverUrl,
}) => {
  const context = await browser.newContext({ storageState: nobody, baseURL: serverUrl, locale: "de-DE" });
  await context.route(elsewhere("www.wetter.com"), (route) => route.fulfill(forecast));
  const page = await context.newPage();
  const token = "x".repeat(43);
  const doors = ["/sign-in", "/forgotten-password", "/sign-in/link"];
  const withToken = ["invitation", "reset-password", "sign-in/link"].map((page) => `/${page}/${token}`);
  for (const door of [...doors, ...withToken]) {
    await page.goto(door);
    await page.getByRole("button", { name: "Leave quickly" }).click();
    await page.waitForURL(elsewhere("www.wetter.com"));
  }
  await page.goto("/sign-in");
  await expect(page.locator("body")).not.toContainText(/therap|client/i);
  await expectAccessible(page);
  await picture(page, "sign-in");
  await context.close();
});
