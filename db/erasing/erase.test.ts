import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg, { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginHold, endHold } from "@/db/commands/clients/answer-erasure";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { sendMessage } from "@/db/commands/messages/send-message";
import { connect } from "@/db/connect";
import { withScope } from "@/db/scope";
import { layOutThings } from "@/db/testing/client-things";
import { adminUrl, appUrl, testPool, workerUrl } from "@/db/testing/database";
import { hangingRows, isOwner, shared } from "@/db/testing/hanging-rows";
import { keptOfErased } from "@/db/testing/kept-of-erased";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { erasers } from "@/runtime/backup/erasers";
import { erasuresSince, noteErasure, replayErasures } from "@/runtime/backup/erasures";
import { eraseClients } from "@/runtime/worker/erase-clients";
import { erasedTables } from "./erase";

const keptTables = Object.keys(keptOfErased);
const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
const admin = new Client({ connectionString: adminUrl() });
const dir = mkdtempSync(path.join(os.tmpdir(), "nearer-erasures-"));
beforeAll(() => admin.connect());
afterAll(async () => {
  await workers.end();
  await admin.end();
  rmSync(dir, { recursive: true, force: true });
});
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const erase = ({ system }: MintedPractice, days: number) => eraseClients(workers, system, later(days), dir);

/** As if asked in the portal and answered after a talk: the rows that the worker goes by. */
async function granted({ practiceId, therapist }: MintedPractice, { clientId, accountId }: ClientActor): Promise<void> {
  for (const [kind, by, minute] of [
    ["asked", accountId, 1],
    ["granted", therapist.accountId, 2],
  ] as const)
    await admin.query(
      "insert into erasure_step (practice_id, id, client_id, kind, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6)",
      [practiceId, randomUUID(), clientId, kind, by, new Date(testNow.getTime() + minute * 60_000)],
    );
}

const years = ({ practiceId, owner }: MintedPractice, count: number) =>
  admin.query("insert into retention_rule (practice_id, id, years, set_by, set_at) values ($1, $2, $3, $4, $5)", [
    ...[practiceId, randomUUID(), count, owner.accountId, testNow],
  ]);

/** An answer of a sitting that was sent, past the trigger that would refuse it. */
async function frozenAnswer({ practiceId }: MintedPractice, sitting: string): Promise<void> {
  await admin.query("begin");
  await admin.query("set local session_replication_role = replica");
  await admin.query(
    `insert into assessment_answer (practice_id, id, assessment_id, item_id, form, value, answered_at)
     values ($1, $2, $3, 'emotional-1', 'now', 2, $4)`,
    [practiceId, randomUUID(), sitting, testNow],
  );
  await admin.query("commit");
}

const { links, rowsOf, placesOf, countOf } = hangingRows(admin);

/** Written after it: that it was erased, and when signals were last looked for. Neither tells of anybody. */
const anew = ["client_step", "signal_round"];
const tablesLeft = async (person: ClientActor): Promise<string[]> =>
  [...(await rowsOf(person)).keys()].filter((table) => erasedTables.includes(table) && !anew.includes(table));

describe("erasing a person", () => {
  it("knows of every table that hangs on a client whether its rows go, and of the others why they may stay", async () => {
    const all = (await links()).filter(isOwner);
    const reached = new Set(["client", "account"]);
    for (let grew = true; grew; ) {
      const next = all.filter(({ parent, child }) => reached.has(parent) && !shared.has(parent) && !reached.has(child));
      grew = next.length > 0;
      for (const { child } of next) reached.add(child);
    }
    // Rows of staff alone, which no client has.
    const ofStaff = ["staff_absence", "working_hours"];
    const said = new Set([...erasedTables, ...keptTables, ...ofStaff]);
    expect([...reached].filter((table) => !said.has(table)).sort()).toEqual([]);
  });

  it("removes every row that hangs on the person, and their words, name and address from every table", async () => {
    const { practice, ines, ids } = await layOutThings(pool);
    const { practiceId } = practice;
    await admin.query("update account set name = 'Zyxwia Quist', email = 'zyxwia@quist.example' where id = $1", [
      ines.accountId,
    ]);
    await withScope(pool, ines, testNow, async (scope) => {
      await saveConnectionCheck(scope, { id: randomUUID(), score: 4, note: "Of a check." });
      await logDistanceMove(scope, { id: randomUUID(), move: "lone-wolf", happening: "Of a move.", instead: null });
      await sendMessage(scope, { id: randomUUID(), body: "Of a letter." });
    });
    await admin.query("update outbox_letter set to_address = 'zyxwia@quist.example' where account_id = $1", [
      ines.accountId,
    ]);
    await frozenAnswer(practice, ids.inesSitting);
    await years(practice, 0);
    await granted(practice, ines);
    const before = await rowsOf(ines);
    expect(before.size).toBeGreaterThan(30);
    const theirs = [...before].flatMap(([table, ids]) => (keptTables.includes(table) ? [] : [{ table, ids }]));
    expect(await placesOf("zyxwia")).toEqual(["public.account", "public.outbox_letter"]);

    expect(await erase(practice, 1)).toBe(2);
    expect(await erase(practice, 2)).toBe(0);
    expect(await placesOf("zyxwia")).toEqual([]);
    for (const { table, ids } of theirs)
      if (!shared.has(table) && !anew.includes(table)) expect(await countOf(table, practiceId, ids), table).toBe(0);
    expect(await tablesLeft(ines)).toEqual([]);
    const { rows } = await admin.query(
      "select kind, reason_sealed, goodbye_sealed from client_step where client_id = $1",
      [ines.clientId],
    );
    expect(rows).toEqual([{ kind: "erased", reason_sealed: null, goodbye_sealed: null }]);
    const audit = await admin.query("select count(*)::int as n from audit_entry where client_id = $1 and action = $2", [
      ...[ines.clientId, "clients.erased"],
    ]);
    expect(audit.rows).toEqual([{ n: 2 }]);
    const noted = readFileSync(path.join(dir, "erasures.jsonl"), "utf8");
    expect(noted).toContain(ines.clientId);
    expect(noted).not.toMatch(/zyxwia|quist/i);
  });

  it("leaves whoever they were linked with as they were", async () => {
    const { practice, ines, ids } = await layOutThings(pool);
    const other = { ...ines, clientId: ids.partnerId, accountId: "" };
    const { rows } = await admin.query<{ account_id: string }>("select account_id from client where id = $1", [
      ids.partnerId,
    ]);
    other.accountId = rows[0]?.account_id ?? "";
    await years(practice, 0);
    await granted(practice, ines);
    const before = await rowsOf(other);
    await erase(practice, 1);
    const after = await rowsOf(other);
    // What was shown to both at once held numbers of both.
    for (const [table, all] of before)
      if (table !== "couple_release") expect(after.get(table)?.sort(), table).toEqual(all.sort());
  });

  it("keeps what is about safety until its time is over, under a number alone, and then erases that too", async () => {
    const { practice, ines } = await layOutThings(pool);
    await years(practice, 3);
    await granted(practice, ines);
    expect(await erase(practice, 1)).toBe(1);
    const kept = await tablesLeft(ines);
    expect(kept).toEqual(expect.arrayContaining(["safety_event", "safety_decision", "safety_screen"]));
    expect(kept).not.toEqual(expect.arrayContaining(["message"]));
    expect(await erase(practice, 365 * 2)).toBe(0);
    expect(await erase(practice, 365 * 4)).toBe(1);
    expect(await tablesLeft(ines)).toEqual([]);
  });

  it("touches nothing while a hold stands, and nothing that nobody answered", async () => {
    const practice = await mintPractice(pool);
    const [held, asking] = [await mintClient(pool, practice), await mintClient(pool, practice)];
    await granted(practice, held);
    await admin.query(
      "insert into erasure_step (practice_id, id, client_id, kind, decided_by, decided_at) values ($1, $2, $3, 'asked', $4, $5)",
      [practice.practiceId, randomUUID(), asking.clientId, asking.accountId, testNow],
    );
    const holdId = randomUUID();
    const as = (run: Parameters<typeof withScope<typeof practice.therapist, void>>[3]) =>
      withScope(pool, practice.therapist, testNow, run);
    await as((scope) => beginHold(scope, { id: holdId, clientId: held.clientId, reason: "A court asks for it." }));
    const before = [await rowsOf(held), await rowsOf(asking)];
    expect(await erase(practice, 1)).toBe(0);
    expect([await rowsOf(held), await rowsOf(asking)]).toEqual(before);
    await as((scope) => endHold(scope, { id: randomUUID(), clientId: held.clientId, holdId, reason: "It is closed." }));
    expect(await erase(practice, 2)).toBeGreaterThan(0);
    expect(await rowsOf(asking)).toEqual(before[1]);
    expect(await eraseClients(workers, practice.system, later(3), undefined)).toBe(0);
  });

  it("is done again, from the list beside the backups, on a database from before it", async () => {
    const { practice, ines } = await layOutThings(pool);
    const list = path.join(dir, "older");
    for (const what of ["person", "safety"])
      noteErasure(list, { at: testNow.toISOString(), practiceId: practice.practiceId, what, id: ines.clientId });
    for (const id of [randomUUID(), ines.clientId])
      noteErasure(list, { at: testNow.toISOString(), practiceId: practice.practiceId, what: "person", id });
    expect(await replayErasures(admin, erasuresSince(list, ""), erasers)).toBe(4);
    expect(await tablesLeft(ines)).toEqual([]);
    const { rows } = await admin.query("select name from account where id = $1", [ines.accountId]);
    expect(rows).toEqual([{ name: "Erased" }]);
    expect((await admin.query("select current_user = session_user as own")).rows).toEqual([{ own: true }]);
  });

  it("is nobody’s but the eraser’s: not the application’s, and not the worker’s before it took that role", async () => {
    const { practice, ids } = await layOutThings(pool);
    await frozenAnswer(practice, ids.inesSitting);
    const tables = ["message", "assessment_answer", "audit_entry", "safety_event", "client_step", "consent", "account"];
    const attempt = async (url: string, statement: string): Promise<string> => {
      const one = new pg.Client({ connectionString: url });
      await one.connect();
      try {
        await one.query("select set_config('app.practice_id', $1, false)", [practice.practiceId]);
        return await one.query(statement).then(
          () => "done",
          (error: { code?: string }) => error.code ?? "",
        );
      } finally {
        await one.end();
      }
    };
    // What was not sent yet is theirs to take out; what was is frozen.
    for (const url of [appUrl(), workerUrl()])
      for (const table of tables)
        expect(await attempt(url, `delete from "${table}"`), table).toBe(
          table === "assessment_answer" ? "23514" : "42501",
        );
    expect(await attempt(appUrl(), "set role nearer_eraser")).toBe("42501");
    for (const url of [appUrl(), workerUrl()])
      expect(
        await attempt(
          url,
          `insert into erasure select practice_id, gen_random_uuid(), id, 'person', '{}', now() from client limit 1`,
        ),
      ).toBe("42501");
    for (const table of ["audit_entry", "audit_link", "practice", "account", "instrument_version"])
      expect(await attempt(workerUrl(), `set role nearer_eraser; delete from "${table}"`), table).toBe("42501");
    const elsewhere = await attempt(
      workerUrl(),
      `set role nearer_eraser; select set_config('app.practice_id', gen_random_uuid()::text, false); do $$ begin
         if exists (select 1 from client) then raise exception 'seen'; end if; end $$`,
    );
    expect(elsewhere).toBe("done");
  });
});
