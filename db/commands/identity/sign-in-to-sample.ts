import type { Pool } from "pg";
import { NotFound } from "@/lib/errors";
import type { Browser } from "./caller";
import { type OpenedSession, openSessionFor } from "./open-session";
import { findPerson } from "./person";
import { withSystemScope } from "./with-system-scope";

/**
 * One click into a sample practice. The door lists nobody of a real practice, so an id from elsewhere is not found;
 * whether this installation may have the door at all is asked before, from its settings.
 */
export async function signInToSample(
  pool: Pool,
  accountId: string,
  browser: Browser,
  now: Date,
): Promise<OpenedSession> {
  const { rows } = await pool.query<{ practice_id: string }>(
    "select practice_id from door_sample_accounts() where account_id = $1",
    [accountId],
  );
  const practiceId = rows[0]?.practice_id;
  if (!practiceId) throw new NotFound();
  return withSystemScope(pool, practiceId, now, async (scope) => {
    const person = await findPerson(scope, accountId);
    if (!person?.hasAccess) throw new NotFound();
    return openSessionFor(scope, person, { ...browser, hasFactor: true, isSample: true });
  });
}
