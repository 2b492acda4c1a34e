import { randomUUID } from "node:crypto";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });

test("a letter of which nobody knows whether it arrived is seen on the record, and goes again", async ({
  page,
  databaseUrl,
  mailbox,
}) => {
  const email = "malva.quist@home.example";
  await enrolClient(page, { name: "Malva Quist", email });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Access to the portal" })).toBeVisible();
  await expect(page.getByText("Letters that may not have arrived")).toHaveCount(0);

  await loseLetterTo(email, databaseUrl);
  await page.reload();
  const lost = page.getByRole("region", { name: "Letters that may not have arrived" });
  await expect(lost).toContainText("Nobody knows whether it arrived");
  await expectAccessible(page);
  await lost.getByRole("button", { name: /^Send again A message, / }).click();
  await expect(page.getByText("Letters that may not have arrived")).toHaveCount(0);
  expect((await mailbox.about(email, "again")).raw).toContain("Something new is there for you.");
});

test("the owner sees that letters may not reach a colleague", async ({ page, databaseUrl }) => {
  const email = "tove.lost@practice.example";
  await page.goto("/settings/colleagues");
  await page.getByLabel("Name", { exact: true }).fill("Tove Brandt");
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByRole("button", { name: /invite/i }).click();
  const line = page.getByRole("listitem").filter({ hasText: email });
  await expect(line).toContainText("Invited");
  await expect(line).not.toContainText("may not have arrived");

  await loseLetterTo(email, databaseUrl);
  await page.reload();
  await expect(line).toContainText("may not have arrived");
  await expectAccessible(page);
});

/** A letter that was handed over, and of which nobody knows whether it was taken. */
async function loseLetterTo(email: string, databaseUrl: string): Promise<void> {
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await database.query(
    `insert into outbox_letter (practice_id, id, account_id, about_kind, about_id, created_at, due_at, tries, handed_over_at, set_aside_at)
     select practice_id, $1, id, 'message', $1, now(), now(), 1, now(), now() from account where email = $2`,
    [randomUUID(), email],
  );
  await database.end();
}
