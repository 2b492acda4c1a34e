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

/** An answer as it is kept: closed, unless it is a number that tells nothing by itself. `answeredAt` may have been through JSON. */
export type KeptAnswer = Omit<StoredAnswer, "answeredAt"> & {
  assessmentId: string;
  answeredAt: Date | string;
  valueSealed: string | null;
};

/** Answers of several sittings in one statement, as they are kept; oldest first. */
export const keptAnswers = ({ actor, tx }: Pick<Scope, "actor" | "tx">, assessmentIds: readonly string[]) =>
  tx
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
    .where(
      and(
        eq(assessmentAnswer.practiceId, actor.practiceId),
        inArray(assessmentAnswer.assessmentId, [...assessmentIds]),
      ),
    )
    .orderBy(asc(assessmentAnswer.answeredAt));

export function openAnswer(practiceId: string, { assessmentId, valueSealed, ...kept }: KeptAnswer): StoredAnswer {
  const row = { ...kept, answeredAt: new Date(kept.answeredAt) };
  if (!valueSealed) return row;
  const opened: unknown = assessmentAnswerValue.readJson(valueSealed, { practiceId, assessmentId, ...row });
  return { ...row, value: typeof opened === "number" || typeof opened === "string" ? opened : null };
}

/** The same for several sittings, in one statement. */
export async function answersOfAll(
  scope: Scope,
  assessmentIds: readonly string[],
): Promise<Map<string, StoredAnswer[]>> {
  const all = new Map<string, StoredAnswer[]>(assessmentIds.map((id) => [id, []]));
  if (assessmentIds.length === 0) return all;
  for (const kept of await keptAnswers(scope, assessmentIds))
    all.get(kept.assessmentId)?.push(openAnswer(scope.actor.practiceId, kept));
  return all;
}
