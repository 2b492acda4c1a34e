import type { Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient, type SignedInClient } from "./security/minted-session";

test.setTimeout(120_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

const topOf = async (page: Page, name: string | RegExp): Promise<number> =>
  (await page.getByRole("heading", { name }).first().boundingBox())?.y ?? Number.NaN;

async function answerBoth(page: Page): Promise<void> {
  for (const choice of [/^Agree/, /^Strongly agree/]) {
    await page.getByRole("radio", { name: choice }).check({ force: true });
    await page.getByRole("button", { name: "Next" }).click();
  }
}

/** Nothing of the page is wider than the screen. */
const isNarrow = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth))
    .toBe(true);

for (const width of [390, 320]) {
  test(`a first day at ${width}: what comes stands first, in any order, and goes on where it was left`, async ({
    browser,
    serverUrl,
  }) => {
    const person = await mintSignedInClient(pool, browser, serverUrl, { viewport: { width, height: 844 } });
    const page = await person.context.newPage();
    await page.goto("/portal");
    const waiting = await pool.query<{ minutes: number; safety: boolean }>(
      `select (v.definition ->> 'minutes')::int as minutes, v.definition ->> 'sensitivity' = 'safety' as safety
       from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
       where a.practice_id = $1 and a.client_id = $2 and a.opens_on <= current_date and a.submitted_at is null`,
      [person.practice.practiceId, person.client.clientId],
    );
    const minutes = waiting.rows.reduce((sum, one) => sum + (one.safety ? 5 : one.minutes), 0);
    const count = ["", "One", "Two", "Three", "Four", "Five"][waiting.rows.length] ?? "";
    const title = new RegExp(`^${count} (short )?things? this week$`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByText(`About ${minutes} minutes in all, in any order.`)).toBeVisible();
    await expect(page.getByText("Any time this week is fine.").first()).toBeVisible();
    await expect(page.getByText(/by today/i)).toHaveCount(0);
    expect(await topOf(page, title)).toBeLessThan(await topOf(page, "How connected do you feel right now?"));
    await isNarrow(page);
    await expectAccessible(page);
    await picture(page, `first-day-${width}`);

    // The instruction of the instrument stands beside each side of a statement.
    await page.getByRole("link", { name: "Start: How close things feel" }).click();
    await expect(page.getByText("Think of the last two weeks with your partner.")).toBeVisible();
    await page.getByRole("radio", { name: /^Agree/ }).check({ force: true });
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("There is no right answer, only yours.")).toBeVisible();
    await isNarrow(page);
    await expectAccessible(page);
    await picture(page, `first-sitting-${width}`);
    await page.getByRole("radio", { name: /^Strongly agree/ }).check({ force: true });
    await page.getByRole("button", { name: "Next" }).click();
    await answerBoth(page);
    // One side of the third statement alone.
    await page.getByRole("radio", { name: /^Agree/ }).check({ force: true });
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Stop for now" }).click();
    await page.getByRole("link", { name: "Continue at 3 of 36: How close things feel" }).click();
    await expect(page.getByText("3 of 36")).toBeVisible();
    await expect(page.getByText("There is no right answer, only yours.")).toBeVisible();
    await person.context.close();
  });
}

/** The weeks of this person begin in three days. */
async function beginsLater({ practice, client }: SignedInClient): Promise<void> {
  await pool.query(
    "update enrolment set start_date = start_date + 3, begun_on = null, laid_out_from = null where practice_id = $1 and client_id = $2",
    [practice.practiceId, client.clientId],
  );
}

test("before the weeks begin own steps are open, and one that was begun says so", async ({ browser, serverUrl }) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  await beginsLater(person);
  const page = await person.context.newPage();
  await page.goto("/portal");
  await expect(page.getByRole("heading", { name: "Your first exercise is on its way" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "before-the-weeks");
  await page
    .getByRole("list", { name: "Open from today" })
    .getByRole("link", { name: "Name one real feeling" })
    .click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel(/feeling, in one word/).fill("hopeful");
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.goto("/portal");
  await page.getByRole("link", { name: "Go on: Name one real feeling" }).click();
  await expect(page.getByLabel(/feeling, in one word/)).toHaveValue("hopeful");
  for (const step of [3, 4]) {
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText(`Step ${step} of 4`)).toBeVisible();
  }
  await page.getByRole("button", { name: "Save, I did it" }).click();
  await expect(page.getByText("You did it.")).toBeVisible();
  await page.goto("/portal");
  await expect(page.getByRole("list", { name: "Open from today" }).getByText("done today")).toBeVisible();
  await person.context.close();
});
