import { existsSync } from "node:fs";
import path from "node:path";
import { resetOwnersFactor } from "@/db/commands/identity/reset-factor";
import { connect } from "@/db/connect";
import { databaseName } from "@/db/embedded/embedded-database";
import { startEmbedded } from "@/db/embedded/embedded-postgres";
import { codeOf, Fault } from "@/db/embedded/fault";
import { withClient } from "@/db/embedded/roles";
import { readSettings, type Settings } from "@/db/embedded/settings";
import { complain } from "@/db/embedded/supervisor";
import { holderOf } from "@/db/embedded/supervisor-lock";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { Refused } from "@/lib/domain/errors";

type Options = { root: string; email: string };

/** The way back in for the last owner: whoever may start Nearer on this machine may do this. Answers the exit code. */
export async function runFactorReset({ root, email }: Options): Promise<number> {
  try {
    if (!email.includes("@")) throw new Fault("Say whose: --reset-factor followed by the owner’s e-mail.");
    const settings = readSettings(root, false, process.env);
    await withDatabase(settings, (url) => reset(url, email));
    console.log(
      "Their second step and recovery codes are gone, and every sign-in of theirs has ended. With the password they set up a new second step.",
    );
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

async function reset(url: string, email: string): Promise<void> {
  const pool = connect({ url, max: 1, onIdleError: () => undefined });
  try {
    if (!(await resetOwnersFactor(pool, email, new Date()))) {
      throw new Fault(
        "No owner signs in with this e-mail. For anybody else, an owner does it under Settings, Colleagues.",
      );
    }
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
async function withDatabase(settings: Settings, run: (appUrl: string) => Promise<void>): Promise<void> {
  if (settings.DATABASE_URL) {
    if (!settings.SEAL_KEYS) throw new Fault("With DATABASE_URL, please also set SEAL_KEYS.");
    holdKeyRing(readKeyRing(settings.SEAL_KEYS));
    return run(settings.DATABASE_URL);
  }
  const { dataDir: dir, dataDirNamed: named } = settings;
  if (!existsSync(path.join(dir, "secrets.json"))) {
    throw new Fault(`There is no practice in ${dir}. Set NEARER_DATA_DIR as you do when you start Nearer.`);
  }
  const embedded = await startEmbedded({ dir, named, durable: true, say: () => undefined });
  try {
    holdKeyRing(readKeyRing(settings.SEAL_KEYS ?? embedded.secrets.sealKeys));
    await run(embedded.roleUrl("app", databaseName));
  } finally {
    const isInUse = await withClient(embedded.superuserUrl("postgres"), holderOf);
    if (!isInUse) await embedded.stop();
  }
}
