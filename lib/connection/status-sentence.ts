import type { FormedBaseline } from "@/lib/connection/baseline";
import { SIGNAL_DROP } from "@/lib/connection/connection-signal";
import { type CheckedWeek, type ConnectionStatus, hasBand, isEnough } from "@/lib/connection/connection-status";
import { counted, plural } from "@/lib/plural";

/** A point of the scale as people write it: 6, or 6.5. */
const points = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

const fortnight = ({ from }: FormedBaseline): string =>
  from === 0 ? "the first fortnight" : "the first fortnight with enough checks";

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What a week came to, and on what it rests: "a median of 6", "one check, 3", "checks on 2 days, 4 in the middle". */
export function weekWords({ median, days, checks }: CheckedWeek): string {
  if (days >= 3) return `a median of ${points(median)}`;
  if (checks === 1) return `one check, ${points(median)}`;
  const when = plural(days, `${checks} checks on one day`, `checks on ${days} days`);
  return `${when}, ${points(median)} in the middle`;
}

function againstBaseline({ latest, baseline, signal }: Extract<ConnectionStatus, { kind: "judged" }>): string {
  const difference = latest.median - baseline.median;
  const start = `Week ${latest.week} has ${weekWords(latest)}`;
  const there = fortnight(baseline);
  if (difference === 0) return `${start}, the same as ${there}.`;
  const way = difference > 0 ? "above" : "below";
  const far = `${start}${isEnough(latest) ? "," : ":"} ${points(Math.abs(difference))} ${way} ${there} (${points(baseline.median)})`;
  if (!isEnough(latest)) return `${far}.`;
  if (!hasBand(baseline))
    return `${far}. Every check of that fortnight was the same, so usual ups and downs are not known.`;
  const isInside = latest.median >= baseline.lower && latest.median <= baseline.upper;
  if (isInside) return signal === "none" ? `${far}, within the usual ups and downs.` : `${far}.`;
  return `${far}, outside the usual ups and downs.`;
}

function review({ latest, previous, baseline }: Extract<ConnectionStatus, { kind: "judged" }>): string {
  const weeks = `Weeks ${latest.week - 1} and ${latest.week}`;
  const both = `${weeks} both lie at least ${SIGNAL_DROP} points below ${fortnight(baseline)} (${points(baseline.median)})`;
  if (previous === null || (isEnough(previous) && isEnough(latest)))
    return `${both}; week ${latest.week} has ${weekWords(latest)}.`;
  return `${both}: week ${previous.week} has ${weekWords(previous)}; week ${latest.week} has ${weekWords(latest)}.`;
}

/**
 * The sentence above the connection chart, and beside every judgement that rests on it. Without `tellsRise` (while words of
 * gain wait) a rise is not told as one: closeness can grow under harm. A fall always is.
 */
export function statusSentence(status: ConnectionStatus, { tellsRise = true } = {}): string {
  switch (status.kind) {
    case "no checks":
      return "No connection checks yet.";
    case "forming":
      return `Baseline forming (${status.day} of ${status.of} days), with checks on ${counted(status.checks, "day")} so far.`;
    case "no baseline": {
      const { counts } = status;
      const so = counts
        ? `Checks on ${counted(counts.checked, "day")}, ${counts.lately} of them in the last fourteen. `
        : "";
      return `${so}The baseline is the first fourteen days with checks on five: until they are over nothing can be compared, and no fall be told.`;
    }
    case "waiting": {
      const { baseline } = status;
      const since = baseline.from === 0 ? "The week after it is still running." : "No whole week has passed since.";
      return `${capital(fortnight(baseline))} has a median of ${points(baseline.median)}. ${since}`;
    }
    case "silent": {
      const { week, weeks, baseline } = status;
      const when = plural(weeks, `week ${week}`, `weeks ${week - weeks + 1} to ${week}`);
      return `No checks in ${when}. ${capital(fortnight(baseline))} has a median of ${points(baseline.median)}.`;
    }
    case "judged": {
      const { latest, baseline, signal } = status;
      if (signal === "review") return review(status);
      if (!tellsRise && latest.median > baseline.median) return `Week ${latest.week} has ${weekWords(latest)}.`;
      return againstBaseline(status);
    }
  }
}
