import "server-only";
import type { Pool } from "pg";
import { connect } from "@/db/connect";
import { describeError, log } from "@/db/log";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { env } from "./env";

const poolKey = Symbol.for("nearer.pool");
const shared = globalThis as unknown as { [poolKey]?: Pool };

/** The process's one pool. Refuses a role that could step around row-level security. */
export function database(): Pool {
  const existing = shared[poolKey];
  if (existing) return existing;
  const settings = env();
  holdKeyRing(readKeyRing(settings.SEAL_KEYS));
  const pool = connect({
    url: settings.DATABASE_URL,
    max: settings.DATABASE_POOL_MAX,
    onIdleError: (error) => log.warn(describeError(error), "a database connection ended"),
  });
  shared[poolKey] = pool;
  return pool;
}
