import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { prepareRoles } from "@/db/roles";
import { type Put, readArchive, wholeOf } from "@/runtime/backup/archive";
import { writeChecked } from "@/runtime/backup/back-up";
import type { Drilled } from "@/runtime/backup/drill";
import { requireOpen, requireSame } from "@/runtime/backup/drill";
import { differences, type Fingerprint, fingerprintOf, rowsOf } from "@/runtime/backup/fingerprint";
import { openMachineIdentity } from "@/runtime/backup/keys";
import { openEachKey } from "@/runtime/backup/open-each-key";
import { findTool, startTool } from "@/runtime/backup/own-tools";
import type { BackupPlan } from "@/runtime/backup/plan";
import { type Backup, listBackups } from "@/runtime/backup/store";
import { Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";
import type { Settings } from "@/runtime/settings";

const partBytes = 8 * 1024 * 1024;
const printName = "tables.json";
const printSchema = z.record(z.string(), z.object({ rows: z.string(), hash: z.string() }));

/** Of a PostgreSQL of your own: by its own pg_dump, in one snapshot, with what the tables hashed to in the same one. */
export async function backUpExternal(settings: Settings, plan: BackupPlan, now: Date): Promise<Backup> {
  const url = await requireReader(settings);
  return withClient(url, async (client) => {
    const major = await majorOf(client);
    const program = findTool("pg_dump", major, settings.BACKUP_PG_BIN);
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
    return writeChecked(plan, now, async (put) => {
      await put.bytes(printName, Buffer.from(JSON.stringify(await fingerprintOf(client))));
      await dumpInto(put, program, url, rows[0]?.snapshot ?? "");
      return { format: 1, kind: "dump", madeAt: now.toISOString(), lineage: "external", postgresMajor: major };
    });
  });
}

/** As it comes, in pieces that fit into memory: nothing lies open on a disk. */
async function dumpInto(put: Put, program: string, url: string, snapshot: string): Promise<void> {
  const { child, ended } = startTool(program, ["--format=custom", "--compress=0", `--snapshot=${snapshot}`], url);
  let waiting: Buffer[] = [];
  let bytes = 0;
  let part = 0;
  const putPart = async () => {
    part += 1;
    await put.bytes(`dump/${String(part).padStart(8, "0")}`, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of child.stdout) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= partBytes) await putPart();
  }
  await ended;
  if (bytes > 0) await putPart();
}

const majorOf = async (client: {
  query: (sql: string) => Promise<{ rows: { version: number }[] }>;
}): Promise<number> => {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as version");
  return rows[0]?.version ?? 0;
};

/** Row-level security holds even the owner: who backs up needs a role that it does not hold. */
async function requireReader({ DATABASE_BACKUP_URL: url }: Settings): Promise<string> {
  if (!url) {
    throw new Fault(
      "To back up a PostgreSQL of your own, set DATABASE_BACKUP_URL: a role there that may read everything (BYPASSRLS and pg_read_all_data, or a superuser).",
    );
  }
  const { rows } = await withClient(url, (client) =>
    client.query<{ may: boolean }>("select rolsuper or rolbypassrls as may from pg_roles where rolname = current_user"),
  );
  if (rows[0]?.may) return url;
  throw new Fault(
    "The role in DATABASE_BACKUP_URL is held by row-level security and would back up nothing. Give it BYPASSRLS.",
  );
}

/** Into an empty database that is there already, with the login roles that the dump names. Answers what it should hold. */
export async function restoreDump(
  file: string,
  identities: string[],
  address: string,
  named: string | undefined,
): Promise<Fingerprint> {
  const major = await withClient(address, async (client) => {
    const { rows } = await client.query<{ tables: number }>(
      "select count(*)::int as tables from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    if (rows[0]?.tables)
      throw new Fault("That database is not empty. A restore never replaces anything: make a new one.");
    await prepareRoles(client, {});
    return majorOf(client);
  });
  const { child, ended } = startTool(
    findTool("pg_restore", major, named),
    ["--exit-on-error", "--single-transaction", `--dbname=${decodeURIComponent(new URL(address).pathname.slice(1))}`],
    address,
  );
  child.stdout.resume();
  child.stdin.on("error", () => undefined);
  let print: Fingerprint | undefined;
  await readArchive(file, identities, async ({ name, content }) => {
    if (name === printName) print = printSchema.parse(JSON.parse((await wholeOf(content)).toString("utf8")));
    if (!name.startsWith("dump/")) return;
    // Where pg_restore has ended already, its own words say why, below.
    await pipeline(Readable.from(content), child.stdin, { end: false }).catch(() => undefined);
  });
  child.stdin.end();
  await ended;
  if (!print) throw new Fault(`${file} is not of a PostgreSQL of your own. Restore it into a directory instead.`);
  return print;
}

/** Restores the newest one into a database of its own on the same server, holds it against what it was made of, and drops it. */
export async function drillExternal(settings: Settings, plan: BackupPlan): Promise<Drilled> {
  const url = await requireReader(settings);
  const backup = listBackups(plan.backupDir).find(({ kind }) => kind === "dump");
  if (!backup) throw new Fault("There is no backup of this practice yet. Make one first: npm run backup");
  const name = `nearer_drill_${randomBytes(6).toString("hex")}`;
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  const began = performance.now();
  await withClient(url, (client) => client.query(`create database ${name} template template0`)).catch(nameMissingRight);
  try {
    const wanted = await restoreDump(
      backup.file,
      [await openMachineIdentity(plan.dir)],
      beside.href,
      settings.BACKUP_PG_BIN,
    );
    const seconds = (performance.now() - began) / 1_000;
    const { tables, keys } = await withClient(beside.href, async (client) => ({
      tables: await fingerprintOf(client),
      keys: await openEachKey(client, settings.SEAL_KEYS ?? ""),
    }));
    requireSame(differences(wanted, tables));
    requireOpen(keys);
    return { backup, seconds, tables: Object.keys(tables).length, rows: rowsOf(tables), keys };
  } finally {
    await withClient(url, (client) => client.query(`drop database ${name} with (force)`));
  }
}

function nameMissingRight(): never {
  throw new Fault(
    "The role in DATABASE_BACKUP_URL may make no database to drill in. Make it a superuser, or drill elsewhere: docs/RUNNING.md.",
  );
}
