import { and, asc, eq } from "drizzle-orm";
import type { Occurrence } from "@/lib/assessments/assignment-rule";
import { assessment, assessmentWithdrawal } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { withdrawalOfSitting } from "../../sitting-joins";

/**
 * The attempt under which each of these occurrences is asked for, by its place in the rule; none for a place that is
 * taken. What was begun, sent or past when the rule was changed keeps its place, and what a person cancelled stays
 * cancelled. What only the path took away is asked for once more.
 */
export async function attemptsFor(
  { actor, tx }: Scope,
  { id, clientId, edition }: { id: string; clientId: string; edition: number },
  planned: readonly Occurrence[],
  decisionIds: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      occasion: assessment.occasion,
      edition: assessment.edition,
      attempt: assessment.attempt,
      withdrawnAt: assessmentWithdrawal.withdrawnAt,
      decisionId: assessmentWithdrawal.withdrawnByDecisionId,
    })
    .from(assessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        eq(assessment.assignmentId, id),
      ),
    )
    .orderBy(asc(assessment.assignedAt));
  const attempts = new Map<string, number>();
  for (const { key } of planned) {
    const there = rows.filter(({ occasion }) => occasion === key);
    const standing = there.find(({ withdrawnAt }) => withdrawnAt === null);
    const own = there.filter((row) => row.edition === edition);
    if (standing) {
      if (standing.edition === edition) attempts.set(key, standing.attempt);
    } else if (own.every(({ decisionId }) => decisionId !== null && decisionIds.has(decisionId))) {
      attempts.set(key, own.length + 1);
    }
  }
  return attempts;
}
