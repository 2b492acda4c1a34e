import type { Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { type PracticeServer, startPractice } from "./practice-server";
import { samplePlaces } from "./sample-places";
import { sessionCookie } from "./security/minted-session";

test.use({ storageState: nobody });
test.setTimeout(600_000);

let server: PracticeServer;
let tokens: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  server = await startPractice("caseload", { isSample: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  const places = await samplePlaces(pool);
  tokens = Object.fromEntries(places.map(({ name, token }) => [name, token]));
  await pool.end();
});
test.afterAll(() => server.stop());

/** A page of the sample practice, signed in: its therapist or its owner. */
async function open(page: Page, place: "caseload" | "caseload of the owner", width = 1440): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.context().addCookies([{ name: sessionCookie, value: tokens[place] ?? "", url: server.url }]);
  await page.goto(`${server.url}/caseload`);
}

const rows = (page: Page) => page.getByRole("row").filter({ has: page.locator("[data-covers]") });
const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Choose / });

test("choices apply at once, words after a pause, and columns and views are somebody's own", async ({ page }) => {
  await open(page, "caseload");
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(10);

  // Words are searched for while somebody goes on typing.
  await page.keyboard.press("/");
  await page.keyboard.type("Marche");
  await expect(page).toHaveURL(/q=Marche/);
  // She, and who is with her.
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("tti");
  await expect(page).toHaveURL(/q=Marchetti/);
  await page.getByRole("searchbox").fill("");
  await expect(rows(page)).toHaveCount(count);

  const sort = page.getByRole("combobox", { name: "Sort" });
  // Choosing by a test's own hand leaves the focus where it was: somebody at the keyboard stands on it.
  await sort.focus();
  await sort.selectOption({ label: "Next session" });
  await expect(page).toHaveURL(/sort=session/);
  await expect(sort).toBeFocused();
  const next = await rows(page).first().getByRole("cell").last().textContent();
  expect(next).toMatch(/\d\d:\d\d/);

  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Five gaps" }).uncheck();
  await expect(page).toHaveURL(/columns=/);
  await expect(page.getByRole("columnheader")).toHaveCount(8);
  await expectAccessible(page);

  // A view that is saved stands above the list; nobody else has it.
  await page.locator("summary", { hasText: "Saved views" }).click();
  await page.getByLabel("A name for this view").fill("Before sessions");
  await page.getByRole("button", { name: "Save this view" }).click();
  const saved = page.getByRole("navigation", { name: "Saved views" });
  await expect(saved.getByRole("link", { name: "Before sessions" })).toHaveAttribute("aria-current", "true");
  await page.goto(`${server.url}/caseload`);
  await expect(page.getByRole("columnheader")).toHaveCount(9);
  await saved.getByRole("link", { name: "Before sessions" }).click();
  await expect(page.getByRole("columnheader")).toHaveCount(8);
  await expect(page.getByRole("combobox", { name: "Sort" })).toHaveValue("session");
  await page.locator("summary", { hasText: "Saved views" }).click();
  const own = page.getByRole("region", { name: "Before sessions" });
  await own.locator("summary", { hasText: "Rename" }).click();
  await own.getByLabel("Its name").fill("This week’s sessions");
  await own.getByRole("button", { name: "Keep the name" }).click();
  await expect(saved.getByRole("link", { name: "This week’s sessions" })).toBeVisible();
  await picture(page, "caseload-saved-view");
  const renamed = page.getByRole("region", { name: "This week’s sessions" });
  await renamed.locator("summary", { hasText: "Remove" }).click();
  await renamed.getByRole("button", { name: /^Yes, remove/ }).click();
  await expect(saved).toHaveCount(0);
});

test("several are chosen by keys, reminded and written to, and who is left out is named with the reason", async ({
  page,
}) => {
  await open(page, "caseload");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(boxes(page).first()).toBeChecked();
  await expect(page.getByText("1 chosen")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/overview$/);
  await page.goBack();

  await page.getByRole("button", { name: "Everybody on this page" }).click();
  await expect(page.getByText(/^\d+ chosen$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Nobody" })).toBeVisible();
  await page.getByRole("button", { name: "Remind" }).click();
  await expect(page.getByRole("heading", { name: "Remind several" })).toBeVisible();
  const left = page.getByRole("region", { name: "Left out" });
  await expect(left).toContainText("Nothing waits to be answered.");
  await expectAccessible(page);
  await picture(page, "caseload-remind");
  const gets = await page.locator("input[name='clients[]']").count();
  expect(gets).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Send reminders" }).click();
  await expect(
    page.getByText(gets === 1 ? "A letter goes to one client." : `A letter goes to ${gets} clients.`),
  ).toBeVisible();

  await page.getByRole("link", { name: "Go back to the caseload" }).click();
  await boxes(page).nth(1).check();
  await boxes(page).nth(2).check();
  await page.getByRole("button", { name: "Write", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Write to several" })).toBeVisible();
  await page.getByRole("button", { name: "Send to each of them" }).click();
  await expect(page.getByText("Write a few words first.").first()).toBeVisible();
  await page.getByLabel("Your words").fill("We are closed on Friday.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to each of them" }).click();
  await expect(page.getByText(/clients were written to|client was written to/)).toBeVisible();
});

test("the bar of the owner stands on one line, and the list works without a script", async ({ page, browser }) => {
  await open(page, "caseload of the owner");
  const bar = page.getByRole("search");
  const box = await bar.boundingBox();
  expect(box?.height ?? 99).toBeLessThan(52);
  await expectAccessible(page);
  await picture(page, "caseload-owner");

  // On a phone the first client begins in the first screen, and all but the search is folded behind one button.
  await open(page, "caseload", 390);
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await rows(page).first().boundingBox())?.y ?? 999).toBeLessThanOrEqual(480);
  const flag = page.getByRole("combobox", { name: "Flag" });
  await expect(flag).toBeHidden();
  await expectAccessible(page);
  await picture(page, "caseload-phone");
  await page.getByRole("button", { name: "Filters", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(flag).toBeVisible();
  await picture(page, "caseload-phone-filters");
  await flag.focus();
  await flag.selectOption({ label: "To review" });
  await expect(page).toHaveURL(/flag=review/);
  await expect(flag).toBeFocused();
  await expect(page.getByRole("button", { name: "Filters: 1" })).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(flag).toBeHidden();
  await expect(page.getByRole("button", { name: "Filters: 1" })).toBeFocused();

  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url, storageState: nobody });
  await plain.addCookies([{ name: sessionCookie, value: tokens.caseload ?? "", url: server.url }]);
  const quiet = await plain.newPage();
  await quiet.goto("/caseload");
  await quiet.getByRole("combobox", { name: "Flag" }).selectOption({ label: "To review" });
  await quiet.getByRole("button", { name: "Show", exact: true }).click();
  await expect(quiet).toHaveURL(/flag=review/);
  await boxes(quiet).first().check();
  await quiet.getByRole("button", { name: "Remind" }).click();
  await expect(quiet.getByRole("heading", { name: "Remind several" })).toBeVisible();
  await plain.close();
});
