import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type AnswerWindow, type AssignmentRule, occurrences } from "@/lib/domain/assessments/schedule";
import { standingOf } from "@/lib/domain/protocol/standing-today";
import { addDays } from "@/lib/domain/time/local-date";
import { localDate } from "@/lib/domain/time/zone";
import { enrolmentOf } from "../../queries/enrolment";
import { assessment, assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";

type Laid = {
  id: string;
  clientId: string;
  zone: string;
  instrumentVersionId: string;
  rule: AssignmentRule;
  window: AnswerWindow;
  assignedBy: string;
};

const furthest = 26 * 26 * 7 + 60;

/**
 * Writes the sittings of a rule that have a date, each once for ever: the occasion is unique in the database. Run again
 * after the protocol has moved, it brings untouched sittings to their new days and never touches a started one.
 */
export async function layOutOccurrences(scope: Scope, one: Laid): Promise<{ laid: number; opensOn: string | null }> {
  const { actor, tx, now } = scope;
  const today = localDate(now, one.zone);
  const enrolment =
    one.rule.kind === "once" || one.rule.kind === "every" ? null : await enrolmentOf(scope, one.clientId);
  const path = enrolment && standingOf(enrolment, today).path;
  const due = occurrences(one.rule, one.window, path, addDays(today, furthest)).filter(({ dueOn }) => dueOn >= today);
  if (due.length === 0) return { laid: 0, opensOn: null };
  await tx
    .insert(assessment)
    .values(
      due.map(({ key, opensOn, dueOn, expiresOn }) => ({
        practiceId: actor.practiceId,
        id: randomUUID(),
        clientId: one.clientId,
        instrumentVersionId: one.instrumentVersionId,
        occasion: `${one.id}:${key}`,
        weekNumber: key.startsWith("week-") ? Number(key.slice(5)) : null,
        opensOn,
        dueOn,
        expiresOn,
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
  return { laid: due.length, opensOn: due[0]?.opensOn ?? null };
}

/** After a hold, a repeat or a pause: the sittings tied to the protocol move with it. */
export async function moveWithProtocol(scope: Scope, clientId: string, zone: string): Promise<void> {
  const open = await scope.tx
    .select({
      id: assignment.id,
      instrumentVersionId: assignment.instrumentVersionId,
      rule: assignment.rule,
      window: assignment.answerWindow,
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
