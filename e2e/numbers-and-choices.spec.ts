import pg from "pg";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient } from "./security/minted-session";

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

test("what is open is led to, a choice can be taken back, and what is too long stays and says so", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  // Week 6, in which a secret is shared.
  await pool.query(
    "update enrolment set start_date = start_date - 35, begun_on = begun_on - 35 where practice_id = $1 and client_id = $2",
    [person.practice.practiceId, person.client.clientId],
  );
  await gateOf(pool, person.practice, person.client)("clear");
  const page = await person.context.newPage();
  await page.goto(paths.portal.exercise("small-secret"));
  const next = page.getByRole("button", { name: "Next", exact: true });

  await next.click();
  const words = page.getByLabel("How will you begin?");
  await words.fill("x".repeat(1005));
  await expect(page.getByText("5 characters too long. 1,000 fit; nothing was cut off.")).toBeVisible();
  expect((await words.inputValue()).length).toBe(1005);
  await expectAccessible(page);
  await picture(page, "too-long");
  await words.fill("You do not know this yet.");
  await expect(page.getByText(/too long/)).toBeHidden();

  const anxious = page.getByRole("group", { name: "How anxious are you right now?" });
  await anxious.getByRole("radio", { name: "6", exact: true }).check({ force: true });
  await anxious.getByRole("radio", { name: "No answer" }).check({ force: true });
  await expect(anxious.getByRole("radio", { name: "6", exact: true })).not.toBeChecked();

  await next.click();
  await next.click();
  await page.getByRole("button", { name: "Save, I tried and stopped" }).click();
  const open = page.getByRole("alert").filter({ hasText: "Open in step 1: Choose small or medium." });
  await expect(open).toBeVisible();
  await expectAccessible(page);
  await picture(page, "open-places");
  await open.getByRole("button", { name: "Go to it" }).click();
  await expect(page.getByText("Step 1 of 4")).toBeVisible();
  const small = page.getByRole("radio", { name: /^Small/ });
  await expect(small).toBeFocused();
  await page.keyboard.press("Space");
  await expect(small).toBeChecked();
  for (let step = 0; step < 3; step += 1) await next.click();
  await page.getByRole("button", { name: "Save, I tried and stopped" }).click();
  await expect(page.getByText("You tried and stopped early. That counts.")).toBeVisible();
  const { rows } = await pool.query<{ before: number | null }>(
    "select anxiety_before as before from exercise_attempt where practice_id = $1 and client_id = $2",
    [person.practice.practiceId, person.client.clientId],
  );
  expect(rows).toEqual([{ before: null }]);
  await person.context.close();
});
