import { randomBytes, randomUUID } from "node:crypto";
import { Client, type Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { sendMessage } from "@/db/commands/messages/send-message";
import { connect } from "@/db/connect";
import { assessmentAnswerValue } from "@/db/schema/assessments";
import { connectionCheckNote } from "@/db/schema/connection";
import { openBefore, sealBefore } from "@/db/schema/draft";
import { messageBody } from "@/db/schema/messages";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { sealedTables } from "@/db/sealing/sealed-tables";
import { layOutThings } from "@/db/testing/client-things";
import { adminUrl, ownDatabase } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { keyCommands } from "@/runtime/admin/keys";
import { requireSealKeys } from "@/runtime/seal-keys";
import { keepSealed } from "@/runtime/sealing/keep-sealed";
import { countEverything, reseal } from "@/runtime/sealing/reseal";
import type { Settings } from "@/runtime/settings";

const key = (name: string) => `${name}:${randomBytes(32).toString("base64")}`;
const [k1, k2] = [key("k1"), key("k2")];
const both = `${k2},${k1}`;
let keeperUrl = "";
/** As with a PostgreSQL of one's own: no superuser, and held by row-level security itself. */
let ownerUrl = "";
let appUrl = "";
let app: Pool;
let admin: Client;
let laid: Awaited<ReturnType<typeof layOutThings>>;

const ask = async <T extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await admin.query<T>(sql, values)).rows;
const startWith = (sealKeys: string) =>
  requireSealKeys({ embedded: true, keys: { sealKeys }, keeperUrl: () => keeperUrl, appUrl: () => appUrl });
const run = (name: string, word = "", sealKeys = both) =>
  keyCommands[name]?.run({ url: keeperUrl, sealKeys }, {} as Settings, word) ?? Promise.reject(new Error(name));

/** What every sealed value says, by table and row. */
async function everyWord(): Promise<string[]> {
  const words: string[] = [];
  for (const { table, reads, valuesOf } of await sealedTables())
    for (const row of await ask(`select practice_id, id, ${reads} from "${table}" t`))
      for (const { field, open } of valuesOf(row)) words.push(`${table} ${row.id} ${field} ${open()}`);
  return words.sort();
}

/** Every column that holds nothing sealed, row by row: nothing of it may become another. */
async function everythingElse(): Promise<Record<string, string>> {
  const tables = await ask<{ table: string; fields: string }>(
    `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as fields
       from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attname not like '%\\_sealed' and c.relname not in ('audit_entry', 'correction') group by 1`,
  );
  const found: Record<string, string> = {};
  for (const { table, fields } of tables)
    found[table] = String(
      (
        await ask(
          `select md5(string_agg(r::text, '|' order by r::text)) as hash from (select ${fields} from "${table}") r`,
        )
      )[0]?.hash,
    );
  return found;
}

/** Past every trigger, as a disk that fails would. */
async function put(id: string | undefined, sealed: string): Promise<void> {
  await admin.query("set session_replication_role = replica");
  await admin.query("update message set body_sealed = $2 where id = $1", [id, sealed]);
  await admin.query("set session_replication_role = origin");
}

beforeAll(async () => {
  const own = await ownDatabase("reseal");
  const { username, password } = new URL(adminUrl());
  keeperUrl = Object.assign(new URL(own.ownerUrl), { username, password }).href;
  appUrl = own.appUrl;
  ownerUrl = own.ownerUrl;
  app = connect({ url: appUrl, max: 12, onIdleError: () => undefined });
  admin = new Client({ connectionString: keeperUrl });
  await admin.connect();
  holdKeyRing(readKeyRing(k1));
  await startWith(k1);
  laid = await layOutThings(app);
  const { ines } = laid;
  const checkId = randomUUID();
  for (const [note, instead] of [["First."], ["Put right.", "1"]] as const)
    await withScope(app, ines, testNow, (scope) =>
      saveConnectionCheck(scope, { id: checkId, score: 4, note, instead }),
    );
  // A sitting that was submitted: its answers are frozen. Words that were begun before drafts had versions.
  const { practiceId, accountId, clientId } = ines;
  const words = sealBefore('{"fields":{}}', { practiceId, clientId, key: "small-secret", isOwn: true });
  await admin.query(
    `insert into draft (practice_id, id, account_id, place, version, content_sealed, saved_at) values ($1, $2, $3, 'exercise/small-secret/own', -1, $4, $5)`,
    [practiceId, randomUUID(), accountId, words, testNow],
  );
  const bound = { practiceId, assessmentId: laid.ids.openSitting, form: "now", itemId: "words" } as const;
  await admin.query(
    `insert into assessment_answer (practice_id, id, assessment_id, item_id, form, value_sealed, answered_at) values ($1, $2, $3, 'words', 'now', $4, $5)`,
    [practiceId, randomUUID(), bound.assessmentId, assessmentAnswerValue.seal('"Frozen."', bound), testNow],
  );
  await admin.query("update assessment set submitted_at = $2, local_date = current_date where id = $1", [
    bound.assessmentId,
    testNow,
  ]);
});
afterAll(async () => {
  await app.end();
  await admin.end();
});

describe("sealing anew under a new key", () => {
  it("waits until Nearer was started with the new key in front", async () => {
    await expect(run("reseal")).rejects.toThrow(/never started with k2 first/);
    await startWith(both);
    expect(await run("keys")).toMatch(
      /^k2 .* seals and opens .* 0 sealed values\nk1 .* opens .* \d+ sealed values \(.*note_version/,
    );
    await expect(run("retire-key", "k1")).rejects.toThrow(/k1 is still needed: it sealed \d+ values/);
  });

  it("lets nobody who reads or writes meanwhile fail, and goes on after it was broken off", async () => {
    holdKeyRing(readKeyRing(both));
    const [words, rest] = [await everyWord(), await everythingElse()];
    const inside = (await ask<{ before: { note_sealed: string } }>("select before from correction"))[0]?.before
      .note_sealed;
    expect([words.length > 30, inside?.startsWith("s1.k1.")]).toEqual([true, true]);
    let batches = 0;
    const goesOn = async () => {
      batches += 1;
      return batches < 20;
    };
    const broken = await reseal({ keeperUrl, sealKeys: both, goesOn });
    expect(broken.is).toBe("broken-off");

    const { ines } = laid;
    let isOver = false;
    const failed: unknown[] = [];
    const sent: string[] = [];
    const traffic = [1, 2, 3].map(async (who) => {
      while (!isOver) {
        const body = `${who}: ${sent.length}`;
        await withScope(app, ines, testNow, (scope) => sendMessage(scope, { id: randomUUID(), body })).catch((e) =>
          failed.push(e),
        );
        sent.push(body);
        const rows = await withScope(app, ines, testNow, ({ tx }) =>
          tx.$client.query("select id, body_sealed from message where client_id = $1", [ines.clientId]),
        );
        for (const { id, body_sealed: sealed } of rows.rows)
          await Promise.resolve()
            .then(() => messageBody.open(sealed, { practiceId: ines.practiceId, id }))
            .catch((e) => failed.push(e));
      }
    });
    // As the supervisor does it, in the background.
    const database = { keeperUrl: () => ownerUrl, keys: { sealKeys: both } };
    const { stop, said } = await new Promise<{ stop: () => Promise<void>; said: string }>((resolve) => {
      const background = keepSealed({ database, say: (line) => resolve({ stop: background.stop, said: line }) });
    });
    await stop();
    isOver = true;
    await Promise.all(traffic);
    expect(failed).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);
    expect(said).toMatch(/^Sealed anew with k2: \d+\. Nothing of an older key is left\.$/);

    const counts = await countEverything(keeperUrl);
    expect(await countEverything(ownerUrl)).toEqual(counts);
    expect(counts.filter(({ key: id }) => id !== "k2")).toEqual([]);
    expect(counts.map(({ table }) => table)).toEqual(
      expect.arrayContaining(["correction", "draft", "assessment_answer"]),
    );
    const isSent = (line: string) => /^message .* \d: \d+$/.test(line);
    expect((await everyWord()).filter((line) => !isSent(line))).toEqual(words);
    // Who writes meanwhile leaves traces of it in these.
    const writtenTo = ["message", "signal", "signal_round", "outbox_letter", "caseload_row", "client"];
    const still = Object.entries(await everythingElse()).filter(([table]) => !writtenTo.includes(table));
    expect(still).toEqual(Object.entries(rest).filter(([table]) => !writtenTo.includes(table)));
    expect(await reseal({ keeperUrl, sealKeys: both })).toEqual({ is: "nothing-to-do" });
  });

  it("opens a draft of before versions and a corrected row with the new key alone", async () => {
    holdKeyRing(readKeyRing(k2));
    const { practiceId, clientId } = laid.ines;
    const [early] = await ask<{ content_sealed: string }>("select content_sealed from draft where version = -1");
    const [corrected] = await ask<{ check_id: string; before: { note_sealed: string } }>(
      "select check_id, before from correction",
    );
    expect(
      openBefore(String(early?.content_sealed), { practiceId, clientId, key: "small-secret", isOwn: true }),
    ).toContain("fields");
    expect(
      connectionCheckNote.open(String(corrected?.before.note_sealed), { practiceId, id: String(corrected?.check_id) }),
    ).toBe("First.");
    expect(await ask("select count(*)::int as rows from correction")).toEqual([{ rows: 1 }]);
    holdKeyRing(readKeyRing(both));
  });

  it("still opens nothing that was moved to another row", async () => {
    const rows = await ask<{ id: string; practice_id: string; body_sealed: string }>("select * from message limit 2");
    const [one, other] = rows;
    expect(() =>
      messageBody.open(String(one?.body_sealed), { practiceId: String(one?.practice_id), id: String(other?.id) }),
    ).toThrow();
  });

  it("is in the record of access, and counted by table without a word", async () => {
    const entries = await ask(
      "select action, actor_id, subject_id = practice_id as own from audit_entry where action like 'sealing.%' group by 1, 2, 3 order by 1",
    );
    expect(entries).toEqual(
      ["sealing.begun", "sealing.ended"].map((action) => ({ action, actor_id: null, own: true })),
    );
    const [record] = await ask<{ counts: Record<string, number>; remaining: number }>(
      "select counts, remaining from nearer_meta.resealing",
    );
    expect(record).toMatchObject({
      remaining: 0,
      counts: { correction: 1, draft: 1, assessment_answer: expect.any(Number) },
    });
    expect(await ask("select count(*)::int as runs from nearer_meta.resealing")).toEqual([{ runs: 1 }]);
  });

  it("leaves a damaged value as it is, counts it, and lets no key go that sealed one", async () => {
    const { practiceId } = laid.ines;
    const [one] = await ask<{ id: string }>("select id from message limit 1");
    await put(one?.id, "s1.k1.damaged");
    expect(await reseal({ keeperUrl, sealKeys: both })).toEqual({ is: "done", key: "k2", changed: 0, remaining: 1 });
    expect(await reseal({ keeperUrl, sealKeys: both })).toEqual({ is: "nothing-to-do" });
    await expect(run("retire-key", "k1")).rejects.toThrow(/it sealed 1 values \(message 1\)/);
    holdKeyRing(readKeyRing(both));
    await put(one?.id, messageBody.seal("Mended.", { practiceId, id: String(one?.id) }));
  });

  it("takes nothing back to an older key, and lets it go once nothing needs it", async () => {
    expect(await reseal({ keeperUrl, sealKeys: `${k1},${k2}` })).toMatchObject({ is: "older-key", newest: "k2" });
    await expect(run("retire-key", "k2")).rejects.toThrow(/sealed with k2/);
    await expect(run("retire-key", "k9")).rejects.toThrow(/no key k9/);
    expect(await run("retire-key", "k1")).toMatch(/^k1 is retired/);
    await expect(run("retire-key", "k1")).rejects.toThrow(/retired before/);
    await startWith(k2);
    await startWith(both);
    await expect(startWith(k1)).rejects.toThrow(/k2, which was not given/);
    await expect(startWith(`${k1},${k2}`)).rejects.toThrow(/k1 was retired/);
    expect(await run("keys", "", k2)).toMatch(/k1 .* retired/);
  });
});
