import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import type { Put } from "@/runtime/backup/archive";
import { segmentsFrom } from "@/runtime/backup/wal";
import type { Embedded } from "@/runtime/embedded-postgres";
import { Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";

/** What PostgreSQL makes anew at every start, or what is of this run alone. The directories themselves belong to a copy. */
const emptied = new Set([
  ...["pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans"],
]);
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|recovery\.signal|standby\.signal|pg_internal\.init.*|pgsql_tmp.*)$/;
const controlFile = "global/pg_control";

/**
 * Copies a database that goes on working: its files as they are met, and the write-ahead log from before the first to after
 * the last, which makes them one. Nobody waits for it. Answers where the log begins.
 */
export function copyCluster(
  { superuserUrl, area }: Pick<Embedded, "superuserUrl" | "area">,
  put: Put,
): Promise<string> {
  return withClient(superuserUrl("postgres"), async (client) => {
    // Goes with this session: as long as it lasts, no file of the log that the copy needs is recycled.
    await client.query("select pg_create_physical_replication_slot($1, true, true)", [`nearer_backup_${process.pid}`]);
    await client.query("select pg_backup_start('nearer', fast => true)");
    await copyFiles(area.databaseDir, "", put);
    await put.file(`pg/${controlFile}`, path.join(area.databaseDir, controlFile));
    const { label, last } = await endBackup(client);
    const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(label)?.[1];
    if (!first) throw new Fault("PostgreSQL did not say where the log of this backup begins.");
    await put.directory("pg/pg_wal/archive_status");
    for (const name of segmentsFrom(first, last)) {
      if (!(await put.file(`pg/pg_wal/${name}`, path.join(area.databaseDir, "pg_wal", name)))) {
        throw new Fault(`The log file ${name} went away while the backup was written. Run it again.`);
      }
    }
    await put.bytes("pg/backup_label", Buffer.from(label));
    return first;
  });
}

async function endBackup(client: pg.Client): Promise<{ label: string; last: string }> {
  const { rows } = await client.query<{ label: string; last: string }>(
    "select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)",
  );
  const [end] = rows;
  if (!end) throw new Fault("PostgreSQL did not end the backup.");
  return end;
}

async function copyFiles(root: string, below: string, put: Put): Promise<void> {
  await put.directory(path.posix.join("pg", below));
  const here = path.join(root, below);
  if (!existsSync(here) || emptied.has(below)) return;
  for (const entry of readdirSync(here, { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (leftOut.test(entry.name) || name === controlFile) continue;
    if (entry.isDirectory()) await copyFiles(root, name, put);
    // A table that is dropped meanwhile takes its file with it: the log says so too.
    else if (entry.isFile()) await put.file(`pg/${name}`, path.join(here, entry.name));
  }
}

/** What else a practice must keep: without the keys nobody reads what people wrote. */
export async function copyKeys(dir: string, put: Put): Promise<void> {
  for (const name of ["secrets.json", "push-keys.json"]) {
    const file = path.join(dir, name);
    if (existsSync(file)) await put.bytes(name, readFileSync(file));
  }
}
