import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { plannedOccurrences } from "@/db/queries/assessments/planned-occurrences";
import {
  type AnswerWindow,
  type AssignmentRule,
  isOpenEnded,
  type Occurrence,
} from "@/lib/assessments/assignment-rule";
import { addDays } from "@/lib/time/local-date";
import { assessment, assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { attemptsFor } from "./occasions";

export type Ruled = {
  id: string;
  clientId: string;
  zone: string;
  instrumentVersionId: string;
  rule: AssignmentRule;
  window: AnswerWindow;
  edition: number;
  assignedBy: string;
  assignedAt: Date;
};

/** What laying out a rule needs of its row; the client's id and zone come with it. */
export const ruleColumns = {
  id: assignment.id,
  instrumentVersionId: assignment.instrumentVersionId,
  rule: assignment.rule,
  window: assignment.answerWindow,
  edition: assignment.edition,
  assignedBy: assignment.assignedBy,
  assignedAt: assignment.assignedAt,
};

/** `stopsOn`: the day from which the path, being over, wants nothing more of this rule. */
type Scheduled = { scheduled: number; opensOn: string | null; stopsOn: string | null };

/**
 * Writes the sittings of a rule that have a date, each once for ever: the database keeps them apart. Run again
 * after the protocol has moved, or when a rule without an end has to go on, it brings untouched sittings to their new
 * days, adds the missing ones, and never touches a started one.
 */
export async function scheduleOccurrences(scope: Scope, one: Ruled): Promise<Scheduled> {
  const { today, through, stopsOn, due: planned, decisionIds } = await plannedOccurrences(scope, one);
  const attempts = await attemptsFor(scope, one, planned, decisionIds);
  const due = planned.filter(({ key }) => attempts.has(key));
  if (isOpenEnded(one.rule)) await keepScheduledThrough(scope, one.id, scheduledThrough(through, stopsOn, today));
  await insertOccurrences(scope, one, due, ({ key }) => attempts.get(key));
  return { scheduled: due.length, opensOn: due[0]?.opensOn ?? null, stopsOn };
}

/** Null once the path has stopped the rule, so that nothing looks at it again until the path is decided anew. */
function scheduledThrough(through: string, stopsOn: string | null, today: string): string | null {
  if (stopsOn === null || stopsOn > through) return through;
  return stopsOn <= today ? null : addDays(stopsOn, -1);
}

/** Inserts them; those that exist and are untouched come to the given days. */
export async function insertOccurrences(
  scope: Scope,
  one: Omit<Ruled, "assignedAt">,
  due: readonly Occurrence[],
  attemptOf: (occurrence: Occurrence) => number | undefined = () => 1,
): Promise<void> {
  const { actor, tx, now } = scope;
  if (due.length === 0) return;
  await tx
    .insert(assessment)
    .values(
      due.map((occurrence) => {
        const { key, ...days } = occurrence;
        return {
          practiceId: actor.practiceId,
          id: randomUUID(),
          clientId: one.clientId,
          instrumentVersionId: one.instrumentVersionId,
          occasion: key,
          edition: one.edition,
          attempt: attemptOf(occurrence) ?? 1,
          weekNumber: weekOf(key),
          ...days,
          assignmentId: one.id,
          assignedBy: one.assignedBy,
          assignedAt: now,
        };
      }),
    )
    .onConflictDoUpdate({
      target: [
        assessment.practiceId,
        assessment.clientId,
        assessment.assignmentId,
        assessment.occasion,
        assessment.edition,
        assessment.attempt,
      ],
      set: { opensOn: sql`excluded.opens_on`, dueOn: sql`excluded.due_on`, expiresOn: sql`excluded.expires_on` },
      setWhere: sql`${assessment.startedAt} is null and ${assessment.submittedAt} is null`,
    });
}

export const weekOf = (key: string): number | null => (key.startsWith("week-") ? Number(key.slice(5)) : null);

async function keepScheduledThrough({ actor, tx }: Scope, id: string, through: string | null): Promise<void> {
  await tx
    .update(assignment)
    .set({ scheduledThrough: through })
    .where(and(eq(assignment.practiceId, actor.practiceId), eq(assignment.id, id)));
}
