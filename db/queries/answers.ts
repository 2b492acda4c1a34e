import { and, asc, eq } from "drizzle-orm";
import type { Answer } from "@/lib/domain/assessments/instrument";
import { assessmentAnswer } from "../schema/assessments";
import type { Scope } from "../scope";
import { open, type SealPlace } from "../sealed";

export type StoredAnswer = Answer & { answeredAt: Date };

/** An answer in words is bound to its question, so that it opens nowhere else. */
export const answerPlace = (row: {
  practiceId: string;
  assessmentId: string;
  itemId: string;
  form: string;
}): SealPlace => ({
  practiceId: row.practiceId,
  table: "assessment_answer",
  column: "value",
  rowId: `${row.assessmentId}/${row.form}/${row.itemId}`,
});

/** The answers of a sitting that the caller has already looked up in scope, oldest first. */
export async function answersOf({ actor, tx }: Scope, assessmentId: string): Promise<StoredAnswer[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      itemId: assessmentAnswer.itemId,
      form: assessmentAnswer.form,
      value: assessmentAnswer.value,
      valueSealed: assessmentAnswer.valueSealed,
      answeredAt: assessmentAnswer.answeredAt,
    })
    .from(assessmentAnswer)
    .where(and(eq(assessmentAnswer.practiceId, practiceId), eq(assessmentAnswer.assessmentId, assessmentId)))
    .orderBy(asc(assessmentAnswer.answeredAt));
  return rows.map(({ valueSealed, ...row }) => {
    if (!valueSealed) return row;
    const opened: unknown = JSON.parse(open(valueSealed, answerPlace({ practiceId, assessmentId, ...row })));
    return { ...row, value: typeof opened === "number" || typeof opened === "string" ? opened : null };
  });
}
