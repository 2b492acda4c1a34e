import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

test("a discharge: a goodbye, pages that can be read and not written, the archive, and back again", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  await pool.query("update account set password_hash = coalesce(password_hash, 'x') where id = $1", [client.accountId]);
  const therapist = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const { page } = therapist;
  await page.goto(`/clients/${client.clientId}/record`);
  await page.getByText("Discharge Noor").click();
  await page.getByLabel("Why", { exact: true }).last().fill("The ten weeks are over.");
  await page.getByText("Can still be read").click();
  await page.getByLabel("A goodbye to Noor").fill("Write to the practice whenever you like.");
  await expectAccessible(page);
  await picture(page, "discharge");
  await page.getByRole("button", { name: "Discharge", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Discharged" })).toBeVisible();
  await picture(page, "discharged");
  await page.goto("/caseload?state=archive");
  await expect(page.getByRole("link", { name: "Noor Haddad" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "archive");

  const phone = await context.newPage();
  await phone.goto("/portal");
  await expect(phone.getByText(/You can read everything here until .*Nothing new can be added/)).toBeVisible();
  await phone.getByText("Read it").click();
  await expect(phone.getByText("Write to the practice whenever you like.")).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "goodbye");
  await phone.goto("/portal/messages");
  await expect(phone.getByRole("textbox")).toHaveCount(0);
  await phone.goto("/portal/exercises/one-real-feeling");
  for (const field of await phone.getByRole("main").getByRole("button").all()) await expect(field).toBeDisabled();
  await picture(phone, "read-only");

  await page.getByRole("link", { name: "Noor Haddad" }).click();
  await page.getByText("Take back into care").click();
  await page.getByLabel("Why", { exact: true }).last().fill("She asked to come back.");
  await page.getByRole("button", { name: "Take back", exact: true }).click();
  await expect(page.getByText("Taken back into care by Alma Keller")).toBeVisible();
  await phone.goto("/portal");
  await expect(phone.getByText("Nothing new can be added")).toHaveCount(0);
  for (const one of [context, therapist.context]) await one.close();
  await pool.end();
});
