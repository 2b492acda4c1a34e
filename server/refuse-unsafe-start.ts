import "server-only";
import { whatIsBroken } from "@/db/queries/identity/readiness";
import { database } from "./database";
import { env } from "./env";

/** A wrong setting, or a database role that could step around row-level security, ends the start with a sentence. */
export async function refuseUnsafeStart(): Promise<void> {
  try {
    env();
  } catch (error) {
    end(error instanceof Error ? error.message : "Nearer cannot start with these settings.");
  }
  const broken = await whatIsBroken(database(), { sealKeys: env().SEAL_KEYS, now: new Date() });
  if (broken.includes("unsafe-role")) {
    end(
      "Nearer does not start on this database role: it could read past row-level security. Use a role without SUPERUSER and BYPASSRLS in DATABASE_URL.",
    );
  }
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
