import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { grantQueue, prepareQueue } from "@/db/queue";
import { prepareTraces } from "./erasing/written-anew";
import { applyPrivileges } from "./privileges";
import { prepareRoles } from "./roles";
import { prepareRunningRecord } from "./running-record";

const lockKey = 7_304_117;
/** Whoever waits for a lock on a table makes everybody wait who comes after: a migration gives way, and comes again. */
export const LOCK_PATIENCE = "2s";
const TRIES = 20;
const PAUSE_MS = 3_000;
const migrationsFolder = path.join(process.cwd(), "db", "migrations");

export type MigrationTarget = { ownerUrl: string; appLogin?: string; workerLogin?: string };

/** Brings the database to this version. Several instances may start at once: one works, the others wait and find it done. */
export async function migrate({ ownerUrl, appLogin, workerLogin }: MigrationTarget): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: "nearer-migrate" });
  // Its end reaches us by the statement that fails; unheard, it would end the process beside that.
  owner.on("error", () => undefined);
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [lockKey]);
    await prepareRoles(owner, { ...(appLogin && { app: appLogin }), ...(workerLogin && { worker: workerLogin }) });
    await givingWay(owner, async () => {
      if (await areMigrationsWaiting(owner)) await showRowsToOwner(owner);
      await applyMigrations(drizzle(owner), {
        migrationsFolder,
        migrationsSchema: "nearer_meta",
        migrationsTable: "migration",
      });
    });
    await prepareQueue(ownerUrl);
    await givingWay(owner, async () => {
      await owner.query("begin");
      await owner.query("grant usage on schema nearer_meta to nearer_app");
      await owner.query("grant select on nearer_meta.migration to nearer_app");
      await prepareRunningRecord(owner);
      await prepareTraces(owner);
      await applyPrivileges(owner);
      await grantQueue(owner);
      await owner.query("commit");
    });
  } finally {
    await owner.end();
  }
}

/** Each of these is one transaction: what gave way has changed nothing. */
async function givingWay(owner: Client, work: () => Promise<void>): Promise<void> {
  await owner.query(`set lock_timeout = '${LOCK_PATIENCE}'`);
  for (let left = TRIES; ; left -= 1)
    try {
      await work();
      break;
    } catch (error) {
      await owner.query("rollback");
      if (left === 1 || codeOf(error) !== lockNotAvailable) throw error;
      await sleep(PAUSE_MS);
    }
  await owner.query("set lock_timeout = 0");
}

const lockNotAvailable = "55P03";
const codeOf = (error: unknown): unknown =>
  error instanceof Error && ("code" in error ? error.code : codeOf(error.cause));

async function areMigrationsWaiting(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ known: string | null }>(
    "select to_regclass('nearer_meta.migration')::text as known",
  );
  if (!rows[0]?.known) return false;
  const applied = await owner.query<{ newest: string | null }>(
    "select max(created_at) as newest from nearer_meta.migration",
  );
  return Number(applied.rows[0]?.newest ?? 0) < newestMigration();
}

/**
 * A migration that moves data has to see rows, and forced row-level security hides them from an owner that is no
 * superuser. The application's role stays held; `applyPrivileges` forces the owner again.
 */
async function showRowsToOwner(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relforcerowsecurity",
  );
  for (const { name } of rows) await owner.query(`alter table "${name}" no force row level security`);
}

/** The newest migration that this build knows, in the form the database keeps it. */
export const newestMigration = (): number => readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
