import { Pool } from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { ownerEmail, ownerPassword, ownerState, setUpSecondFactor } from "./people";

test.setTimeout(180_000);

test("the first run sets up a practice, its owner and a second factor", async ({
  page,
  setupToken,
  request,
  databaseUrl,
}) => {
  expect((await request.get("/api/health")).ok()).toBe(true);
  expect(await (await request.get("/api/ready")).json()).toEqual({ status: "ready" });

  await page.goto("/setup");
  await expect(page.getByText("Open that link.")).toBeVisible();
  await page.goto(`/setup?token=${setupToken}`);
  await expectAccessible(page);

  await page.getByLabel("Practice", { exact: false }).first().fill("Northbank Practice");
  await page.getByLabel("Your name").fill("Alma Keller");
  await page.getByLabel("Your e-mail").fill(ownerEmail);
  await page.getByLabel("Password", { exact: true }).fill("password1234");
  await page.getByRole("button", { name: "Set up your practice" }).click();
  await expect(page.locator("[data-error]").first()).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Alma Keller");
  await page.getByLabel("Password", { exact: true }).fill(ownerPassword);
  await page.getByRole("button", { name: "Set up your practice" }).click();

  await expect(page.getByRole("heading", { name: "A second step" })).toBeVisible();
  await page.goto("/caseload");
  await expect(page).toHaveURL(/second-factor/);
  await expectAccessible(page);
  await setUpSecondFactor(page);
  await expect(page.locator("li code, ol li, ul li").first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("link", { name: "Go to Nearer" })
    .or(page.getByRole("button", { name: "Go to Nearer" }))
    .click();

  await expect(page.getByRole("heading", { name: "Caseload" })).toBeVisible();
  await expect(page.getByText("No clients yet")).toBeVisible();
  await expectAccessible(page);
  await page.context().storageState({ path: ownerState });
  // The journeys share this sign-in: whoever stands in them showed that it is them, also after an hour.
  const database = new Pool({ connectionString: databaseUrl, max: 1 });
  await database.query("update session set proved_at = '2100-01-01'");
  await database.end();
});
