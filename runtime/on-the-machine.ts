import { existsSync } from "node:fs";
import path from "node:path";
import type { Pool } from "pg";
import { connect } from "@/db/connect";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { Refused } from "@/lib/errors";
import { isBackedUp } from "@/runtime/backup/plan";
import { databaseName } from "@/runtime/embedded-database";
import { type Embedded, startEmbedded } from "@/runtime/embedded-postgres";
import { codeOf, Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";
import { readSettings, type Settings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";
import { holderOf } from "@/runtime/supervisor-lock";

/** `authSecret`: the application's own, where it is known. */
type OnTheMachine = (pool: Pool, authSecret: string | undefined) => Promise<string>;

/** What only who may start Nearer on this machine may do. Says the sentence that `run` answers; answers the exit code. */
export async function onTheMachine(root: string, run: OnTheMachine): Promise<number> {
  try {
    const settings = readSettings(root, false, process.env);
    console.log(await withDatabase(settings, (url, authSecret) => withPool(url, (pool) => run(pool, authSecret))));
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

async function withPool(url: string, run: (pool: Pool) => Promise<string>): Promise<string> {
  const pool = connect({ url, max: 1, onIdleError: () => undefined });
  try {
    return await run(pool);
  } catch (error) {
    if (error instanceof Refused) throw new Fault(error.message);
    const missing = codeOf(error instanceof Error && error.cause ? error.cause : error);
    if (missing === "42P01" || missing === "42883")
      throw new Fault("Start Nearer once first: its database is not made yet.");
    throw error;
  } finally {
    await pool.end();
  }
}

/** The database as the application reaches it: beside a running Nearer, or started for this alone and stopped again. */
async function withDatabase<T>(
  settings: Settings,
  run: (appUrl: string, authSecret: string | undefined) => Promise<T>,
): Promise<T> {
  if (settings.DATABASE_URL) {
    if (!settings.SEAL_KEYS) throw new Fault("With DATABASE_URL, please also set SEAL_KEYS.");
    holdKeyRing(readKeyRing(settings.SEAL_KEYS));
    return run(settings.DATABASE_URL, settings.NEXTAUTH_SECRET);
  }
  return withEmbedded(settings, (embedded) => {
    holdKeyRing(readKeyRing(settings.SEAL_KEYS ?? embedded.secrets.sealKeys));
    return run(embedded.roleUrl("app", databaseName), embedded.secrets.authSecret);
  });
}

/** The embedded database of a practice that is there already. */
export async function withEmbedded<T>(settings: Settings, run: (embedded: Embedded) => Promise<T>): Promise<T> {
  const { dataDir: dir, dataDirNamed: named } = settings;
  if (!existsSync(path.join(dir, "secrets.json"))) {
    throw new Fault(`There is no practice in ${dir}. Set NEARER_DATA_DIR as you do when you start Nearer.`);
  }
  const durable = settings.NEARER_TEST_NO_FSYNC === "0";
  const embedded = await startEmbedded({ dir, named, durable, archive: isBackedUp(settings), say: () => undefined });
  try {
    return await run(embedded);
  } finally {
    const isInUse = await withClient(embedded.superuserUrl("postgres"), holderOf);
    if (!isInUse) await embedded.stop();
  }
}
