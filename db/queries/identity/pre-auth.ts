import type { Pool } from "pg";
import { inTransaction } from "../../scope";
import { type LockedSession, openLocked, openSession, type SessionAnswer } from "./session";

/** Is anything set up here at all? */
export async function practiceExists(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ exists: boolean }>("select practice_exists() as exists");
  return rows[0]?.exists === true;
}

export type SampleAccount = { readonly accountId: string; readonly name: string; readonly role: string };

/** The people of a sample practice, a few of each role. Empty on every real practice. */
export async function sampleAccounts(pool: Pool): Promise<SampleAccount[]> {
  const { rows } = await pool.query<{ account_id: string; name: string; role: string }>(
    "select account_id, name, role from door_sample_accounts()",
  );
  return rows.map((row) => ({ accountId: row.account_id, name: row.name, role: row.role }));
}

/** What a session's cookie is worth at this moment. Looking never makes it last longer. */
export const lookAtSession = (pool: Pool, tokenHash: Buffer, now: Date): Promise<SessionAnswer> =>
  inTransaction(pool, "read committed", (tx) => openSession(tx, tokenHash, now, false));

/** The same look, by somebody who asked to stay. */
export const stayInSession = (pool: Pool, tokenHash: Buffer, now: Date): Promise<SessionAnswer> =>
  inTransaction(pool, "read committed", (tx) => openSession(tx, tokenHash, now, true));

/** Who is asked to open it, where the session of this cookie locked itself. */
export const lookAtLocked = (pool: Pool, tokenHash: Buffer, now: Date): Promise<LockedSession | null> =>
  inTransaction(pool, "read committed", (tx) => openLocked(tx, tokenHash, now));
