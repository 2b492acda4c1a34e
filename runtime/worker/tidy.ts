import { and, eq, inArray, isNotNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { draft } from "@/db/schema/draft";
import { exportFile, recordExport, researchFile } from "@/db/schema/exports";
import { oneTimeLink, session, signInChallenge } from "@/db/schema/identity";
import { knownDevice } from "@/db/schema/known-device";
import { noticed } from "@/db/schema/noticed";
import { pushNote, pushSubscription } from "@/db/schema/push";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { NOTICED_DAYS } from "@/lib/audit/noticed";

/** Days after which what is over is removed: long enough to look into something that happened, short enough to forget. */
const keptDays = { session: 30, challenge: 1, link: 30, draft: 60, attempt: 2, device: 400, note: 7 } as const;
/** Rows of one table in one go, so that nobody waits for it; the rest goes the next time. */
const atOnce = 500;

/**
 * Removes what is over in one practice: ended sessions, half sign-ins, used or withdrawn links, words begun that nobody came
 * back to, browsers that nobody used, files that were made, what was refused at a door, and notes to devices. Nothing that states
 * what somebody did, said or decided is touched.
 */
export async function tidyPractice(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const { practiceId } = actor;
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const [s, c, l, d, k] = [session, signInChallenge, oneTimeLink, draft, knownDevice];
  const [n, p, e, f, x, r] = [pushNote, pushSubscription, exportFile, researchFile, recordExport, noticed];
  const over: [
    (
      | typeof s
      | typeof c
      | typeof l
      | typeof d
      | typeof k
      | typeof n
      | typeof p
      | typeof e
      | typeof f
      | typeof x
      | typeof r
    ),
    SQL | undefined,
  ][] = [
    [s, or(lt(s.endsAt, before(keptDays.session)), lt(s.revokedAt, before(keptDays.session)))],
    [c, lt(c.endsAt, before(keptDays.challenge))],
    [
      l,
      and(
        lt(l.endsAt, before(keptDays.link)),
        // An invitation that was never used still says that somebody was invited.
        or(ne(l.purpose, "invitation"), isNotNull(l.usedAt), isNotNull(l.withdrawnAt)),
      ),
    ],
    [d, lt(d.savedAt, before(keptDays.draft))],
    [k, lt(k.lastSeenAt, before(keptDays.device))],
    [n, lt(n.createdAt, before(keptDays.note))],
    [e, lt(e.endsAt, now)],
    [f, lt(f.endsAt, now)],
    [x, lt(x.endsAt, now)],
    [r, lt(r.at, before(NOTICED_DAYS))],
    // Later than its last note, which points at it.
    [p, lt(p.endedAt, before(keptDays.note * 2))],
  ];
  let gone = 0;
  for (const [table, isOver] of over) {
    gone += await withScope(pool, actor, now, async ({ tx }) => {
      const some = tx
        .select({ id: table.id })
        .from(table as PgTable)
        .where(and(eq(table.practiceId, practiceId), isOver))
        .limit(atOnce);
      const { rowCount } = await tx.delete(table).where(and(eq(table.practiceId, practiceId), inArray(table.id, some)));
      return rowCount ?? 0;
    });
  }
  return gone;
}

/** Tries at a door that are forgiven long since. They belong to no practice. */
export async function forgetAttempts(pool: Pool, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays.attempt * 86_400_000);
  const { rows } = await pool.query<{ gone: number }>("select door_forget_attempts($1, $2) as gone", [before, atOnce]);
  return rows[0]?.gone ?? 0;
}
