import { and, asc, eq } from "drizzle-orm";
import { editionOf, occasionOf, placeOf } from "@/lib/domain/assessments/rule-change";
import type { Occurrence } from "@/lib/domain/assessments/schedule";
import { assessment, assessmentWithdrawal } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { withdrawalOfSitting } from "../../sitting-joins";

/**
 * The name under which each of these occurrences is asked for, by its place in the rule; none for a place that is taken.
 * What was begun, sent or past when the rule was changed keeps its place, and what a person cancelled stays cancelled.
 * What only the path took away is asked for under a new name.
 */
export async function occasionsFor(
  { actor, tx }: Scope,
  { id, clientId, edition }: { id: string; clientId: string; edition: number },
  planned: readonly Occurrence[],
  decidedAt: ReadonlySet<number>,
): Promise<Map<string, string>> {
  const rows = await tx
    .select({
      occasion: assessment.occasion,
      withdrawnAt: assessmentWithdrawal.withdrawnAt,
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
  const names = new Map<string, string>();
  for (const { key } of planned) {
    const there = rows.filter(({ occasion }) => placeOf(occasion) === key);
    const standing = there.find(({ withdrawnAt }) => withdrawnAt === null);
    const own = there.filter(({ occasion }) => editionOf(occasion) === edition);
    if (standing) {
      if (editionOf(standing.occasion) === edition) names.set(key, standing.occasion);
    } else if (own.every(({ withdrawnAt }) => withdrawnAt && decidedAt.has(withdrawnAt.getTime()))) {
      names.set(key, occasionOf(id, edition, key, own.length + 1));
    }
  }
  return names;
}
