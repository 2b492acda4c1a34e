import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { occasionOf } from "@/lib/domain/assessments/rule-change";
import {
  type AnswerWindow,
  type AssignmentRule,
  isOpenEnded,
  type Occurrence,
} from "@/lib/domain/assessments/schedule";
import { localDate } from "@/lib/domain/time/zone";
import { laidOccurrences } from "../../queries/laid-occurrences";
import { plannedOccurrences } from "../../queries/planned-occurrences";
import { assessment, assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";

export type Ruled = {
  id: string;
  clientId: string;
  zone: string;
  instrumentVersionId: string;
  rule: AssignmentRule;
  window: AnswerWindow;
  edition: number;
  assignedBy: string;
};

/**
 * Writes the sittings of a rule that have a date, each once for ever: the occasion is unique in the database. Run again
 * after the protocol has moved, or when a rule without an end has to go on, it brings untouched sittings to their new
 * days, adds the missing ones, and never touches a started one.
 */
export async function layOutOccurrences(scope: Scope, one: Ruled): Promise<{ laid: number; opensOn: string | null }> {
  const planned = await plannedOccurrences(scope, one);
  const earlier = await placesOfEarlierEditions(scope, one);
  const due = planned.due.filter(({ key }) => !earlier.has(key));
  if (isOpenEnded(one.rule)) await keepLaidThrough(scope, one.id, planned.through);
  await insertOccurrences(scope, one, due);
  return { laid: due.length, opensOn: due[0]?.opensOn ?? null };
}

/** Inserts them under their occasions; those that exist and are untouched come to the given days. */
export async function insertOccurrences(scope: Scope, one: Ruled, due: readonly Occurrence[]): Promise<void> {
  const { actor, tx, now } = scope;
  if (due.length === 0) return;
  await tx
    .insert(assessment)
    .values(
      due.map(({ key, ...days }) => ({
        practiceId: actor.practiceId,
        id: randomUUID(),
        clientId: one.clientId,
        instrumentVersionId: one.instrumentVersionId,
        occasion: occasionOf(one.id, one.edition, key),
        weekNumber: weekOf(key),
        ...days,
        assignmentId: one.id,
        assignedBy: one.assignedBy,
        assignedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [assessment.practiceId, assessment.clientId, assessment.occasion],
      set: { opensOn: sql`excluded.opens_on`, dueOn: sql`excluded.due_on`, expiresOn: sql`excluded.expires_on` },
      setWhere: sql`${assessment.startedAt} is null and ${assessment.submittedAt} is null`,
    });
}

export const weekOf = (key: string): number | null => (key.startsWith("week-") ? Number(key.slice(5)) : null);

/** What was begun, sent or past when the rule was changed keeps its place, so that nothing is asked for twice. */
async function placesOfEarlierEditions(scope: Scope, { id, clientId, edition, zone }: Ruled): Promise<Set<string>> {
  if (edition === 1) return new Set();
  const rows = await laidOccurrences(scope, { id, clientId }, localDate(scope.now, zone));
  return new Set(rows.flatMap(({ key, occasion }) => (occasion === occasionOf(id, edition, key) ? [] : key)));
}

async function keepLaidThrough({ actor, tx }: Scope, id: string, through: string): Promise<void> {
  await tx
    .update(assignment)
    .set({ laidThrough: through })
    .where(and(eq(assignment.practiceId, actor.practiceId), eq(assignment.id, id)));
}

/** After a hold, a repeat or a pause: the sittings tied to the protocol move with it. The caller holds the client. */
export async function moveWithProtocol(scope: Scope, clientId: string, zone: string): Promise<void> {
  const open = await scope.tx
    .select({
      id: assignment.id,
      instrumentVersionId: assignment.instrumentVersionId,
      rule: assignment.rule,
      window: assignment.answerWindow,
      edition: assignment.edition,
      assignedBy: assignment.assignedBy,
    })
    .from(assignment)
    .where(
      and(
        eq(assignment.practiceId, scope.actor.practiceId),
        eq(assignment.clientId, clientId),
        isNull(assignment.endedAt),
      ),
    );
  for (const one of open) {
    if (one.rule.kind === "protocol-weeks" || one.rule.kind === "before-phases")
      await layOutOccurrences(scope, { ...one, clientId, zone });
  }
}
