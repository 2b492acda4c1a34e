import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { applyPrivileges } from "./privileges";
import { prepareRoles } from "./roles";
import { grantQueue, prepareQueue } from "./worker/queue";

const lockKey = 7_304_117;
const migrationsFolder = path.join(process.cwd(), "db", "migrations");

export type MigrationTarget = { ownerUrl: string; appLogin?: string; workerLogin?: string };

/** Brings the database to this version. Several instances may start at once: one works, the others wait and find it done. */
export async function migrate({ ownerUrl, appLogin, workerLogin }: MigrationTarget): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: "nearer-migrate" });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [lockKey]);
    await prepareRoles(owner, { ...(appLogin && { app: appLogin }), ...(workerLogin && { worker: workerLogin }) });
    await applyMigrations(drizzle(owner), {
      migrationsFolder,
      migrationsSchema: "nearer_meta",
      migrationsTable: "migration",
    });
    await prepareQueue(ownerUrl);
    await owner.query("begin");
    await applyPrivileges(owner);
    await grantQueue(owner);
    await owner.query("grant usage on schema nearer_meta to nearer_app");
    await owner.query("grant select on nearer_meta.migration to nearer_app");
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}

/** The newest migration that this build knows, in the form the database keeps it. */
export const newestMigration = (): number => readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
