import { randomUUID } from "node:crypto";
import pg from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { addDraft } from "@/db/commands/assessments/draft-instrument";
import { markCritical, publishInstrument } from "@/db/commands/assessments/edit-instrument";
import { withScope } from "@/db/scope";
import { assignForm } from "@/lib/assessments/assign-form";
import { parseInstrument } from "@/lib/assessments/instrument";
import { lookOf } from "@/lib/instruments/critical-marks";
import { suds } from "@/lib/instruments/suds";
import { ownerField } from "@/lib/typed-form";
import { expect, test } from "./fixtures";
import { sealedOn, storedOn } from "./on-device";
import { mintSignedInClient, type SignedInClient } from "./security/minted-session";

test.setTimeout(120_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

const evenings = parseInstrument({
  ...suds,
  key: "evenings",
  title: "Evenings at home",
  items: [
    ...suds.items,
    { id: "best", text: "What was the best evening like?", kind: "text", required: false },
    { id: "worst", text: "And the longest?", kind: "text", required: false },
  ],
});

/** A questionnaire with a line to write in, given to this person. */
async function given({ practice, client }: SignedInClient): Promise<string> {
  const now = new Date();
  await withScope(pool, practice.owner, now, async (scope) => {
    await addDraft(scope, evenings, "instruments.imported");
    await markCritical(scope, { key: evenings.key, look: lookOf(evenings), "marks[]": [] });
    await publishInstrument(scope, evenings.key);
  });
  const of = "from instrument_version where practice_id = $1 and key = $2";
  const { rows } = await pool.query<{ id: string }>(`select id ${of}`, [practice.practiceId, evenings.key]);
  const form = { id: randomUUID(), "clients[]": [client.clientId], "instruments[]": [rows[0]?.id], when: "now" };
  await withScope(pool, practice.therapist, now, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const sittings = await pool.query<{ id: string }>(
    `select id from assessment where practice_id = $1 and instrument_version_id = (select id ${of})`,
    [practice.practiceId, evenings.key],
  );
  return sittings.rows[0]?.id ?? "";
}

test("answers that wait for a network are sealed on the device, arrive later, and go with signing out", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const { context } = person;
  const id = await given(person);
  const page = await context.newPage();
  const saved = page.getByText("Saved", { exact: true });
  await page.goto(`/portal/assessments/${id}`);
  await page.getByLabel("What was the best evening like?").fill("CANARYfirst");
  await page.getByLabel("And the longest?").focus();
  await expect(saved).toBeVisible();

  await context.setOffline(true);
  await page.getByLabel("And the longest?").fill("CANARYlonger than it looks");
  await page.getByLabel("What was the best evening like?").fill("CANARYbest of all");
  await page.getByRole("radio").nth(4).check();
  await expect(page.getByText("Saved on this device")).toBeVisible();
  expect(await sealedOn(page)).toHaveLength(1);
  const stored = await storedOn(page);
  expect(stored, "it was read at all").toContain(`sitting/${id}`);
  expect(stored).not.toMatch(/CANARY|itemId|unease/);
  const isReadable = await page.evaluate(async () => {
    const open = indexedDB.open("nearer-words");
    await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
    const keys = open.result.transaction("key").objectStore("key").getAll();
    await new Promise((resolve) => Object.assign(keys, { onsuccess: resolve }));
    open.result.close();
    return keys.result.map(({ extractable }: CryptoKey) => extractable);
  });
  expect(isReadable).toEqual([false]);

  await test.step("put away before the network is back: everything is there again, the newest of each, and arrives", async () => {
    await page.close();
    await context.setOffline(false);
    const evening = await context.newPage();
    await evening.goto(`/portal/assessments/${id}`);
    await expect(evening.getByLabel("What was the best evening like?")).toHaveValue("CANARYbest of all");
    await expect(evening.getByLabel("And the longest?")).toHaveValue("CANARYlonger than it looks");
    await expect(evening.getByText("Saved", { exact: true })).toBeVisible();
    await expect.poll(() => sealedOn(evening)).toEqual([]);
    await evening.reload();
    await evening.getByRole("button", { name: "Back" }).click();
    await expect(evening.getByLabel("What was the best evening like?")).toHaveValue("CANARYbest of all");
    await expect(evening.getByRole("radio").nth(4)).toBeChecked();
    await evening.close();
  });

  await test.step("what waited in plain text before is sealed by the first page, and arrives", async () => {
    const today = await context.newPage();
    await today.goto("/portal/account");
    const mark = await today.locator(`input[name="${ownerField}"]`).first().inputValue();
    const left = [{ itemId: "best", form: "now", value: "CANARYplain", at: Date.now() }];
    await today.evaluate(
      ([mine, others, text]) => {
        localStorage.setItem(mine ?? "", text ?? "");
        localStorage.setItem(others ?? "", text ?? "");
      },
      [`nearer-answers-${mark}-${id}`, `nearer-answers-somebody-${id}`, JSON.stringify(left)],
    );
    await today.reload();
    await expect.poll(() => sealedOn(today)).toEqual([`${mark} sitting/${id} plain`]);
    expect(await storedOn(today)).not.toMatch(/CANARY|itemId/);
    await today.goto(`/portal/assessments/${id}`);
    await today.getByRole("button", { name: "Back" }).click();
    await expect(today.getByLabel("What was the best evening like?")).toHaveValue("CANARYplain");
    await expect.poll(() => sealedOn(today)).toEqual([]);
    await context.setOffline(true);
    await today.getByLabel("And the longest?").fill("CANARYonce more");
    await today.getByRole("radio").first().check();
    await expect(today.getByText("Saved on this device")).toBeVisible();
    const other = await context.newPage();
    await context.setOffline(false);
    await other.goto("/portal/account");
    await other.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await other.waitForURL(/sign-in/);
    await expect.poll(() => storedOn(other)).not.toMatch(/sitting/);
  });
  await context.close();
});
