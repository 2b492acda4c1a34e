import type { Pool } from "pg";
import { newestMigration } from "@/db/migrate";
import { sealKeyTrouble } from "@/db/seal-keys";
import { readKeyRing } from "@/db/sealed";
import { Unavailable } from "@/lib/errors";

/** What keeps this process from doing its work, each by itself. */
export type Broken = "busy" | "unreachable" | "disk" | "read-only" | "behind" | "unsafe-role" | "keys" | "clock";

/** Clocks further apart than this are wrong: codes of the second step live half a minute. */
const CLOCK_SECONDS = 20;

type Asked = { sealKeys: string; now: Date };

/** Reachable, migrated to this build, writable, as a role that row-level security binds, with its keys and its clock. */
export async function whatIsBroken(pool: Pool, { sealKeys, now }: Asked): Promise<Broken[]> {
  try {
    const { rows } = await pool.query<{ newest: string | null; unsafe: boolean; closed: boolean; at: Date }>(
      `select (select max(created_at) from nearer_meta.migration) as newest,
              (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unsafe,
              pg_is_in_recovery() or current_setting('transaction_read_only')::bool as closed,
              clock_timestamp() as at`,
    );
    const [row] = rows;
    if (!row) return ["unreachable"];
    const { missing, wrong, retired } = await sealKeyTrouble(pool, readKeyRing(sealKeys));
    const apart = Math.abs(row.at.getTime() - now.getTime()) / 1_000;
    const found: [Broken, boolean][] = [
      ["unsafe-role", row.unsafe !== false],
      ["behind", Number(row.newest) < newestMigration()],
      ["read-only", row.closed],
      ["keys", missing.length + wrong.length + retired.length > 0],
      ["clock", apart > CLOCK_SECONDS],
    ];
    return found.flatMap(([name, isBroken]) => (isBroken ? [name] : []));
  } catch (error) {
    if (error instanceof Unavailable && error.why !== "away") return [error.why === "full" ? "disk" : "busy"];
    // Before the first migration there is nothing to ask.
    return [(error as { code?: unknown }).code === "42P01" ? "behind" : "unreachable"];
  }
}
