import { and, eq, isNull, lt } from "drizzle-orm";
import type { Pool } from "pg";
import type { SystemActor } from "@/lib/domain/actor";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import { layOutOccurrences } from "../commands/assessments/lay-out-occurrences";
import { assignment } from "../schema/assessments";
import { client } from "../schema/clients";
import { withScope } from "../scope";

/** A rule without an end is laid out further once fewer than this many days of it are left (ours). */
const FEWEST_DAYS_AHEAD = 56;

/** The day before which a rule's laid-out days may not end, in the zone that is furthest ahead. */
const layOutBefore = (now: Date): LocalDate => addDays(now.toISOString().slice(0, 10), FEWEST_DAYS_AHEAD);

/** Lays out further what goes on until somebody ends it. Done twice, it writes once: every occurrence has its own name. */
export async function layOutRules(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const before = layOutBefore(now);
  const isShort = and(
    eq(assignment.practiceId, actor.practiceId),
    isNull(assignment.endedAt),
    lt(assignment.laidThrough, before),
  );
  const due = await withScope(pool, actor, now, ({ tx }) =>
    tx.select({ id: assignment.id }).from(assignment).where(isShort),
  );
  for (const { id } of due) {
    await withScope(pool, actor, now, async (scope) => {
      const [row] = await scope.tx
        .select({
          id: assignment.id,
          clientId: assignment.clientId,
          instrumentVersionId: assignment.instrumentVersionId,
          rule: assignment.rule,
          window: assignment.answerWindow,
          edition: assignment.edition,
          assignedBy: assignment.assignedBy,
          zone: client.zone,
        })
        .from(assignment)
        .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
        .where(and(isShort, eq(assignment.id, id)))
        .for("update", { of: assignment });
      if (row) await layOutOccurrences(scope, row);
    });
  }
  return due.length;
}
