import type { Pool } from "pg";
import { newestMigration } from "@/db/migrate";

export type Readiness = "ready" | "unreachable" | "behind" | "unsafe-role";

/** Reachable, migrated to this build, and as a role that row-level security binds. */
export async function readiness(pool: Pool): Promise<Readiness> {
  try {
    const { rows } = await pool.query<{ newest: string | null; unsafe: boolean }>(
      `select (select max(created_at) from nearer_meta.migration) as newest,
              (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unsafe`,
    );
    const [row] = rows;
    if (row?.unsafe !== false) return "unsafe-role";
    return Number(row.newest) >= newestMigration() ? "ready" : "behind";
  } catch {
    return "unreachable";
  }
}
