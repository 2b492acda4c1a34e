import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { LOCK_PATIENCE, migrate } from "@/db/migrate";
import { prepareRoles } from "@/db/roles";
import { openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { withClient } from "@/runtime/roles";
import { watchLocks } from "./migrations/lock-watch";
import { contentOf, fill, growingTables } from "./migrations/million-rows";
import { told } from "./told";

/**
 * Every table that grows with use filled with a million rows as it stood before the sixth migration, then one migration after the
 * other, while on each table somebody reads and somebody writes. No one waits longer than two seconds, no row is lost, and no
 * column changes but where a migration says so. MIGRATION_ROWS: fewer rows. PostgreSQL is our own, on this machine.
 */
const rows = Number(process.env.MIGRATION_ROWS ?? 1_000_000);
const filledBefore = "0006_";
const mostMs = 2_000;

/** These moved rows before there was a release, and what ran does not change any more. Nobody has a million rows that old. */
const beforeTheFirst: Record<string, string> = {
  "0006_letters": "indexes over assessments and letters, 0.8 s at 300,000 rows",
  "0028_said_in_columns": "writes every letter and assessment anew, 12.5 s at 300,000 rows",
  "0044_exercises_how_hard": "writes two of five attempts anew, 5.1 s at 300,000 rows",
};

/** What a migration says anew, so that its hash is another. */
const saidAnew = new Set(["outbox_letter.occasion", "exercise_attempt.how_it_went", "assessment.occasion"]);

const root = path.resolve(import.meta.dirname, "..");
const source = path.join(root, "db", "migrations");
const dir = path.join(root, ".test", "proof-migrations");
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true, mode: 0o711 });
const folder = path.join(dir, "migrations");
cpSync(source, folder, { recursive: true });
type Entry = { tag: string };
const journal = JSON.parse(readFileSync(path.join(source, "meta", "_journal.json"), "utf8")) as { entries: Entry[] };
const upTo = (count: number) =>
  writeFileSync(
    path.join(folder, "meta", "_journal.json"),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );

const embedded = await startEmbedded({
  dir: path.join(dir, "data"),
  named: true,
  durable: false,
  say: () => undefined,
});
const names = { migrationsFolder: folder, migrationsSchema: "nearer_meta", migrationsTable: "migration" };
const slow: string[] = [];
try {
  await openDatabase(embedded, "nearer");
  const [ownerUrl, adminUrl] = [embedded.roleUrl("owner", "nearer"), embedded.superuserUrl("nearer")];
  const first = journal.entries.findIndex(({ tag }) => tag.startsWith(filledBefore));
  upTo(first);
  await withClient(ownerUrl, async (owner) => {
    await prepareRoles(owner, {});
    await applyMigrations(drizzle(owner), names);
  });
  await withClient(adminUrl, (admin) => fill(admin, rows, (line) => console.log(`  ${line}`)));
  const before = new Map<string, Awaited<ReturnType<typeof contentOf>>>();
  await withClient(adminUrl, async (admin) => {
    for (const table of growingTables) before.set(table, await contentOf(admin, table));
  });

  const watch = await watchLocks(adminUrl, growingTables);
  await watch.longest();
  const began = Date.now();
  for (let count = first + 1; count <= journal.entries.length; count += 1) {
    const tag = journal.entries[count - 1]?.tag ?? "";
    upTo(count);
    const start = performance.now();
    await withClient(ownerUrl, async (owner) => {
      await owner.query(`set lock_timeout = '${LOCK_PATIENCE}'`);
      await applyMigrations(drizzle(owner), names);
    });
    const took = performance.now() - start;
    const { ms, table, as } = await watch.longest();
    const words = `${tag}: ${Math.round(took)} ms, the longest wait ${Math.round(ms)} ms, a ${as} of ${table}`;
    const why = beforeTheFirst[tag];
    if (ms > 500 || took > 2_000) console.log(`  ${words}`);
    if (ms > mostMs && why) console.log(`  known   ${tag}: ${why}`);
    else if (ms > mostMs) slow.push(words);
  }
  await watch.stop();
  console.log(`  ${journal.entries.length - first} migrations in ${Math.round((Date.now() - began) / 1000)} s`);
  told(slow.length === 0, `nobody waited longer than ${mostMs} ms${slow.length ? `: ${slow.join("; ")}` : ""}`);

  await withClient(adminUrl, async (admin) => {
    for (const [table, was] of before) {
      const is = await contentOf(admin, table);
      told(is.rows === was.rows, `${table} has its ${was.rows} rows`);
      const others = [...was.columns].filter(
        ([name, sum]) => is.columns.has(name) && is.columns.get(name) !== sum && !saidAnew.has(`${table}.${name}`),
      );
      told(others.length === 0, `and what stood in them${others.map(([name]) => ` ${name}`).join()}`);
    }
  });
  await migrate({ ownerUrl });
  told(readdirSync(source).length > first, "the start finds it migrated");
} finally {
  await embedded.stop();
  rmSync(dir, { recursive: true, force: true });
}
