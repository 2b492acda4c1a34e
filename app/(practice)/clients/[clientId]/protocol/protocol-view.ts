import type { ClientProtocol } from "@/db/queries/protocol/client-protocol";
import type { LoggedExercise } from "@/db/queries/protocol/logged-exercises";
import { recordedStatus } from "@/lib/connection/connection-record";
import { attemptWords } from "@/lib/exercises/attempt-lines";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { formWords } from "@/lib/protocol/own-steps";
import type { ProtocolPath } from "@/lib/protocol/path";
import { openSwapRequests } from "@/lib/protocol/swap-request";
import { aboutPhase, PROPOSAL_DAYS, type ProposalFacts, type Readiness } from "@/lib/signals/open-proposals";
import { readinessSentence } from "@/lib/signals/proposals";
import { addDays } from "@/lib/time/local-date";
import type { AskedSwapView } from "./_components/asked-swaps";
import type { LoggedLine } from "./_components/logged";
import type { ReadyView } from "./_components/proposals";
import { askedFor } from "./change-choice";

/** What proposals are weighed from, for the client of this page. */
export function proposalFacts(data: ClientProtocol, version: ProtocolVersion, path: ProtocolPath): ProposalFacts {
  const { connection, header } = data;
  const from = addDays(path.today, -PROPOSAL_DAYS);
  return {
    version,
    path,
    attempts: data.attempts.filter(({ date }) => date > from),
    decisions: header.enrolment?.decisions ?? [],
    answers: data.answers,
    saysGain: data.saysGain,
    connection: recordedStatus(connection, path.startsOn, path.today),
    closeness: data.closeness,
  };
}

/** Nobody is called ready for more closeness while the gate is not clear: the observations stand by themselves then. */
export function readyView(
  ready: Readiness,
  id: string,
  { isHeld, isClear }: { isHeld: boolean; isClear: boolean },
): ReadyView {
  const { observations, nextPhase, week, isAnswered } = ready;
  if (!isClear) {
    const sub = "Whether somebody is ready for more closeness is not asked while words of gain wait.";
    return { id, title: `Three observations in week ${week}`, sub, observations, asks: null };
  }
  return {
    id,
    title: nextPhase ? `Ready for ${nextPhase.title}?` : `Ready for week ${week + 1}?`,
    sub: readinessSentence(observations),
    observations,
    asks:
      nextPhase && !isAnswered ? { about: aboutPhase(nextPhase.number), opens: isHeld ? "change=release" : "" } : null,
  };
}

/** What was logged in one calendar week, newest first. */
export function loggedLines(
  attempts: readonly LoggedExercise[],
  version: ProtocolVersion,
  week: { startsOn: string; endsOn: string },
  today: string,
): LoggedLine[] {
  return attempts
    .filter(({ date }) => date >= week.startsOn && date <= week.endsOn)
    .toReversed()
    .map((attempt) => ({
      id: attempt.id,
      day: inSentence(formatNearDay(attempt.date, today)),
      title: titleOf(version, attempt.exercise),
      outcome: attempt.outcome,
      form: attempt.form === "own" ? formWords.own : null,
      lines: attemptWords(attempt),
      rating: attempt.rating,
    }));
}

/** Wishes for another exercise that wait for an answer. */
export function askedSwaps(
  { header, swaps }: ClientProtocol,
  version: ProtocolVersion,
  path: ProtocolPath,
  now: Date,
  zone: string,
): AskedSwapView[] {
  const asked = new Set(askedFor(version, path).map(({ key }) => key));
  return openSwapRequests(swaps, header.enrolment?.decisions ?? []).map(({ id, exercise, askedAt, words }) => ({
    id,
    exercise,
    title: titleOf(version, exercise),
    at: inSentence(formatMoment(askedAt, now, zone)),
    words,
    canSwap: asked.has(exercise),
  }));
}

export const titleOf = (version: ProtocolVersion, key: string) =>
  exerciseOf(version, key)?.title ?? "An exercise of an earlier protocol";

/** The calendar week that the page shows what was logged in: the one asked for, or the latest that has begun. */
export function shownWeek(path: ProtocolPath, asked: string) {
  const begun = path.weeks.filter(({ state }) => state !== "coming");
  return begun.find(({ index }) => String(index) === asked) ?? begun.at(-1) ?? null;
}

/** The last two weeks and the time after: when the keep-going plan is written. */
export function isNearTheEnd(path: ProtocolPath): boolean {
  const reached = path.weeks.findLast(({ state }) => state !== "coming")?.number ?? 0;
  return path.ended !== null || reached >= path.totalWeeks - 1;
}
