import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { unzipped } from "@/db/testing/unzipped";
import { paths } from "@/lib/paths";
import { eraseClients } from "@/runtime/worker/erase-clients";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);
const password = "lantern-orbit-velvet-93";

test("a client takes their pages along and asks to be erased; a hold keeps the record until it ends", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  await pool.query("update account set password_hash = $2 where id = $1", [
    client.accountId,
    await hashPassword(password),
  ]);
  // As anybody who only signed in: the password is asked for the file.
  await pool.query("update session set proved_at = null where account_id = $1", [client.accountId]);
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const phone = await context.newPage();
  await phone.goto("/portal/account");
  await phone.getByRole("link", { name: "Look at your data" }).click();
  await phone.waitForURL(/\/portal\/13$/);
  await expectAccessible(phone);
  await picture(phone, "own-data");
  expect((await phone.request.get("/api/files", { maxRedirects: 0 })).status()).toBe(303);
  await phone.getByLabel("Your password").first().fill(password);
  await phone.getByRole("button", { name: "Go on" }).click();
  const saving = phone.waitForEvent("download");
  await phone.getByRole("link", { name: "Save the file" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^Document[- ]\d{4}-\d\d-\d\d\.zip$/);
  const files = await unzipped(readFileSync(await saved.path()));
  expect([...files.keys()]).toEqual(["pages.html", "pages.csv", "pages.json", "pages.fhir.json"]);
  expect(files.get("pages.html")).toContain("Noor Haddad");

  await phone.getByText("Ask for it", { exact: true }).click();
  await phone.getByLabel("I want this.").check();
  await phone.getByLabel("Your password").last().fill(password);
  await picture(phone, "erasure-asking");
  await phone.getByRole("button", { name: "Ask for it now" }).click();
  await expect(phone.getByRole("heading", { name: "You asked for your data to be erased" })).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "erasure-asked");
  await phone.goto("/portal/messages");
  await expect(phone).toHaveURL(/\/portal\/13$/);
  expect((await phone.request.get("/api/files", { maxRedirects: 0 })).status()).toBe(303);
  await phone.goto(paths.portal.contacts);
  await expect(phone.getByRole("heading", { name: "Tell Alma" })).toBeVisible();

  const { page } = alma;
  await page.goto("/caseload");
  const row = page.getByRole("row", { name: /^Noor Haddad/ });
  await expect(row).toContainText("Asks for the record to be erased");
  await page.goto(`/clients/${client.clientId}/record/erasure`);
  await page.getByText("Hold Noor’s record back").click();
  await page.getByLabel("Why", { exact: true }).last().fill("A court has asked for it.");
  await page.getByRole("button", { name: "Hold it" }).click();
  await expect(page.getByText(/^Held by Alma Keller, .*A court has asked for it\.$/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "erasure-review");
  await page.goto(`/clients/${client.clientId}/record`);
  await page.getByText("Discharge Noor").click();
  await page.getByLabel("Why", { exact: true }).last().fill("She asked for it.");
  await page.getByText("Close now").click();
  await page.getByRole("button", { name: "Discharge", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Discharged" })).toBeVisible();
  await page.goto(`/clients/${client.clientId}/record/erasure`);
  await page.getByLabel("Day of the talk").fill(new Date().toISOString().slice(0, 10));
  await page.getByText("On the phone").click();
  await page.getByLabel(/can anybody hear you/).check();
  await page.getByText("Erase it", { exact: true }).click();
  await page
    .locator("#answer")
    .locator("..")
    .locator("..")
    .locator("..")
    .getByLabel("Why", { exact: true })
    .first()
    .fill("She wants it.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("Answered. It waits for the holds below to end")).toBeVisible();
  await picture(page, "erasure-held");

  const dir = mkdtempSync(path.join(os.tmpdir(), "nearer-erased-"));
  const erase = () => eraseClients(pool, practice.system, new Date(), dir);
  expect(await erase()).toBe(0);
  await page.getByText("End this hold").click();
  await page.getByLabel("Why", { exact: true }).first().fill("The court is done.");
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("Nothing holds this record back.")).toBeVisible();
  expect(await erase()).toBeGreaterThan(0);
  rmSync(dir, { recursive: true });
  await page.goto(`/clients/${client.clientId}/record/erasure`);
  await expect(page.getByText("Name, address, words, answers and sign-in are gone.")).toBeVisible();
  await picture(page, "erasure-done");
  await page.goto(`/clients/${client.clientId}/record`);
  await expect(page.getByRole("heading", { name: "Erased", exact: true }).last()).toBeVisible();
  expect(await page.content()).not.toContain("Haddad");
  for (const one of [context, alma.context]) await one.close();
  await pool.end();
});
