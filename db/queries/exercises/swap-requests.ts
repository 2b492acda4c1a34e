import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { swapAnswer, swapAnswerWords, swapRequest, swapRequestWords } from "@/db/schema/swap-requests";
import type { Scope } from "@/db/scope";
import type { SwapAnswer, SwapRequest } from "@/lib/protocol/swap-request";

const swapAnswerRow = alias(swapAnswer, "n");
const author = alias(account, "a");

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
      answers: qualified<AnswerRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', ${swapAnswerRow.id}, 'kind', ${swapAnswerRow.kind}, 'decisionId', ${swapAnswerRow.decisionId}, 'by', ${author.name},
          'answeredAt', ${swapAnswerRow.answeredAt}, 'answeredOn', (${swapAnswerRow.answeredAt} at time zone ${client.zone})::date,
          'wordsSealed', ${swapAnswerRow.wordsSealed}) order by ${swapAnswerRow.answeredAt}, ${swapAnswerRow.id})
        from ${swapAnswer} ${swapAnswerRow} join ${account} ${author} on ${author.practiceId} = ${swapAnswerRow.practiceId} and ${author.id} = ${swapAnswerRow.answeredBy}
        where ${swapAnswerRow.practiceId} = ${swapRequest.practiceId} and ${swapAnswerRow.requestId} = ${swapRequest.id}), '[]'::jsonb)`,
    })
    .from(swapRequest)
    .innerJoin(client, and(eq(client.practiceId, swapRequest.practiceId), eq(client.id, swapRequest.clientId)))
    .where(and(eq(swapRequest.practiceId, practiceId), eq(swapRequest.enrolmentId, enrolmentId)))
    .orderBy(asc(swapRequest.askedAt), asc(swapRequest.id));
  return rows.map(({ wordsSealed, answers, ...row }) => ({
    ...row,
    words: swapRequestWords.readOrNull(wordsSealed, { practiceId, id: row.id }),
    answers: answers.map(({ wordsSealed: sealed, ...answer }) => ({
      ...answer,
      answeredAt: new Date(answer.answeredAt),
      words: swapAnswerWords.readOrNull(sealed, { practiceId, id: answer.id }),
    })),
  }));
}
