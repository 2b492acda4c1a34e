import { existsSync, watch } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { addressOf, startApplication } from "@/runtime/application";
import { keepBackups } from "@/runtime/backup/schedule";
import { ensureBuild } from "@/runtime/build";
import type { Child } from "@/runtime/child";
import { openEmbeddedDatabase } from "@/runtime/embedded-database";
import { type Ending, Interrupted, listenForEnding } from "@/runtime/ending";
import { openExternalDatabase } from "@/runtime/external-database";
import { Fault, inPlainWords } from "@/runtime/fault";
import { requirePort } from "@/runtime/port";
import { type PracticeDatabase, practiceExists } from "@/runtime/practice-database";
import { requireSealKeys } from "@/runtime/seal-keys";
import { keepSealed } from "@/runtime/sealing/keep-sealed";
import { readSettings, type Settings } from "@/runtime/settings";
import { openNetworkWarning } from "@/runtime/transport";
import { startWorker } from "@/runtime/worker";
import { keepWrittenAnew } from "@/runtime/written-anew";

type Options = { root: string; demo: boolean; dev: boolean };
type Stoppable = { stop: () => Promise<void>; hurry?: () => void };

const say = (line: string) => console.log(line);

/** Whoever read our words may go away before we do: that ends nothing. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** Runs until it is asked to end: database, migrations, application; then the same in the other direction. */
export async function runSupervisor({ root, demo, dev }: Options): Promise<never> {
  outliveReaders();
  const ending = listenForEnding();
  const children: Child[] = [];
  let opening: Promise<PracticeDatabase> | undefined;
  const keepers: Stoppable[] = [];
  let exitCode = 0;
  try {
    const settings = readSettings(root, demo, process.env);
    opening = openDatabaseFor(settings);
    const database = await ending.unless(opening);
    await ending.unless(requirePort(settings.PORT, settings.HOST, database.adopted ? 16_000 : 0));
    if (!dev) await ending.unless(ensureBuild(root, say));
    await ending.unless(migrate(database));
    await ending.unless(requireSealKeys(database));
    if (settings.demo && !(await practiceExists(database))) await ending.unless(seedSample(root, database));
    const application = startApplication({ root, settings, database, say, dev });
    children.push(application);
    if (!(await ending.unless(application.started))) {
      throw new Fault("The application ended while it was starting; its own words are above.");
    }
    const worker = startWorker({ root, settings, database, say });
    children.push(worker);
    if (!(await ending.unless(worker.started))) {
      throw new Fault("The worker that sends letters and passes safety events on ended while it was starting.");
    }
    if (dev) onEdit(root, worker.restart);
    keepers.push(
      keepBackups({ root, settings, database, say }),
      keepSealed({ database, say }),
      keepWrittenAnew({ database, say }),
    );
    const setupLink = await application.setupLink();
    say(`Nearer is ready at ${application.address}`);
    const warning = openNetworkWarning(settings);
    if (warning) say(warning);
    if (setupLink) say(`Set up your practice once, here: ${setupLink}`);
    say("Ctrl-C stops it.");
    await ending.asked;
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      exitCode = 1;
      complain(error);
    }
  }
  const closed = await close(ending, [...children, ...keepers], opening);
  process.exit(exitCode || closed);
}

/** The worker's own sources: what it runs is read once, at its start. */
function onEdit(root: string, restart: () => void): void {
  let pause: NodeJS.Timeout | undefined;
  for (const box of ["runtime/worker", "db", "lib"]) {
    watch(path.join(root, box), { recursive: true }, (_, file) => {
      if (!file?.endsWith(".ts") || file.endsWith(".test.ts")) return;
      clearTimeout(pause);
      pause = setTimeout(restart, 300);
    });
  }
}

function openDatabaseFor(settings: Settings): Promise<PracticeDatabase> {
  if (settings.DATABASE_URL) {
    say("Using the PostgreSQL in DATABASE_URL");
    return openExternalDatabase(settings, settings.DATABASE_URL, say);
  }
  say("Starting the database");
  return openEmbeddedDatabase(settings, addressOf(settings), say);
}

async function migrate(database: PracticeDatabase): Promise<void> {
  try {
    await database.migrate();
  } catch (error) {
    if (inPlainWords(error) instanceof Fault) throw error;
    // The outer message of drizzle holds the whole statement; PostgreSQL's own is the short one.
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Fault(
      `The database could not be brought to this version: ${reason instanceof Error ? reason.message : String(reason)}. It is as it was before; start the version of Nearer that used it last, or restore a backup.`,
    );
  }
}

/** The sample practice is loaded by its path: nothing of it is part of an ordinary start. */
async function seedSample(root: string, database: PracticeDatabase): Promise<void> {
  say("Filling the sample practice");
  const file = path.join(root, "sample/seed.ts");
  const seeder: unknown = existsSync(file) ? await import(pathToFileURL(file).href) : null;
  if (typeof seeder !== "object" || !seeder || !("seedSample" in seeder) || typeof seeder.seedSample !== "function") {
    throw new Fault("The sample practice is missing from this copy of Nearer (sample/seed.ts).");
  }
  await seeder.seedSample({ databaseUrl: database.appUrl(), sealKeys: database.keys.sealKeys, today: new Date() });
}

async function close(
  ending: Ending,
  children: Stoppable[],
  opening: Promise<PracticeDatabase> | undefined,
): Promise<number> {
  if (ending.isAsked()) say("Stopping: finishing what is under way, then the database (Ctrl-C again to hurry)");
  ending.onHurry(() => {
    for (const child of children) child.hurry?.();
  });
  try {
    await Promise.all(children.map((child) => child.stop()));
    const database = await opening?.catch(() => null);
    await database?.stop();
    if (ending.isAsked()) say("Stopped. Everything that was saved is kept.");
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

export function complain(error: unknown): void {
  const plain = inPlainWords(error);
  if (plain instanceof Fault) console.error(plain.message);
  else console.error("Nearer met a fault that it does not know:", plain);
}
