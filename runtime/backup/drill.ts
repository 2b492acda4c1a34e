import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { putAwayWal } from "@/runtime/backup/back-up";
import { differences, fingerprintOf, rowsOf } from "@/runtime/backup/fingerprint";
import { openMachineIdentity } from "@/runtime/backup/keys";
import { markMoment } from "@/runtime/backup/moment";
import { type KeysOpened, openEachKey } from "@/runtime/backup/open-each-key";
import type { BackupPlan } from "@/runtime/backup/plan";
import { restoreInto } from "@/runtime/backup/restore";
import { type Backup, listBackups } from "@/runtime/backup/store";
import { lineageOf, listWal, walDirOf } from "@/runtime/backup/wal";
import { databaseName } from "@/runtime/embedded-database";
import type { Embedded } from "@/runtime/embedded-postgres";
import { Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";
import { askUntil } from "@/runtime/wait";

export type Drilled = {
  backup: Pick<Backup, "madeAt" | "bytes">;
  /** From the closed file to a database that answers. */
  seconds: number;
  tables: number;
  rows: number;
  keys: KeysOpened;
};

/**
 * Restores the newest backup beside the practice that goes on, up to a moment of just now, and holds both against each
 * other: every table's rows and hash, and a sealed value of each key with the keys that the backup brought.
 */
export async function drillEmbedded(embedded: Embedded, plan: BackupPlan, sealKeys?: string): Promise<Drilled> {
  const lineage = lineageOf(plan.dir);
  const backup = listBackups(plan.backupDir).find((one) => one.lineage === lineage);
  if (!backup) throw new Fault("There is no backup of this practice yet. Make one first: npm run backup");
  const moment = await markMoment(embedded.superuserUrl(databaseName));
  await shipUpToNow(embedded, plan);
  const into = path.join(plan.dir, `drill-${process.pid}`);
  rmSync(into, { recursive: true, force: true });
  const began = performance.now();
  let restored: Embedded | undefined;
  try {
    restored = await restoreInto({
      file: backup.file,
      identities: [await openMachineIdentity(plan.dir)],
      into,
      walDir: () => walDirOf(plan.backupDir, lineage),
      target: { moment: moment.name },
      durable: false,
    });
    const seconds = (performance.now() - began) / 1_000;
    const { secrets } = restored;
    const { tables, keys } = await withClient(restored.superuserUrl(databaseName), async (client) => ({
      tables: await fingerprintOf(client),
      keys: await openEachKey(client, sealKeys ?? secrets.sealKeys),
    }));
    requireSame(differences(moment.tables, tables));
    requireOpen(keys);
    return { backup, seconds, tables: Object.keys(tables).length, rows: rowsOf(tables), keys };
  } finally {
    await restored?.stop();
    if (existsSync(into)) rmSync(into, { recursive: true, force: true });
  }
}

/** Ends the file of the log in which the moment stands, and waits until it lies with the backups. */
async function shipUpToNow({ superuserUrl }: Embedded, plan: BackupPlan): Promise<void> {
  const last = await withClient(superuserUrl("postgres"), endedSegment);
  const isThere = await askUntil(async () => {
    await putAwayWal(plan);
    return listWal(walDirOf(plan.backupDir, lineageOf(plan.dir))).some(({ name }) => name === last) || null;
  }, 60_000);
  if (!isThere) throw new Fault("PostgreSQL did not put its log aside within a minute. Its own log says why.");
}

async function endedSegment(client: pg.Client): Promise<string> {
  const { rows: set } = await client.query<{ archive_mode: string }>("show archive_mode");
  if (set[0]?.archive_mode !== "on") {
    throw new Fault(
      "This database keeps no log aside (BACKUP_AT=off, or not on this platform), so there is none to drill with.",
    );
  }
  const { rows } = await client.query<{ name: string }>("select pg_walfile_name(pg_switch_wal()) as name");
  return rows[0]?.name ?? "";
}

export function requireSame(different: string[]): void {
  if (different.length === 0) return;
  throw new Fault(`The restored copy is not the same in ${different.length} tables: ${different.join(", ")}.`);
}

export function requireOpen(keys: KeysOpened): void {
  const closed = Object.entries(keys).filter(([, { closed }]) => closed.length > 0);
  if (closed.length === 0) return;
  const places = closed.map(([key, { closed }]) => `${key} (${closed.join(", ")})`);
  throw new Fault(`The restored copy holds words that its keys do not open: ${places.join("; ")}.`);
}
