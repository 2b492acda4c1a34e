import type { ClientActor } from "@/lib/domain/actor";
import { swapsToReadAbout } from "@/lib/domain/exercises/swap-request";
import { exerciseOf } from "@/lib/domain/protocol/definition";
import type { Scope } from "../scope";
import type { ExerciseGround } from "./exercise-access";
import { type KeptSwapAnswer, swapRequestsOf } from "./swap-requests";

/** A wish for another exercise as its client reads about it; `answer` is null while it waits. */
export type SwapNews = {
  requestId: string;
  exercise: string;
  title: string;
  askedAt: Date;
  answer: Pick<KeptSwapAnswer, "kind" | "by" | "answeredAt" | "words"> | null;
};

/** The wishes of the person who asks, oldest first: those that wait, and those answered in the last days. */
export async function swapNews(
  scope: Scope<ClientActor>,
  { enrolment, version, today }: ExerciseGround,
): Promise<SwapNews[]> {
  if (!enrolment || !version) return [];
  const requests = await swapRequestsOf(scope, enrolment.id);
  return swapsToReadAbout(requests, enrolment.decisions, today).map(({ request, answer }) => ({
    requestId: request.id,
    exercise: request.exercise,
    title: exerciseOf(version, request.exercise)?.title ?? "an exercise of an earlier plan",
    askedAt: request.askedAt,
    answer: answer && { kind: answer.kind, by: answer.by, answeredAt: answer.answeredAt, words: answer.words },
  }));
}
