import { and, asc, eq, sql } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { swapAnswer, swapAnswerWords, swapRequest, swapRequestWords } from "@/db/schema/swap-requests";
import type { Scope } from "@/db/scope";
import type { SwapAnswer, SwapRequest } from "@/lib/protocol/swap-request";

export type SwapAnswerRecord = SwapAnswer & {
  id: string;
  by: string;
  answeredAt: Date;
  /** What the client reads about a no. */
  words: string | null;
};

export type SwapRequestRecord = Omit<SwapRequest, "answers"> & {
  id: string;
  askedAt: Date;
  /** What would suit better, in the client's words. */
  words: string | null;
  answers: SwapAnswerRecord[];
};

type AnswerRow = Omit<SwapAnswerRecord, "answeredAt" | "words"> & { answeredAt: string; wordsSealed: string | null };

/** Every wish for another exercise on an enrolment that the caller has looked up in scope, oldest first. */
export async function swapRequestsOf({ actor, tx }: Scope, enrolmentId: string): Promise<SwapRequestRecord[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: swapRequest.id,
      exercise: swapRequest.exerciseKey,
      askedOn: swapRequest.askedOn,
      askedAt: swapRequest.askedAt,
      wordsSealed: swapRequest.wordsSealed,
      answers: sql<AnswerRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'decisionId', n.decision_id, 'by', a.name,
          'answeredAt', n.answered_at, 'answeredOn', (n.answered_at at time zone ${client.zone})::date,
          'wordsSealed', n.words_sealed) order by n.answered_at, n.id)
        from ${swapAnswer} n join ${account} a on a.practice_id = n.practice_id and a.id = n.answered_by
        where n.practice_id = ${swapRequest.practiceId} and n.request_id = ${swapRequest.id}), '[]'::jsonb)`,
    })
    .from(swapRequest)
    .innerJoin(client, and(eq(client.practiceId, swapRequest.practiceId), eq(client.id, swapRequest.clientId)))
    .where(and(eq(swapRequest.practiceId, practiceId), eq(swapRequest.enrolmentId, enrolmentId)))
    .orderBy(asc(swapRequest.askedAt), asc(swapRequest.id));
  return rows.map(({ wordsSealed, answers, ...row }) => ({
    ...row,
    words: swapRequestWords.openOrNull(wordsSealed, { practiceId, id: row.id }),
    answers: answers.map(({ wordsSealed: sealed, ...answer }) => ({
      ...answer,
      answeredAt: new Date(answer.answeredAt),
      words: swapAnswerWords.openOrNull(sealed, { practiceId, id: answer.id }),
    })),
  }));
}
