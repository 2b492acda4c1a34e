import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { swapsToReadAbout } from "@/lib/protocol/swap-request";
import { type ExerciseGround, titleNow } from "./exercise-access";
import { type SwapAnswerRecord, swapRequestsOf } from "./swap-requests";

/** A wish for another exercise as its client reads about it; `answer` is null while it waits. */
export type SwapNews = {
  requestId: string;
  exercise: string;
  title: string;
  askedAt: Date;
  answer: Pick<SwapAnswerRecord, "kind" | "by" | "answeredAt" | "words"> | null;
};

/** The wishes of the person who asks, oldest first: those that wait, and those answered in the last days. */
export async function swapNews(scope: Scope<ClientActor>, ground: ExerciseGround): Promise<SwapNews[]> {
  const { enrolment, today } = ground;
  if (!enrolment) return [];
  const requests = await swapRequestsOf(scope, enrolment.id);
  return swapsToReadAbout(requests, enrolment.decisions, today).map(({ request, answer }) => ({
    requestId: request.id,
    exercise: request.exercise,
    title: titleNow(ground, request.exercise) ?? "an exercise of an earlier plan",
    askedAt: request.askedAt,
    answer: answer && { kind: answer.kind, by: answer.by, answeredAt: answer.answeredAt, words: answer.words },
  }));
}
