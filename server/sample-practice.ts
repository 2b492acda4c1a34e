import "server-only";
import { practiceExists } from "@/db/queries/identity/pre-auth";
import { Refused } from "@/lib/errors";
import { seedSample } from "@/sample/seed";
import { now } from "./clock";
import { database } from "./database";
import { env, saySampleIsHere } from "./env";

/** The sample practice, in an installation that holds nothing yet. */
export async function writeSamplePractice(): Promise<void> {
  if (await practiceExists(database())) throw new Refused("This installation is set up already. Sign in instead.");
  await seedSample({ databaseUrl: env().DATABASE_URL, sealKeys: env().SEAL_KEYS, today: now() });
  saySampleIsHere();
}
