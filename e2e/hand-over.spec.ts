import pg from "pg";
import { mintClient } from "@/db/testing/mint";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

test("a therapist who leaves: each client has somebody, and reads who it is", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice } = await mintSignedInClient(pool, browser, serverUrl);
  await mintClient(pool, practice, { name: "Mara Quist", now: new Date() });
  const named = (accountId: string, name: string) =>
    pool.query("update account set name = $2, password_hash = coalesce(password_hash, 'x') where id = $1", [
      accountId,
      name,
    ]);
  await named(practice.therapist.accountId, "Alma Keller");
  await named(practice.colleague.accountId, "Ben Okoro");
  const owner = await staffPage(pool, browser, serverUrl, practice.owner, "Olga Stern");
  const { page } = owner;
  await page.goto("/settings/colleagues");
  const alma = page.getByRole("listitem").filter({ hasText: "Change Alma Keller" });
  await alma.getByText("Change Alma Keller").click();
  await alma.getByLabel("Why", { exact: true }).fill("Leaves the practice.");
  await alma.getByRole("button", { name: "Withdraw access" }).click();
  await expect(alma.getByText("Choose who takes over: Alma Keller has 2 clients.").first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/settings/hand-over");
  await page.getByRole("link", { name: "Record of Mara Quist" }).click();
  await page.getByText("Begin again at week 1").click();
  await page.getByLabel("Why", { exact: true }).first().fill("She comes back.");
  await expectAccessible(page);
  await picture(page, "courses");
  await page.getByRole("button", { name: "Begin a new course" }).click();
  await expect(page.getByText("Course 2, week 1 from")).toBeVisible();

  await page.goto("/settings/hand-over");
  await page.getByLabel("Mara Quist").check();
  await page.getByLabel("Who takes over").selectOption({ label: "Ben Okoro" });
  await picture(page, "who-has-whom");
  await page.getByRole("button", { name: "Show what changes" }).click();
  await expect(page.getByRole("heading", { name: "1 client to Ben Okoro" })).toBeVisible();
  await expect(page.getByText("You work with Ben Okoro now")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "hand-over");
  await page.getByLabel("Why", { exact: true }).fill("Mara asked for it.");
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByRole("group").filter({ hasText: "Ben Okoro" })).toContainText("Mara Quist");

  await page.goto("/settings/colleagues");
  await alma.getByText("Change Alma Keller").click();
  await alma.getByLabel("Why", { exact: true }).fill("Leaves the practice.");
  await alma.getByLabel("Who takes over").selectOption({ label: "Ben Okoro" });
  await alma.getByRole("button", { name: "Withdraw access" }).click();
  await expect(alma.getByText("Access withdrawn: Leaves the practice.")).toBeVisible();

  await page.goto("/settings/audit");
  await expect(
    page.getByRole("row").filter({ hasText: "handed the client over to another therapist" }).first(),
  ).toContainText("Olga Stern");
  await expectAccessible(page);
  await picture(page, "record-of-access");
  await page.getByLabel("About").selectOption({ label: "Sign-in and colleagues" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("handed the client over")).toHaveCount(0);
  const file = await page.request.get("/api/audit?area=clients");
  expect(file.headers()["content-disposition"]).toContain("record-of-access.csv");
  expect(await file.text()).toContain("handed the client over to another therapist,clients.transferred");

  const phone = await context.newPage();
  await phone.goto("/portal");
  await expect(phone.getByRole("heading", { name: "You work with Ben Okoro now" })).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "new-therapist");
  for (const one of [context, owner.context]) await one.close();
  await pool.end();
});
