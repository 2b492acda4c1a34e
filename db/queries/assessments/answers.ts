import { and, asc, eq, inArray } from "drizzle-orm";
import { assessmentAnswer, assessmentAnswerValue } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import type { Answer } from "@/lib/assessments/instrument";

/** `answeredAt` is when it reached the practice, `waitedMs` how long it had waited on the device by then. */
export type StoredAnswer = Answer & { answeredAt: Date; waitedMs: number };

/** The answers of a sitting that the caller has already looked up in scope, oldest first. */
export async function answersOf(scope: Scope, assessmentId: string): Promise<StoredAnswer[]> {
  return (await answersOfAll(scope, [assessmentId])).get(assessmentId) ?? [];
}

/** The same for several sittings, in one statement. */
export async function answersOfAll(
  { actor, tx }: Scope,
  assessmentIds: readonly string[],
): Promise<Map<string, StoredAnswer[]>> {
  const { practiceId } = actor;
  const all = new Map<string, StoredAnswer[]>(assessmentIds.map((id) => [id, []]));
  if (assessmentIds.length === 0) return all;
  const rows = await tx
    .select({
      assessmentId: assessmentAnswer.assessmentId,
      itemId: assessmentAnswer.itemId,
      form: assessmentAnswer.form,
      value: assessmentAnswer.value,
      valueSealed: assessmentAnswer.valueSealed,
      answeredAt: assessmentAnswer.answeredAt,
      waitedMs: assessmentAnswer.waitedMs,
    })
    .from(assessmentAnswer)
    .where(and(eq(assessmentAnswer.practiceId, practiceId), inArray(assessmentAnswer.assessmentId, [...assessmentIds])))
    .orderBy(asc(assessmentAnswer.answeredAt));
  for (const { assessmentId, valueSealed, ...row } of rows) {
    const opened: unknown =
      valueSealed && assessmentAnswerValue.readJson(valueSealed, { practiceId, assessmentId, ...row });
    const value = typeof opened === "number" || typeof opened === "string" ? opened : null;
    all.get(assessmentId)?.push(valueSealed ? { ...row, value } : row);
  }
  return all;
}
