import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg, { type Client } from "pg";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { prepareRoles } from "@/db/roles";
import { adminUrl, ownDatabase } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";

type Journal = { entries: { tag: string }[] };

/** A database as it stood before a migration, with rows of then, brought to this version: as the application sees it. */
async function upgraded(label: string, before: string, write: (owner: Client) => Promise<void>): Promise<string> {
  const { ownerUrl, appUrl } = await ownDatabase(label, false);
  const folder = mkdtempSync(path.join(tmpdir(), "nearer-migrations-"));
  cpSync(path.join(import.meta.dirname, "migrations"), folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  const at = journal.entries.findIndex(({ tag }) => tag.includes(before));
  if (at < 1) throw new Error(`There is no migration ${before}.`);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  await withClient(ownerUrl, async (owner) => {
    await prepareRoles(owner, {});
    const names = { migrationsSchema: "nearer_meta", migrationsTable: "migration" };
    await applyMigrations(drizzle(owner), { migrationsFolder: folder, ...names });
    await write(owner);
  });
  rmSync(folder, { recursive: true });
  // As many instances as may start at once: one works, the others wait and find it done.
  await Promise.all(Array.from({ length: 5 }, () => migrate({ ownerUrl })));
  return appUrl;
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const [practice, owner, person, client, version, enrolled, instrument, rule, decision] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
].map(id);
const then = "2026-03-02T10:00:00.123Z";

const writer = (db: Client) => (table: string, row: Record<string, unknown>) => {
  const all = { practice_id: practice, ...row };
  const places = Object.keys(all).map((_, i) => `$${i + 1}`);
  return db.query(`insert into ${table} (${Object.keys(all)}) values (${places})`, Object.values(all));
};

/** A client with a path, a rule and a decision, in the columns that every version has had. */
async function writeClient(db: Client) {
  const insert = writer(db);
  const [made, zone] = [{ created_at: then }, "Europe/London"];
  await insert("practice", { name: "P", country: "GB", zone, ...made });
  for (const [one, role] of [
    [owner, "owner"],
    [person, "client"],
  ])
    await insert("account", { id: one, role, email: `${role}@x.example`, name: "A", zone, ...made });
  const by = { created_by: owner, ...made };
  await insert("client", { id: client, account_id: person, therapist_id: owner, record_number: 1, zone, ...by });
  const kind = { version: 1, title: "T", definition: {}, ...made };
  await insert("protocol_version", { id: version, key: "k", ...kind });
  await insert("instrument_version", { id: instrument, key: "i", ...kind });
  const path = { client_id: client, protocol_version_id: version, start_date: "2026-03-01", ...by };
  await insert("enrolment", { id: enrolled, ...path });
  const hold = { effective_on: "2026-03-02", change: { kind: "hold" }, decided_by: owner, decided_at: then };
  await insert("enrolment_decision", { id: decision, enrolment_id: enrolled, ...hold });
  const asked = { client_id: client, instrument_version_id: instrument, assigned_by: owner, assigned_at: then };
  await insert("assignment", { id: rule, rule: {}, answer_window: {}, ...asked });
  return { insert, asked };
}

it("says in columns what names and instants said, for the rows that are there", async () => {
  const appUrl = await upgraded("said_in_columns", "said_in_columns", async (db) => {
    const { insert, asked } = await writeClient(db);
    const occasions = [
      ["five-dimensions:week-0", null],
      ["five-dimensions:week-4~2", null],
      [`${rule}:week-3`, rule],
      [`${rule}:week-3~2`, rule],
      [`${rule}:on-2026-12-01~1.3`, rule],
    ];
    for (const [i, [occasion, by]] of occasions.entries())
      await insert("assessment", { id: id(20 + i), occasion, assignment_id: by, opens_on: "2026-03-01", ...asked });
    for (const [i, at] of [then, "2026-03-02T10:00:00.124Z"].entries()) {
      const withdrawn = { kind: "cancelled", withdrawn_by: owner, withdrawn_at: at };
      await insert("assessment_withdrawal", { id: id(30 + i), assessment_id: id(20 + i), ...withdrawn });
    }
    const letter = { account_id: person, created_at: then, due_at: then };
    for (const [i, occasion] of [
      `due:${id(20)}`,
      `asked-again:${id(20)}:2026-03-05`,
      "message:1",
      `outside:event:${id(50)}:${id(51)}`,
      `check:${id(52)}`,
      `check-words:${id(53)}`,
    ].entries())
      await insert("outbox_letter", { id: id(40 + i), occasion, ...letter });
  });

  await withClient(appUrl, async (db) => {
    await db.query("select set_config('app.practice_id', $1, false)", [practice]);
    const rows = async (sql: string) => (await db.query({ text: sql, rowMode: "array" })).rows;
    expect(await rows("select occasion, edition, attempt from assessment order by id")).toEqual([
      ["five-dimensions:week-0", 1, 1],
      ["five-dimensions:week-4", 1, 2],
      ["week-3", 1, 1],
      ["week-3", 2, 1],
      ["on-2026-12-01", 1, 3],
    ]);
    expect(await rows("select withdrawn_by_decision_id from assessment_withdrawal order by id")).toEqual([
      [decision],
      [null],
    ]);
    expect(await rows("select about_kind, about_id, about_on::text from outbox_letter order by id")).toEqual([
      ["due", id(20), null],
      ["asked-again", id(20), "2026-03-05"],
      ["message", id(42), null],
      ["event-step", id(51), null],
      ["check", id(52), null],
      ["check-words", id(53), null],
    ]);
  });
});

it("keeps the words of how an exercise went, as answers to the question that they are of", async () => {
  const appUrl = await upgraded("how_hard", "exercises_how_hard", async (db) => {
    const { insert } = await writeClient(db);
    const attempt = { client_id: client, enrolment_id: enrolled, exercise_key: "k", local_date: "2026-03-02" };
    for (const [i, answer] of [0, 1, 2, 3, 4, null].entries())
      await insert("exercise_attempt", {
        ...{ id: id(20 + i), outcome: "done", how_it_went: answer, recorded_at: then, ...attempt },
      });
  });
  await withClient(appUrl, async (db) => {
    await db.query("select set_config('app.practice_id', $1, false)", [practice]);
    const { rows } = await db.query({
      text: "select how_hard, how_it_went from exercise_attempt order by id",
      rowMode: "array",
    });
    expect(rows).toEqual([
      [4, null],
      [3, null],
      [null, 2],
      [null, 3],
      [null, 4],
      [null, null],
    ]);
    expect((await db.query("select 1 from correction")).rowCount).toBe(0);
    await expect(db.query("update exercise_attempt set how_hard = 1")).rejects.toThrow("a correction says when");
  });
});

it("makes nobody wait behind it for a lock that somebody holds: it gives way, and comes again", async () => {
  let longest = 0;
  let isOver = false;
  let reading: Promise<void> | undefined;
  let released: Promise<void> | undefined;
  await upgraded("gives_way", "said_in_columns", async (db) => {
    await writeClient(db);
    const url = new URL(adminUrl());
    url.pathname = `/${(await db.query<{ name: string }>("select current_database() as name")).rows[0]?.name}`;
    const others = new pg.Client({ connectionString: url.href });
    await others.connect();
    const long = new pg.Client({ connectionString: url.href });
    await long.connect();
    await long.query("begin; select count(*) from assessment");
    released = sleep(5_000).then(async () => {
      await long.query("commit");
      await long.end();
    });
    reading = (async () => {
      while (!isOver) {
        const began = performance.now();
        await others.query("select 1 from assessment limit 1");
        longest = Math.max(longest, performance.now() - began);
        await sleep(50);
      }
      await others.end();
    })();
  });
  isOver = true;
  await Promise.all([reading, released]);
  expect(longest).toBeGreaterThan(1_000);
  expect(longest).toBeLessThan(3_500);
});
