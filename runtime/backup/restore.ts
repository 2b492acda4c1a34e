import {
  chmodSync,
  chownSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type Area, openArea } from "@/runtime/area";
import { type Entry, readArchive, wholeOf } from "@/runtime/backup/archive";
import { openEnvelope } from "@/runtime/backup/envelope";
import { type BackupNote, readNote } from "@/runtime/backup/store";
import { listWal } from "@/runtime/backup/wal";
import { prepareBinaries } from "@/runtime/binaries";
import { ensureRunning, stopCluster, urlOf } from "@/runtime/cluster";
import { type Embedded, startEmbedded } from "@/runtime/embedded-postgres";
import { Fault } from "@/runtime/fault";
import { superuser } from "@/runtime/initdb";
import { withClient } from "@/runtime/roles";
import { openSecrets } from "@/runtime/secrets";

export type Target = { time: Date } | { moment: string } | "latest";

export type Restoring = {
  file: string;
  identities: string[];
  /** A directory that is not there yet, or is empty. */
  into: string;
  /** Where the log that goes on from the backup was shipped, if it was kept. */
  walDir: (note: BackupNote) => string;
  target: Target;
  durable: boolean;
};

export async function restoreInto(restoring: Restoring): Promise<Embedded> {
  const { into, durable } = restoring;
  if (existsSync(into) && readdirSync(into).length > 0) {
    throw new Fault(`${into} is not empty. A restore never replaces anything: name a directory that is not there yet.`);
  }
  const area = openArea({ dir: into, named: true, say: () => undefined });
  try {
    const note = await unpack(restoring, area);
    await unpackWal(restoring, note, area);
    askForRecovery(area, restoring.target);
    await recover(area, durable);
    return await startEmbedded({ dir: into, named: true, durable, archive: durable, say: () => undefined });
  } catch (error) {
    await stopCluster({ area, binaries: prepareBinaries(area.user, path.join(area.dir, "programs")) }).catch(
      () => undefined,
    );
    rmSync(into, { recursive: true, force: true });
    throw error;
  }
}

async function unpack({ file, identities }: Restoring, area: Area): Promise<BackupNote> {
  let note: BackupNote | undefined;
  await readArchive(file, identities, async (entry) => {
    if (entry.name === "note.json") note = readNote((await wholeOf(entry.content)).toString("utf8"));
    else await putBack(entry, area);
  });
  if (!note) throw new Fault(`${file} does not say what it is a backup of.`);
  if (note.kind !== "cluster") {
    throw new Fault(
      `${file} is of a PostgreSQL of your own. Restore it there: npm run restore -- ${file} --database ADDRESS`,
    );
  }
  return note;
}

async function putBack({ name, isDirectory, content }: Entry, area: Area): Promise<void> {
  const to = path.join(area.dir, name);
  if (path.relative(area.dir, to).startsWith("..")) throw new Fault("The backup holds a file that belongs elsewhere.");
  if (isDirectory) mkdirSync(to, { recursive: true, mode: 0o700 });
  else await pipeline(content, createWriteStream(to, { mode: 0o600 }));
  if (area.user && name.startsWith("pg")) chownSync(to, area.user.uid, area.user.gid);
}

/** What was shipped after the backup began goes beside what it brought. */
async function unpackWal({ identities, walDir }: Restoring, note: BackupNote, area: Area): Promise<void> {
  for (const { name, file } of listWal(walDir(note))) {
    const to = path.join(area.databaseDir, "pg_wal", name);
    if (existsSync(to) || (note.walFrom !== undefined && name.length === 24 && name < note.walFrom)) continue;
    await pipeline(await openEnvelope(file, identities), createWriteStream(to, { mode: 0o600 }));
    if (area.user) chownSync(to, area.user.uid, area.user.gid);
  }
}

const settingsFile = (area: Area) => path.join(area.databaseDir, "postgresql.auto.conf");
const ourLines = /\n# nearer restores[^\n]*(\n(recovery_|restore_)[^\n]*)+\n/g;

/** It goes on under a new timeline, so that what it writes is never taken for what the old one wrote. */
function askForRecovery(area: Area, target: Target): void {
  const wish =
    target === "latest"
      ? []
      : "time" in target
        ? // No “T” and no “Z”: at that hour PostgreSQL has not read its own time zones yet.
          [`recovery_target_time = '${target.time.toISOString().replace("T", " ").replace("Z", "+00")}'`]
        : [`recovery_target_name = '${target.moment}'`];
  const lines = [
    // Every file of the log lies in pg_wal already: there is nowhere to fetch more from, in any shell.
    ...["# nearer restores", "restore_command = 'exit 1'", "recovery_target_timeline = 'current'"],
    ...wish,
    "recovery_target_action = 'promote'",
  ];
  const file = settingsFile(area);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  writeFileSync(file, `${before}\n${lines.join("\n")}\n`, { mode: 0o600 });
  const signal = path.join(area.databaseDir, "recovery.signal");
  writeFileSync(signal, "", { mode: 0o600 });
  for (const one of [file, signal]) if (area.user) chownSync(one, area.user.uid, area.user.gid);
  chmodSync(area.databaseDir, 0o700);
}

async function recover(area: Area, durable: boolean): Promise<void> {
  const binaries = prepareBinaries(area.user, path.join(area.dir, "programs"));
  const { passwords } = openSecrets(area);
  const options = { area, binaries, password: passwords.superuser, durable, archive: durable, patienceMs: 0 };
  try {
    const { port } = await ensureRunning(options);
    const url = urlOf(port, superuser, passwords.superuser, "postgres");
    while (await withClient(url, isRecovering)) await sleep(100);
  } catch (error) {
    if (!endsTooEarly(area)) throw error;
    throw new Fault(
      "The log that was kept does not reach that time. Name an earlier one, or none for the latest there is.",
    );
  }
  writeFileSync(settingsFile(area), readFileSync(settingsFile(area), "utf8").replaceAll(ourLines, ""));
}

async function isRecovering(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ recovering: boolean }>("select pg_is_in_recovery() as recovering");
  return rows[0]?.recovering !== false;
}

const endsTooEarly = ({ logDir }: Area): boolean =>
  readdirSync(logDir).some((name) =>
    readFileSync(path.join(logDir, name), "utf8").includes(
      "recovery ended before configured recovery target was reached",
    ),
  );
