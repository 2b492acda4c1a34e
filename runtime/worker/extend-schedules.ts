import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { lockAssignment } from "@/db/commands/assessments/lock-assignment";
import { scheduleOccurrences } from "@/db/commands/assessments/schedule-occurrences";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { assignment } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { oneByOne } from "./one-by-one";

/** A rule without an end is laid out further once fewer than this many days of it are left (ours). */
const FEWEST_DAYS_AHEAD = 56;

/** The day before which a rule's laid-out days may not end, in the zone that is furthest ahead. */
const layOutBefore = (now: Date): LocalDate => addDays(now.toISOString().slice(0, 10), FEWEST_DAYS_AHEAD);

/**
 * Lays out further what goes on until somebody ends it, or the path is over, for whoever still takes part; who comes back
 * is asked again from that day on. Done twice, it writes once: every occurrence has its own name.
 */
export async function extendSchedules(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const before = layOutBefore(now);
  const isShort = and(
    eq(assignment.practiceId, actor.practiceId),
    isNull(assignment.endedAt),
    lt(assignment.scheduledThrough, before),
    hasAccess(client.practiceId, client.accountId),
    sql`${newestConsent} is distinct from 'withdrawn'`,
  );
  const due = await withScope(pool, actor, now, ({ tx }) =>
    tx
      .select({ id: assignment.id })
      .from(assignment)
      .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
      .where(isShort),
  );
  await oneByOne(due, ({ id }) =>
    withScope(pool, actor, now, async (scope) => {
      const { endedAt, scheduledThrough, ...rule } = await lockAssignment(scope, id);
      if (!endedAt && scheduledThrough !== null && scheduledThrough < before) await scheduleOccurrences(scope, rule);
    }),
  );
  return due.length;
}
