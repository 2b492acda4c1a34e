import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { tapNotSafe } from "./people";
import { mintSignedInClient } from "./security/minted-session";

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

test("what is sent without a network stays on the page and goes later", async ({ browser, serverUrl }) => {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const page = await context.newPage();
  await page.goto("/portal");
  await page.getByRole("button", { name: "Save this check" }).click();
  await expect(page.getByText("Choose a number from 1 to 10.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("radio", { name: "6", exact: true }).check({ force: true });
  await page.getByLabel("A note, if you like").fill("We cooked.");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save this check" }).click();
  await expect(page.getByText(/^No network just now. Your words are still here/)).toBeVisible();
  await expect(page.getByLabel("A note, if you like")).toHaveValue("We cooked.");
  await expect(page.getByRole("radio", { name: "6", exact: true })).toBeChecked();

  await tapNotSafe(page);
  await expect(page.getByRole("link", { name: "Call 999" })).toBeVisible();
  await expect(page.getByText(/has not been told: there is no connection/)).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(/It stands first on the list of/)).toBeVisible();
  await page.locator("summary", { hasText: "Close" }).click();
  await page.getByRole("button", { name: "Save this check" }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await page.goto("/portal/learn/no-such-reading");
  await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
  // An address that nobody made belongs to no part of Nearer, and has it all the same.
  expect((await page.goto("/portal/no-such-page"))?.status()).toBe(404);
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
