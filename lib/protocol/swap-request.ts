import { z } from "zod";
import { type Decision, undoneBy } from "@/lib/protocol/decision";
import { WORDS_DAYS } from "@/lib/protocol/words-in-force";
import { keySchema } from "@/lib/stable-key";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

/** A wish for another exercise than `key`, with words if the client has some. `id` is made by the page. */
export const swapForm = z.strictObject({
  id: z.uuid(),
  key: keySchema,
  note: optionalWords("wishNote"),
});
export type SwapForm = z.infer<typeof swapForm>;

/** The client no longer wishes it. `id` is the answer's, made by the page. */
export const takeBackForm = z.strictObject({ id: z.uuid(), requestId: z.uuid() });
export type TakeBackForm = z.infer<typeof takeBackForm>;

/** A no, with the words that the client reads about it. */
export const declineSwapForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  requestId: z.uuid(),
  words: wordsUpTo("wordsToClient", "Write a few words. Your client reads them."),
});
export type DeclineSwapForm = z.infer<typeof declineSwapForm>;

export type SwapAnswer = {
  kind: "decided" | "declined" | "taken-back";
  /** The swap or drop that answered it. */
  decisionId: string | null;
  answeredOn: LocalDate;
};

/** A wish as kept, its answers oldest first. */
export type SwapRequest = { exercise: string; askedOn: LocalDate; answers: readonly SwapAnswer[] };

/**
 * What came of a wish: the newest answer that stands, or null while it is open. An answer by a decision falls with the
 * undo of that decision.
 */
export function answerInForce<A extends Pick<SwapAnswer, "decisionId">>(
  answers: readonly A[],
  decisions: readonly Decision[],
): A | null {
  const undone = undoneBy(decisions);
  return answers.findLast(({ decisionId }) => decisionId === null || !undone.has(decisionId)) ?? null;
}

/** Wishes that wait for an answer, in the order in which they were made. */
export function openSwapRequests<R extends { answers: readonly Pick<SwapAnswer, "decisionId">[] }>(
  requests: readonly R[],
  decisions: readonly Decision[],
): R[] {
  return requests.filter(({ answers }) => answerInForce(answers, decisions) === null);
}

/** What a client reads about on `today`: wishes that wait, and what came of the others for `WORDS_DAYS` days; those taken back are gone. */
export function swapsToReadAbout<R extends { answers: readonly SwapAnswer[] }>(
  requests: readonly R[],
  decisions: readonly Decision[],
  today: LocalDate,
): { request: R; answer: R["answers"][number] | null }[] {
  return requests.flatMap((request) => {
    const answer = answerInForce(request.answers, decisions);
    const isOver = answer && (answer.kind === "taken-back" || today >= addDays(answer.answeredOn, WORDS_DAYS));
    return isOver ? [] : [{ request, answer }];
  });
}
