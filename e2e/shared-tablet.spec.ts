import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import { mintClient } from "@/db/testing/mint";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { sealedOn } from "./on-device";
import { tapNotSafe } from "./people";
import { picture } from "./picture";
import { gateOf } from "./security/gate-states";
import { mintSession, mintSignedInClient, sessionCookie } from "./security/minted-session";

test.setTimeout(120_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
});
test.afterAll(() => pool.end());

const cover = (page: Page): Locator => page.getByRole("heading", { name: "Somebody else is signed in here" });
const words = "Mine alone, and not for Dario";

/** Everything of a practice that somebody could have written into the wrong account. */
async function written(practiceId: string): Promise<Record<string, unknown>> {
  const counts = ["draft", "message", "connection_check", "safety_event", "assessment_answer", "audit_entry"];
  const { rows } = await pool.query(
    `select ${counts.map((table) => `(select count(*) from ${table} where practice_id = $1) as ${table}`).join(", ")},
       (select string_agg(content_sealed, ',') from draft where practice_id = $1) as drafts`,
    [practiceId],
  );
  return rows[0];
}

test("on a tablet that two people share, a page is its owner's: draft, message, check, alarm and assessment", async ({
  browser,
  serverUrl,
}) => {
  const { context, practice, client, sitting } = await mintSignedInClient(pool, browser, serverUrl);
  const { practiceId } = practice;
  const now = new Date();
  const startDate = now.toISOString().slice(0, 10);
  const dario = await mintClient(pool, practice, { name: "Dario Rossi", startDate, now });
  const his = await mintSession(pool, practiceId, dario.accountId, "client");
  const hers = await mintSession(pool, practiceId, client.accountId, "client");
  const isNow = (token: string) => context.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
  await gateOf(pool, practice, client)("clear");

  const [draft, letters, check, alarm, statements] = await Promise.all(
    ["/portal/exercises/one-real-feeling", "/portal/messages", "/portal", "/portal", sitting].map(async (address) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    }),
  );
  if (!draft || !letters || !check || !alarm || !statements) throw new Error("Five pages are open.");
  await draft.getByRole("button", { name: "Next" }).click();
  await draft.getByLabel("The feeling, in one word").fill("hopeful");
  await expect(draft.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  const letter = letters.getByRole("textbox");
  await letter.fill(words);
  // What she wrote is hers, and kept, before he comes: then nothing of it is still on its way.
  await expect(letters.getByText(/^Kept \d\d:\d\d, not sent yet$/)).toBeVisible();
  const note = check.getByLabel("A note, if you like");
  await check.getByRole("radio", { name: "6", exact: true }).check({ force: true });
  await note.fill(words);
  await expect(check.getByText(/^Kept \d\d:\d\d, not sent yet$/)).toBeVisible();
  const before = await written(practiceId);

  await test.step("he signs in, and none of her pages knows yet: nothing that they send is kept", async () => {
    await isNow(his.token);
    await draft.getByLabel("The feeling, in one word").fill("afraid");
    await letters.getByRole("button", { name: "Send" }).click();
    await check.getByRole("button", { name: "Save this check" }).click();
    await tapNotSafe(alarm);
    await statements.getByRole("radio").first().check({ force: true });
    // The numbers that she asked for stay; nothing else of her page does.
    await expect(alarm.getByRole("link", { name: /Call 999/ }).first()).toBeVisible();
    for (const page of [draft, letters, check, alarm, statements]) {
      if (page !== alarm) await expect(cover(page)).toBeVisible();
      await expect(page.locator("main h1")).toBeHidden();
      await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
    }
    await expectAccessible(letters);
    await picture(letters, "covered");
    expect(await written(practiceId)).toEqual(before);
    await expect.poll(async () => (await sealedOn(statements)).join()).not.toContain("sitting/");
  });

  await test.step("his own pages say nothing of hers, and cover a page of hers that nobody touched", async () => {
    await isNow(hers.token);
    const untouched = await context.newPage();
    await untouched.goto("/portal/path");
    await expect(untouched.getByRole("heading", { level: 1, name: "My path" })).toBeVisible();
    await isNow(his.token);
    const today = await context.newPage();
    await today.goto("/portal");
    await expect(today.getByText("Dario").first()).toBeVisible();
    await expect(cover(untouched)).toBeVisible();
    await today.goto("/portal/messages");
    await expect(today.getByText(words)).toHaveCount(0);
    await expect(cover(today)).toBeHidden();
  });

  await test.step("she signs in again: her pages are as she left them, and what she sends is hers", async () => {
    await isNow(hers.token);
    const again = await context.newPage();
    await again.goto("/portal");
    for (const page of [letters, check]) await expect(cover(page)).toBeHidden();
    await expect(letter).toHaveValue(words);
    await expect(note).toHaveValue(words);
    await letters.getByRole("button", { name: "Send" }).click();
    const senders = () =>
      pool
        .query("select author_id as by from message where practice_id = $1", [practiceId])
        .then(({ rows }) => rows.map(({ by }) => by));
    await expect.poll(senders).toEqual([client.accountId]);
  });
  await context.close();
});
