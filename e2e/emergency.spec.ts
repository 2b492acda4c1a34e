import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { staffPage } from "./staff";

test.setTimeout(90_000);

const password = "harbour-lilac-quartz-88";

test("a supervisor opens one record in an emergency, sees for how long, and the owner looks through it", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const { supervisor, colleague, owner } = practice;
  const { clientId } = await mintClient(pool, practice, { name: "Noor Quist", therapist: colleague, now });
  const { context, page } = await staffPage(pool, browser, serverUrl, supervisor, "Sam Supervisor");
  await pool.query("update account set password_hash = $2 where id = $1", [
    supervisor.accountId,
    await hashPassword(password),
  ]);
  await pool.query(
    "update session set proved_at = null, created_at = created_at - interval '10 minutes' where account_id = $1",
    [supervisor.accountId],
  );
  const record = `/clients/${clientId}/overview`;

  await test.step("it is not there, is opened with a reason and the password, and says so on its page", async () => {
    await page.goto(record);
    await expect(page.getByRole("heading", { name: "Noor Quist" })).toHaveCount(0);
    await page.goto("/account");
    await page.getByRole("region", { name: "Access in an emergency" }).getByRole("link").click();
    await page.waitForURL(/\/emergency$/);
    await expectAccessible(page);
    await page.getByLabel("Record number, or the whole name").fill("Nobody Here");
    await page.getByLabel("Why it cannot wait").fill("Her therapist cannot be reached.");
    await page.getByRole("button", { name: "Open this record" }).click();
    await page.getByLabel(/password/i).fill(password);
    await page.getByRole("button", { name: "Open this record" }).click();
    await expect(page.getByText("No record was opened: none has this number")).toBeVisible();
    // The answer is whole once what it asked for before is gone, and what was typed stands in its field again.
    await expect(page.getByLabel(/password/i)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Open this record" })).not.toHaveAttribute("aria-disabled");
    await page.getByLabel("Record number, or the whole name").fill("noor quist");
    await page.getByRole("button", { name: "Open this record" }).click();
    // What was refused kept nothing, the proof neither.
    await page.getByLabel(/password/i).fill(password);
    await page.getByRole("button", { name: "Open this record" }).click();
    await page.waitForURL((url) => url.pathname === record);
    await expect(page.getByRole("heading", { name: "Noor Quist" })).toBeVisible();
    await expect(page.getByText(/Until \d\d:\d\d, (60|59) minutes/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("it is ended, and not there any more", async () => {
    await page.getByRole("button", { name: "End it now" }).click();
    await page.waitForURL(/\/emergency$/);
    await expect(page.getByText("Somebody else looks through it", { exact: true })).toBeVisible();
    await page.goto(record);
    await expect(page.getByRole("heading", { name: "Noor Quist" })).toHaveCount(0);
    await context.close();
  });

  await test.step("the owner is told of it and keeps what they found", async () => {
    const { context: other, page: owners } = await staffPage(pool, browser, serverUrl, owner, "Alma Keller");
    await owners.goto("/settings/unusual");
    await owners.getByRole("link", { name: "Look through it" }).click();
    await owners.waitForURL(/\/emergency$/);
    await expect(owners.getByText("Her therapist cannot be reached.")).toBeVisible();
    await owners.getByLabel("What you found").fill("It was right to look.");
    await owners.getByRole("button", { name: "I looked through it" }).click();
    await expect(owners.getByText(/Alma Keller looked through it .*: It was right to look\./)).toBeVisible();
    await expectAccessible(owners);
    await other.close();
  });
  await pool.end();
});
