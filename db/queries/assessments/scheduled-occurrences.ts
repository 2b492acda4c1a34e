import { and, eq, notExists, sql } from "drizzle-orm";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import type { ScheduledOccurrence } from "@/lib/assessments/rule-change";
import type { LocalDate } from "@/lib/time/local-date";

/** `isTouched`: somebody has begun or sent it. */
export type ScheduledRow = ScheduledOccurrence & { isTouched: boolean };

/** What a rule has laid out so far and nobody took back, by due day. The caller has looked the rule up in scope. */
export async function scheduledOccurrences(
  { actor, tx }: Scope,
  { id: assignmentId, clientId }: { id: string; clientId: string },
  today: LocalDate,
): Promise<ScheduledRow[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      key: assessment.occasion,
      opensOn: assessment.opensOn,
      dueOn: sql<string>`coalesce(${assessment.dueOn}, ${assessment.opensOn})::text`,
      expiresOn: assessment.expiresOn,
      isTouched: sql<boolean>`${assessment.startedAt} is not null or ${assessment.submittedAt} is not null`,
    })
    .from(assessment)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        eq(assessment.assignmentId, assignmentId),
        notExists(tx.select({ one: sql`1` }).from(assessmentWithdrawal).where(withdrawalOfSitting)),
      ),
    )
    .orderBy(assessment.dueOn, assessment.occasion);
  return rows.map((row) => ({ ...row, stays: row.isTouched || row.dueOn < today }));
}
