import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { acknowledgeEvent } from "@/db/commands/safety/take-step";
import { withScope } from "@/db/scope";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { tapNotSafe } from "./people";
import { answerToNinth, givePhq } from "./phq";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

const narrow = { width: 320, height: 568 };

/** A client in this zone, signed in on a small phone. */
async function clientIn(zone: string, browser: Browser, serverUrl: string) {
  const minted = await mintSignedInClient(pool, browser, serverUrl);
  await pool.query("update client set zone = $1 where practice_id = $2", [zone, minted.practice.practiceId]);
  await pool.query("update account set zone = $1 where practice_id = $2 and role = 'client'", [
    zone,
    minted.practice.practiceId,
  ]);
  const page = await minted.context.newPage();
  await page.setViewportSize(narrow);
  return { ...minted, page };
}

const doubled = (page: Page) => page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));

/** Every number that the opened sheet holds can be scrolled to, and none is cut at its edge. */
async function expectReachable(page: Page): Promise<void> {
  const sheet = page.locator("details[data-not-safe]");
  expect(await sheet.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  const links = sheet.getByRole("link");
  expect(await links.count()).toBeGreaterThan(3);
  for (const link of [links.first(), links.last()]) {
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= narrow.width).toBe(true);
    await expect(link).toBeInViewport({ ratio: 1 });
  }
}

test("a client in Tokyo, without a network, at 320 px and twice the size of text", async ({ browser, serverUrl }) => {
  const { context, page } = await clientIn("Asia/Tokyo", browser, serverUrl);
  await page.goto("/portal");
  await doubled(page);
  await context.setOffline(true);
  await tapNotSafe(page);
  await expect(page.getByRole("heading", { name: "Japan" })).toBeVisible();
  const first = page.locator("details[data-not-safe]").getByRole("link").first();
  await expect(first).toHaveText("Police: call 110");
  await expect(first).toHaveAttribute("href", "tel:110");
  await expect(first).toBeInViewport();
  await expect(page.getByRole("heading", { name: "United Kingdom, where your therapist works" })).toBeVisible();
  await expect(page.getByText("In danger there?")).toBeVisible();
  await expect(page.getByText(/has not been told: there is no connection/)).toBeVisible();
  await expect(page.getByText(/A call stays in this phone’s own list of calls/)).toBeVisible();
  await expectReachable(page);
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeInViewport();
  await picture(page, "tokyo-offline");
  await context.setOffline(false);
  await expect(page.getByText(/It stands first on the list of/)).toBeVisible();
  await page.goto("/portal/messages");
  await expect(page.getByText(/Call 110 for the police, 119 for an ambulance \(Japan\)/)).toBeVisible();
  await context.close();
});

test("a client in São Paulo: contacts, a sitting, and signed out", async ({ browser, serverUrl }) => {
  const { context, page, sitting } = await clientIn("America/Sao_Paulo", browser, serverUrl);
  await page.goto("/portal/safe");
  await expect(page.getByRole("link", { name: "Police: call 190" })).toBeVisible();
  await expect(page.getByText(/Taken from the time zone of your record/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "United Kingdom, where your therapist works" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "sao-paulo");
  await page.goto(sitting);
  await context.setOffline(true);
  await page.getByText("Where to turn", { exact: true }).click();
  await expect(page.getByRole("link", { name: "Police: call 190" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "turn-in-sitting");
  await context.setOffline(false);

  await page.goto("/portal");
  await doubled(page);
  // An answer still under way would bring the cookie back.
  await page.waitForLoadState("networkidle");
  await context.clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show numbers to call" }).click();
  await expect(page.getByRole("link", { name: "Police: call 190" })).toBeVisible();
  await expect(page.getByText(/has not been told\. You are signed out/)).toBeVisible();
  await expectReachable(page);
  await picture(page, "signed-out");
  await context.close();
});

test("a server that stays silent, and a zone that is no place", async ({ browser, serverUrl }) => {
  const { context, page } = await clientIn("UTC", browser, serverUrl);
  await page.goto("/portal");
  await page.route("**/portal", (route) => (route.request().method() === "POST" ? undefined : route.continue()));
  await tapNotSafe(page);
  await expect(page.getByText("In danger now? Call your local emergency number.")).toBeVisible();
  await expect(page.getByText(/^Telling /)).toBeVisible();
  await expect(page.getByText(/has not answered yet, so .* may not have been told/)).toBeVisible({ timeout: 9_000 });
  await expectReachable(page);
  await context.close();
});

test("pressed again on a page that stayed open, it is told again, and the words are those of now", async ({
  browser,
  serverUrl,
}) => {
  const { context, practice, page } = await clientIn("Europe/London", browser, serverUrl);
  const { practiceId, therapist } = practice;
  const events = async () =>
    (
      await pool.query<{ id: string }>("select id from safety_event where practice_id = $1 order by opened_at", [
        practiceId,
      ])
    ).rows;
  await page.goto("/portal");
  await tapNotSafe(page);
  await expect(page.getByText(/It stands first on the list of/)).toBeVisible();
  const [first] = await events();
  await withScope(pool, therapist, new Date(), (scope) => acknowledgeEvent(scope, { eventId: first?.id ?? "" }));
  const sheet = page.locator("details[data-not-safe]");
  await sheet.getByText("Close", { exact: true }).click();
  await expect(sheet).not.toHaveAttribute("open");
  await tapNotSafe(page);
  await expect.poll(async () => (await events()).length).toBe(2);
  await expect(page.getByText(/It stands first on the list of/)).toBeVisible();
  await context.close();
});

test("a critical answer shows where to turn without waiting for the network", async ({ browser, serverUrl }) => {
  const { context, practice, client, page } = await clientIn("Asia/Tokyo", browser, serverUrl);
  const sitting = await givePhq(pool, practice, client);
  await page.goto(sitting);
  await expect(page.getByText("Where to turn", { exact: true })).toBeVisible();
  await context.setOffline(true);
  const last = await answerToNinth(page);
  await expect(page.getByRole("alert", { name: "Where to turn now" })).toHaveCount(0);
  await last.getByRole("radio").nth(1).check({ force: true });
  await expect(page.getByRole("alert", { name: "Where to turn now" })).toBeVisible();
  await expect(page.getByRole("alert").getByRole("link", { name: "Ambulance: call 119" })).toBeInViewport();
  await picture(page, "crisis-offline");
  await context.close();
});
