import { type Decision, inOrder, lastOf, rulesOf, undoneBy } from "@/lib/protocol/decision";
import type { ProtocolPath } from "@/lib/protocol/path";
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
  const { today, current } = path;
  const counted = inOrder(decisions).filter((decision) => decision.effectiveOn <= today);
  const undone = undoneBy(counted);
  const counting = counted.filter(({ id }) => !undone.has(id));
  const isNews = ({ change, effectiveOn }: Decision) =>
    rulesOf(change).isNews(change, {
      today,
      isRecent: openDaysSince(path, effectiveOn) < WORDS_DAYS,
      isThisRound: current !== null && effectiveOn >= current.livedFrom,
    });
  const isTrue = ({ change }: Decision, place: number) =>
    counting.slice(place + 1).every((later) => !replaces(later, change) || isOver(later));
  // What was for one week counts no more after it, and what it replaced is true again.
  const isOver = (later: Decision) => "scope" in later.change && later.change.scope === "this-week" && !isNews(later);
  // An end stands for all, also one that came back because its undo was undone.
  const end = lastOf(counting, "end");
  if (end) return withWords.has(end.id) && isNews(end) ? [end] : [];
  return counting
    .filter((decision, place) => withWords.has(decision.id) && isNews(decision) && isTrue(decision, place))
    .reverse();
}

function replaces({ change: later }: Decision, change: Decision["change"]): boolean {
  const exercise = rulesOf(later).exercise(later);
  return rulesOf(change).isReplacedBy(change, {
    kind: later.kind,
    exercise,
    to: later.kind === "swap" ? later.to : null,
  });
}

/** Days since `from`, without those that were paused. */
function openDaysSince({ weeks, today }: ProtocolPath, from: LocalDate): number {
  const paused = weeks.flatMap(({ pausedDays }) => pausedDays).filter((day) => day >= from && day < today);
  return daysBetween(from, today) - paused.length;
}
