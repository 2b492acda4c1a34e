import type { TellingAhead } from "@/lib/protocol/changes/change-rules";
import type { ChangeScope } from "@/lib/protocol/changes/change-scope";
import { isAskedForNow, type ProtocolPath } from "@/lib/protocol/path";

/** What a client reads about an exercise that has not come yet: nobody is told of a step before its time. */
export const LATER_WEEK =
  "Something in a later week has changed. You’ll see it when it comes, and today stays as it is.";

/** Whether a client knows an exercise from their plan: it is in this week, or in the first before the weeks begin. */
function isKnown(path: ProtocolPath, key: string): boolean {
  if (path.status !== "starting") return isAskedForNow(path, key);
  return path.weeks[0]?.exercises.some(({ exercise }) => exercise === key) === true;
}

/**
 * What a client reads about an exercise, with the span that it is true for. `deed` begins with a name or in lower case and
 * has no full stop.
 */
export function spanWords(
  { before }: TellingAhead,
  { exercise, scope }: { exercise: string; scope: ChangeScope },
  deed: string,
  rest: string,
): string {
  if (!isKnown(before, exercise)) return LATER_WEEK;
  const forWeek = scope === "this-week";
  if (before.status === "starting") return `When your weeks begin, ${deed}. ${rest}`;
  if (before.paused) return `When we start again, ${deed}${forWeek ? " for this week" : ""}. ${rest}`;
  return `${forWeek ? "This week" : "From now on"}, ${deed}. ${rest}`;
}

type Known = { kind: string; exercise: string | null; to: string | null };

/** Whether a later change takes an exercise out of the plan. */
export const takesOut = (later: Known, key: string): boolean =>
  (later.kind === "swap" || later.kind === "drop") && later.exercise === key;
