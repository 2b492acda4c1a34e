import "server-only";
import { connect, type PatientPool } from "@/db/connect";
import { describeError, log } from "@/db/log";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { couldNot } from "./answering";
import { env } from "./env";

/** How long somebody waits for a connection while all are taken. */
const patienceMs = 1_900;
/** Once the first in line has waited this long, a page is not asked for on top. */
const behindMs = 1_000;

/** Whether a page that was asked for now would only make the line longer. */
export const isBehind = (): boolean => database().longestWait() > behindMs;

const poolKey = Symbol.for("nearer.pool");
const shared = globalThis as unknown as { [poolKey]?: PatientPool };

/** The process's one pool. Refuses a role that could step around row-level security. */
export function database(): PatientPool {
  const existing = shared[poolKey];
  if (existing) return existing;
  const settings = env();
  holdKeyRing(readKeyRing(settings.SEAL_KEYS));
  const pool = connect({
    url: settings.DATABASE_URL,
    max: settings.DATABASE_POOL_MAX,
    patienceMs,
    keepsPlans: settings.DATABASE_KEEPS_PLANS,
    onIdleError: (error) => log.warn(describeError(error), "a database connection ended"),
    onUnavailable: couldNot,
  });
  shared[poolKey] = pool;
  return pool;
}
