import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { tapNotSafe } from "./people";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

test("taking the agreement back asks once, says what it did, reaches staff at once, and closes no event", async ({
  browser,
  serverUrl,
  databaseUrl,
  mailbox,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const phone = await context.newPage();
  await phone.goto("/portal");
  await tapNotSafe(phone);
  await expect(phone.getByText(/It stands first on the list of Alma/)).toBeVisible();

  await phone.goto("/portal/account");
  await phone.getByRole("button", { name: "Take my agreement back" }).click();
  const dialog = phone.getByRole("dialog", { name: "Take your agreement back?" });
  await expect(dialog).toContainText("Nothing that waits for your therapist is closed by it");
  await expectAccessible(phone);
  await picture(phone, "withdrawal-asked");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await expect(phone.getByText(/^You took your agreement back, /)).toBeVisible();
  await expect(phone.getByText(/It stands on Alma’s list now/)).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "withdrawn");
  await phone.goto("/portal/messages");
  await expect(phone).toHaveURL(/\/portal\/consent$/);
  await phone.getByRole("link", { name: "Who to call, if you are not safe" }).click();
  await expect(phone.getByRole("heading", { name: "Tell Alma" })).toBeVisible();
  await phone.getByText("What I told Alma").click();
  await expect(phone.getByText(/It stands first on the list of Alma/).first()).toBeVisible();

  const letter = await mailbox.about(alma.email, "consent-withdrawn");
  expect(letter.raw).toContain(": please read this today");
  expect(letter.raw).not.toMatch(/noor|haddad|consent|agree/i);
  await alma.page.goto("/caseload");
  const row = alma.page.getByRole("row", { name: /^Noor Haddad/ });
  await expect(row).toContainText("Chose “I don’t feel safe”");
  await alma.page.getByRole("link", { name: "Noor Haddad" }).click();
  await expect(alma.page.locator("section[data-alarm]")).toBeVisible();
  await alma.page.getByRole("button", { name: "Close with a note" }).click();
  await alma.page.getByLabel("How it ended").fill("She rang. She wants to stop for now.");
  await alma.page.getByRole("button", { name: "Close this event" }).click();
  await expect(alma.page.locator("section[data-alarm]")).toHaveCount(0);
  await alma.page.goto("/caseload");
  await expect(row).toContainText("Took the agreement back");
  await alma.page.goto(`/clients/${client.clientId}/record`);
  await expect(alma.page.getByText(/^Taken back .*talk about what happens next$/)).toBeVisible();
  await picture(alma.page, "record-withdrawn");
  for (const one of [context, alma.context]) await one.close();
  await pool.end();
});
