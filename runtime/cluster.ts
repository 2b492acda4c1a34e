import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Area } from "@/runtime/area";
import { walOutOf } from "@/runtime/backup/wal";
import type { Binaries } from "@/runtime/binaries";
import { codeOf, Fault, inPlainWords } from "@/runtime/fault";
import { lastLine, superuser } from "@/runtime/initdb";
import { freePort } from "@/runtime/port";
import { readPostmasterFile, stateOf } from "@/runtime/postmaster-file";
import { runProgram } from "@/runtime/program";
import { askUntil } from "@/runtime/wait";

export type Cluster = { port: number; adopted: boolean };
type Options = {
  area: Area;
  binaries: Binaries;
  password: string;
  durable: boolean;
  /** Keeps every finished file of its write-ahead log, for a restore to any minute. */
  archive?: boolean;
  /** How long it tries again, where trying again may help. */
  patienceMs?: number;
};

const startPatienceMs = 90_000;

export function urlOf(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Starts the database of this area, or adopts the one that already runs there. Heals what a kill -9 leaves behind. */
export async function ensureRunning(options: Options): Promise<Cluster> {
  let reason = "";
  const cluster = await askUntil(
    async () => {
      const outcome = await adoptOrStart(options);
      if (typeof outcome !== "string") return outcome;
      reason = outcome;
      return null;
    },
    options.patienceMs ?? startPatienceMs,
    250,
  );
  if (cluster) return cluster;
  throw new Fault(
    `The database in ${options.area.databaseDir} does not start: ${reason}. Its log is in ${options.area.logDir}.`,
  );
}

/** A running cluster, or the reason why there is none yet. Throws when waiting cannot help. */
async function adoptOrStart(options: Options): Promise<Cluster | string> {
  const { area, binaries, password } = options;
  const file = readPostmasterFile(area.databaseDir);
  const state = file ? stateOf(file.pid, area.databaseDir) : "gone";
  if (file && state === "alive") {
    if (await isOurs(file.port, password, area.databaseDir)) return { port: file.port, adopted: true };
    return `process ${file.pid} holds it but does not answer`;
  }
  if (file && state === "zombie") return `process ${file.pid} has ended but the system has not let go of it`;
  const port = await freePort(recordedPort(area));
  const log = path.join(area.logDir, "start.log");
  const before = existsSync(log) ? statSync(log).size : 0;
  const { code, output } = await runProgram(
    binaries.pgCtl,
    ["start", "-w", "-t", "60", "-D", area.databaseDir, "-l", log, "-o", serverOptions(port, options)],
    area.user,
    area.databaseDir,
  );
  if (code === 0 && (await isOurs(port, password, area.databaseDir))) {
    writeFileSync(path.join(area.dir, "port"), `${port}\n`, { mode: 0o600 });
    return { port, adopted: false };
  }
  // Only what this start wrote: an earlier one may have failed for another reason.
  const logged = existsSync(log) ? readFileSync(log).subarray(before).toString("utf8").slice(-2_000) : "";
  const plain = inPlainWords(new Error(`${output}\n${logged}`));
  if (plain instanceof Fault) throw plain;
  if (state === "stranger" && /lock file .* already exists/.test(logged)) {
    throw new Fault(
      `${path.join(area.databaseDir, "postmaster.pid")} is left from a crash and names process ${file?.pid}, which is now another program. Stop that program, or make sure that no PostgreSQL uses this directory and remove the file.`,
    );
  }
  return lastLine(logged || output);
}

function recordedPort(area: Area): number | undefined {
  const file = path.join(area.dir, "port");
  return existsSync(file) ? Number(readFileSync(file, "utf8")) || undefined : undefined;
}

function serverOptions(port: number, { area, binaries, durable, archive }: Options): string {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    // The log may be read by whoever keeps the machine: no statement and no value goes into it.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    logging_collector: "on",
    log_directory: area.logDir,
    log_filename: "database-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    log_rotation_size: "0",
    ...(archive ? archiving(area, binaries) : {}),
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join(" ");
}

/**
 * Finished files of the log are put aside, the last unfinished one after four minutes. By PostgreSQL’s own module, which
 * waits for the disk and needs no shell; where a platform’s package lacks it there is no log to restore from.
 */
function archiving(area: Area, binaries: Binaries): Record<string, string> {
  if (!binaries.canArchive) return {};
  const directory = walOutOf(area.dir);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (area.user) chownSync(directory, area.user.uid, area.user.gid);
  return {
    archive_mode: "on",
    archive_library: "basic_archive",
    "basic_archive.archive_directory": directory,
    archive_timeout: "240",
  };
}

/** Asks the server itself which directory it serves; only our own answers to our password with our directory. */
async function isOurs(port: number, password: string, databaseDir: string): Promise<boolean> {
  if (!port) return false;
  const client = new pg.Client({
    connectionString: urlOf(port, superuser, password, "postgres"),
    connectionTimeoutMillis: 3_000,
    application_name: "nearer probe",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory === databaseDir;
  } catch (error) {
    if (codeOf(error) === "28P01") {
      throw new Fault(
        `The database running in ${databaseDir} refuses the password in secrets.json. Put the secrets.json of this directory back from your backup.`,
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Stops the database in order: running transactions are rolled back, everything acknowledged is on disk. */
export async function stopCluster({ area, binaries }: Pick<Options, "area" | "binaries">): Promise<void> {
  const file = readPostmasterFile(area.databaseDir);
  if (!file || stateOf(file.pid, area.databaseDir) !== "alive") return;
  const args = ["stop", "-m", "fast", "-w", "-t", "60", "-D", area.databaseDir];
  const { code, output } = await runProgram(binaries.pgCtl, args, area.user, area.databaseDir);
  if (code !== 0 && readPostmasterFile(area.databaseDir)) {
    throw new Fault(`The database did not stop (${lastLine(output)}). The next start takes it over; nothing is lost.`);
  }
}
