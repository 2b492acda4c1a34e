import { existsSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeAllAnew } from "@/db/erasing/written-anew";
import { type Run, type RunKind, recordRun } from "@/db/running-record";
import { backUpEmbedded } from "@/runtime/backup/back-up";
import { type Drilled, drillEmbedded } from "@/runtime/backup/drill";
import { backUpExternal, drillExternal, restoreDump } from "@/runtime/backup/dump";
import { erasers } from "@/runtime/backup/erasers";
import { erasuresSince, replayErasures, requireErasers } from "@/runtime/backup/erasures";
import { keepIdentity, openMachineIdentity, readIdentities } from "@/runtime/backup/keys";
import { type BackupPlan, planOf } from "@/runtime/backup/plan";
import { restoreInto, type Target } from "@/runtime/backup/restore";
import { type Backup, listBackups } from "@/runtime/backup/store";
import { walDirOf } from "@/runtime/backup/wal";
import { databaseName } from "@/runtime/embedded-database";
import type { Embedded } from "@/runtime/embedded-postgres";
import { Fault, inPlainWords } from "@/runtime/fault";
import { withEmbedded } from "@/runtime/on-the-machine";
import { withClient } from "@/runtime/roles";
import { readSettings, type Settings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";
import { writeAnewFirst } from "@/runtime/written-anew";

type Asked = { words: string[]; env: NodeJS.ProcessEnv };
type Options = Pick<Asked, "words">;

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function answering({ words }: Options, run: (asked: Asked) => Promise<string>) {
  try {
    console.log(await run({ words, env: process.env }));
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

/** Does it on whichever PostgreSQL the practice has, and keeps in its database how it went. */
async function recorded<T>(
  settings: Settings,
  kind: RunKind,
  on: { embedded: (embedded: Embedded, plan: BackupPlan) => Promise<T>; external: (plan: BackupPlan) => Promise<T> },
  tell: (done: T, settings: Settings) => string,
): Promise<string> {
  const startedAt = new Date();
  const attempt = async (keeperUrl: string | undefined, work: () => Promise<T>): Promise<string> => {
    const keep = async (outcome: Run["outcome"], words: string) => {
      const seconds = (Date.now() - startedAt.getTime()) / 1_000;
      if (keeperUrl)
        await withClient(keeperUrl, (owner) => recordRun(owner, { kind, outcome, startedAt, seconds, words }));
    };
    try {
      const words = tell(await work(), settings);
      await keep("good", words);
      return words;
    } catch (error) {
      const plain = inPlainWords(error);
      // What PostgreSQL or the system say may hold more than the owner's page should: a sentence of ours does not.
      await keep("failed", plain instanceof Fault ? plain.message : "A fault that Nearer does not know.").catch(
        () => undefined,
      );
      throw plain;
    }
  };
  if (settings.DATABASE_URL) {
    const plan = planOf(settings, settings.dataDir);
    return attempt(settings.DATABASE_OWNER_URL, () => on.external(plan));
  }
  return withEmbedded(settings, (embedded) => {
    const plan = planOf(settings, embedded.area.dir);
    return attempt(embedded.superuserUrl(databaseName), () => on.embedded(embedded, plan));
  });
}

/** `npm run backup` */
export const runBackup = (options: Options): Promise<number> => answering(options, backUp);

export async function backUp({ words, env }: Asked): Promise<string> {
  const { values } = parseArgs({ args: words, options: { "new-key": { type: "string" } } });
  if (values["new-key"]) return newKey(path.resolve(values["new-key"]));
  const settings = readSettings(process.cwd(), false, env);
  return recorded(
    settings,
    "backup",
    {
      embedded: async (embedded, plan) => {
        await writeAnewFirst(embedded.superuserUrl(databaseName), console.error);
        return backUpEmbedded(embedded, plan, new Date());
      },
      external: (plan) => backUpExternal(settings, plan, new Date()),
    },
    tellBackup,
  );
}

function tellBackup({ file, bytes }: Backup, { BACKUP_RECIPIENTS }: Settings): string {
  const hint = " It opens on this machine alone. Make a key of your own: npm run backup -- --new-key FILE";
  return `Written and read back: ${file} (${megabytes(bytes)}).${BACKUP_RECIPIENTS.length > 0 ? "" : hint}`;
}

async function newKey(file: string): Promise<string> {
  if (existsSync(file)) throw new Fault(`${file} is there already. A key is never written over another.`);
  const recipient = await keepIdentity(file);
  return `Your key is in ${file}. Keep it away from this machine, twice: without it nobody opens a backup elsewhere.\nSet BACKUP_RECIPIENTS=${recipient}`;
}

/** `npm run drill` */
export const runDrill = (options: Options): Promise<number> => answering(options, drill);

export function drill({ env }: Asked): Promise<string> {
  const settings = readSettings(process.cwd(), false, env);
  return recorded(
    settings,
    "drill",
    {
      embedded: (embedded, plan) => drillEmbedded(embedded, plan, settings.SEAL_KEYS),
      external: (plan) => drillExternal(settings, plan),
    },
    tellDrill,
  );
}

function tellDrill({ backup, seconds, tables, rows, keys }: Drilled): string {
  const opened = Object.entries(keys).map(([key, { opened }]) => `${key}: ${opened} columns`);
  return [
    `The backup of ${backup.madeAt} came back in ${seconds.toFixed(1)} seconds.`,
    `${tables} tables with ${rows} rows are the same, row by row.`,
    opened.length > 0 ? `Sealed words open (${opened.join(", ")}).` : "There are no sealed words yet.",
  ].join(" ");
}

/** `npm run restore -- FILE DIRECTORY`, or `--database ADDRESS` for a PostgreSQL of your own. */
export const runRestore = (options: Options): Promise<number> => answering(options, restore);

export async function restore({ words, env }: Asked): Promise<string> {
  const options = { identity: { type: "string" }, until: { type: "string" }, database: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options });
  const settings = readSettings(process.cwd(), false, env);
  const plan = planOf(settings, settings.dataDir);
  const [which, into] = positionals;
  if (!which || (!into && !values.database)) {
    throw new Fault(
      "Say what and where to: npm run restore -- FILE DIRECTORY. FILE may be “latest”; add --until 2026-10-02T14:00 for a minute, --identity FILE for your key.",
    );
  }
  const file = which === "latest" ? listBackups(plan.backupDir)[0]?.file : path.resolve(which);
  if (!file) throw new Fault(`There is no backup in ${plan.backupDir}.`);
  const identities = values.identity
    ? readIdentities(path.resolve(values.identity))
    : [await openMachineIdentity(plan.dir)];
  const erasures = (since: string) => erasuresSince(path.dirname(file), since);
  requireErasers(erasures(""), erasers);
  if (values.database) return toDatabase({ file, identities, address: values.database, settings, erasures });
  const durable = settings.NEARER_TEST_NO_FSYNC === "0";
  const target = targetOf(values.until);
  return toDirectory({ file, identities, into: path.resolve(into ?? ""), target, durable, erasures });
}

function targetOf(until: string | undefined): Target {
  if (!until) return "latest";
  const time = new Date(until);
  if (Number.isNaN(time.getTime()))
    throw new Fault(`${until} is no time. Write it as 2026-10-02T14:00, or with a Z for UTC.`);
  return { time };
}

type Work = { file: string; identities: string[]; erasures: (since: string) => ReturnType<typeof erasuresSince> };

type ToDirectory = Work & { into: string; target: Target; durable: boolean };

async function toDirectory({ file, identities, into, target, durable, erasures }: ToDirectory) {
  const began = performance.now();
  let madeAt = "";
  const embedded = await restoreInto({
    file,
    identities,
    into,
    walDir: (note) => {
      madeAt = note.madeAt;
      return walDirOf(path.dirname(file), note.lineage);
    },
    target,
    durable,
  });
  let isWhole = false;
  try {
    const again = await withClient(embedded.superuserUrl(databaseName), async (owner) => {
      const made = await replayErasures(owner, erasures(madeAt), erasers);
      if (made > 0) await writeAllAnew(owner);
      return made;
    });
    isWhole = true;
    const seconds = (performance.now() - began) / 1_000;
    return `Restored into ${into} in ${seconds.toFixed(1)} seconds${again > 0 ? `; ${again} erasures were made again` : ""}. Start it: NEARER_DATA_DIR=${into} npm start`;
  } finally {
    await embedded.stop();
    // What holds somebody who was erased is no copy to be left lying.
    if (!isWhole) rmSync(into, { recursive: true, force: true });
  }
}

async function toDatabase({
  file,
  identities,
  address,
  settings,
  erasures,
}: Work & { address: string; settings: Settings }) {
  await restoreDump(file, identities, address, settings.BACKUP_PG_BIN);
  const backup = listBackups(path.dirname(file)).find((one) => one.file === file);
  const since = backup?.madeAt ?? "";
  const again = await withClient(address, (owner) => replayErasures(owner, erasures(since), erasers));
  return `Restored${again > 0 ? `; ${again} erasures were made again` : ""}. Set DATABASE_URL and DATABASE_OWNER_URL to it, with the SEAL_KEYS of before.`;
}

/** The night's work steps aside for people. */
export function stepAside(): void {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
}
