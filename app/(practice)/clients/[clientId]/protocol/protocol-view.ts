import type { ClientProtocol } from "@/db/queries/protocol/client-protocol";
import type { LoggedExercise } from "@/db/queries/protocol/logged-exercises";
import { recordedStatus } from "@/lib/connection/connection-record";
import { attemptWords } from "@/lib/exercises/attempt-lines";
import { formatDay, formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { rulesOf, undoneBy } from "@/lib/protocol/decision";
import { decisionSentence } from "@/lib/protocol/decision-sentence";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { formWords } from "@/lib/protocol/own-steps";
import type { ProtocolPath } from "@/lib/protocol/path";
import { openSwapRequests } from "@/lib/protocol/swap-request";
import { aboutPhase, PROPOSAL_DAYS, type ProposalFacts, type Readiness } from "@/lib/signals/open-proposals";
import { readinessSentence } from "@/lib/signals/proposals";
import { addDays } from "@/lib/time/local-date";
import type { AskedSwapView } from "./_components/asked-swaps";
import type { HistoryLine } from "./_components/history";
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

/** Every decision, every move to another version and every answer to a proposal, newest first. */
export function historyLines(data: ClientProtocol, version: ProtocolVersion, now: Date, today: string): HistoryLine[] {
  const { zone, enrolment } = data.header;
  const changes = new Map((enrolment?.decisions ?? []).map(({ id, change }) => [id, change]));
  const undone = undoneBy(enrolment?.decisions ?? []);
  // Each is undone once: to take a decision back a second time, the undo of its undo is undone.
  const named = new Set([...changes.values()].flatMap((change) => (change.kind === "undo" ? [change.undoes] : [])));
  const say = (date: string) => formatDay(date, today);
  const decided = data.decisions.flatMap((kept) => {
    const change = changes.get(kept.id);
    if (!change) return [];
    const undid = change.kind === "undo" ? changes.get(change.undoes) : undefined;
    return [
      {
        id: kept.id,
        instant: kept.decidedAt,
        sentence: decisionSentence(version, change, say, undid),
        by: kept.decidedBy,
        reason: kept.reason,
        words: rulesOf(change).isRead ? kept.words : null,
        undone: undone.has(kept.id),
        canUndo: !named.has(kept.id),
      },
    ];
  });
  const answered = data.answers.map((given) => ({
    id: given.id,
    instant: given.answeredAt,
    sentence: `${given.kind === "go-gentler" ? `Go gentler, ${exerciseOf(version, given.about)?.title ?? "an exercise"}` : "Ready for the next phase"}: ${given.answer}`,
    by: given.answeredBy,
    reason: `${given.note} (${given.evidence})`,
    words: null,
    undone: false,
    canUndo: false,
  }));
  const moved = data.moves.map((move) => ({
    id: move.id,
    instant: move.movedAt,
    sentence: `Moved to ${move.to}`,
    by: move.movedBy,
    reason: move.reason,
    words: null,
    undone: false,
    canUndo: false,
  }));
  const declined = data.swaps.flatMap(({ exercise, answers }) =>
    answers
      .filter(({ kind }) => kind !== "decided")
      .map(({ id, kind, by, answeredAt, words }) => ({
        id,
        instant: answeredAt,
        sentence:
          kind === "declined"
            ? `Kept ${titleOf(version, exercise)}, though another was asked for`
            : `Took back the wish for another exercise than ${titleOf(version, exercise)}`,
        by,
        reason: null,
        words,
        undone: false,
        canUndo: false,
      })),
  );
  return [...decided, ...answered, ...moved, ...declined]
    .sort((a, b) => b.instant.getTime() - a.instant.getTime())
    .map(({ instant, ...line }) => ({ ...line, at: formatMoment(instant, now, zone) }));
}

/** Wishes for another exercise that wait for an answer. */
export function askedSwaps(
  { header, swaps }: ClientProtocol,
  version: ProtocolVersion,
  path: ProtocolPath,
  now: Date,
): AskedSwapView[] {
  const asked = new Set(askedFor(version, path).map(({ key }) => key));
  return openSwapRequests(swaps, header.enrolment?.decisions ?? []).map(({ id, exercise, askedAt, words }) => ({
    id,
    exercise,
    title: titleOf(version, exercise),
    at: inSentence(formatMoment(askedAt, now, header.zone)),
    words,
    canSwap: asked.has(exercise),
  }));
}

const titleOf = (version: ProtocolVersion, key: string) =>
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
