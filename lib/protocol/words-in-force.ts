import { broughtBack, type Decision, inOrder, lastOf, rulesOf, subjectOf, undoneBy } from "@/lib/protocol/decision";
import { type Dose, doseWords } from "@/lib/protocol/dose";
import { type ProtocolPath, weeksAhead } from "@/lib/protocol/path";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** Days for which a client goes on reading about a decision that was made once (ours). A pause stops the count. */
export const WORDS_DAYS = 7;

/**
 * The decisions whose words the client reads today, newest first: all that had words (`withWords`), are still news and still
 * true. Words about a week go when the week does, those about a hold or a pause stay for as long as it lasts, and what a
 * later decision made untrue is gone, also where that one had no words of its own.
 */
export function decisionsToReadAbout(
  decisions: readonly Decision[],
  withWords: ReadonlySet<string>,
  path: ProtocolPath,
): Decision[] {
  const { today, current, held, paused } = path;
  const counted = inOrder(decisions).filter((decision) => decision.effectiveOn <= today);
  const undone = undoneBy(counted);
  const counting = counted.filter(({ id }) => !undone.has(id));
  const isNews = ({ id, change, effectiveOn }: Decision) =>
    rulesOf(change).isNews(change, {
      isLasting: id === held?.decisionId || id === paused?.decisionId,
      isRecent: openDaysSince(path, effectiveOn) < WORDS_DAYS,
      isThisRound: current !== null && effectiveOn >= current.livedFrom,
      isThisWeek: current !== null && effectiveOn >= current.startsOn,
    });
  const isTrue = ({ change }: Decision, place: number) =>
    counting
      .slice(place + 1)
      .map((later) => (change.kind === "undo" ? asMade(later) : later))
      .every((later) => !replaces(later, change) || isOver(later)) && !isGone(change, path);
  // What was brought back counts in its own place, but words that said it was taken back are untrue from now on.
  const asMade = (later: Decision) => ({ ...later, change: broughtBack(later.change, decisions) ?? later.change });
  // What was for one week counts no more after it, and what it replaced is true again.
  const isOver = (later: Decision) => "scope" in later.change && later.change.scope === "this-week" && !isNews(later);
  const end = lastOf(counting, "end");
  if (end) return wordsOfEnd(end, counting, decisions, path).filter((one) => withWords.has(one.id) && isNews(one));
  return counting
    .filter((decision, place) => withWords.has(decision.id) && isNews(decision) && isTrue(decision, place))
    .reverse();
}

/**
 * Of the moves to another version the one whose words the client reads today: the newest, while it is news and the path is
 * not ended. An earlier one is true no more. Oldest first.
 */
export function moveToReadAbout<M extends { effectiveOn: LocalDate; words: string | null }>(
  moves: readonly M[],
  path: ProtocolPath,
): M | null {
  const newest = moves.at(-1);
  if (!newest || newest.words === null || path.ended) return null;
  return openDaysSince(path, newest.effectiveOn) < WORDS_DAYS ? newest : null;
}

/** An end stands for all. One that came back names the day of its first time no more: what brought it back says the day. */
function wordsOfEnd(end: Decision, counting: readonly Decision[], all: readonly Decision[], { ended }: ProtocolPath) {
  const back = counting.findLast(({ change }) => change.kind === "undo" && subjectOf(change, all) === end.change);
  return ended?.on === end.effectiveOn ? [end] : back ? [back] : [];
}

function replaces({ change: later }: Decision, change: Decision["change"]): boolean {
  const exercise = rulesOf(later).exercise(later);
  return rulesOf(change).isReplacedBy(change, {
    kind: later.kind,
    exercise,
    to: later.kind === "swap" ? later.to : null,
  });
}

/**
 * Words about an exercise of this week are untrue where the week does not ask for it any more, whatever took it out: a decision
 * that was brought back in its own place, or another version. In a pause the week that goes on after it says so.
 */
function isGone(change: Decision["change"], path: ProtocolPath): boolean {
  if (!("scope" in change) || change.scope !== "this-week" || change.kind === "drop") return false;
  const key = change.kind === "swap" ? change.to : change.exercise;
  const [next] = weeksAhead(path);
  const ahead = path.paused ? weeksAhead(path).filter(({ number }) => number === next?.number) : [path.current];
  const asked: { exercise: string; dose: Dose; until?: LocalDate }[] = ahead.flatMap((week) => week?.exercises ?? []);
  const lasting = asked.filter(({ exercise, until }) => exercise === key && (!until || until >= path.today));
  return !lasting.some(({ dose }) => change.kind === "swap" || doseWords(dose) === doseWords(change.dose));
}

/** Days since `from`, without those that were paused. */
function openDaysSince({ weeks, today }: ProtocolPath, from: LocalDate): number {
  const paused = weeks.flatMap(({ pausedDays }) => pausedDays).filter((day) => day >= from && day < today);
  return daysBetween(from, today) - paused.length;
}
