import type { Exercise } from "@/lib/exercises/exercise";
import { exercisesAhead } from "@/lib/protocol/changes/exercises-ahead";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { ProtocolPath } from "@/lib/protocol/path";
import { isSameAhead } from "@/lib/protocol/same-ahead";

type Side = { path: ProtocolPath; version: ProtocolVersion };

/** The exercises from here that have other words on the second version. */
export function rewordedAhead(before: Side, after: Side): Exercise[] {
  const known = exercisesAhead(before.path);
  return [...exercisesAhead(after.path)].flatMap((key) => {
    const now = exerciseOf(after.version, key);
    const was = known.has(key) ? exerciseOf(before.version, key) : undefined;
    return now && was && text(now) !== text(was) ? [now] : [];
  });
}

const text = (exercise: Exercise) => JSON.stringify(Object.entries(exercise).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether the weeks from here are the same on both, in what they ask for and in how they say it. */
const isSameOnBoth = (before: Side, after: Side): boolean =>
  isSameAhead(before.path, after.path) && rewordedAhead(before, after).length === 0;

/**
 * Default words for the client about another version; null where their pages stay the same. They name no exercise: nobody
 * is told of a step before its time.
 */
export function moveWords(before: Side, after: Side, isBack: boolean): string | null {
  if (isSameOnBoth(before, after)) return null;
  const kept = "What you did stays as it is.";
  const plan = isBack ? "the plan that you had before" : "a changed plan";
  const { status } = after.path;
  if (status === "starting") return `When your weeks begin, they follow ${plan}.`;
  if (after.path.paused) return `When we start again, your weeks follow ${plan}. ${kept}`;
  if (before.path.endsOn !== null && before.path.endsOn < before.path.today)
    return after.path.waiting.length > 0 || after.path.weeks.some(({ state }) => state !== "past")
      ? `Your weeks go on, and follow ${plan}. ${kept}`
      : null;
  if (!isSameNow(before, after)) return `From today, your weeks follow ${plan}. ${kept}`;
  return isBack
    ? `Your later weeks are again as they were planned before. ${kept}`
    : `Something in your later weeks has changed. ${kept}`;
}

/** Whether what is asked for in the week of today stays, from today on. */
function isSameNow(before: Side, after: Side): boolean {
  const here = ({ path: { current, today } }: Side) => {
    const rows = current?.exercises.filter(({ until }) => until >= today) ?? [];
    const asked = rows.map(({ exercise, dose }) => [exercise, Object.entries(dose).sort()]);
    return JSON.stringify([current?.reading, asked.sort()]);
  };
  const reworded = new Set(rewordedAhead(before, after).map(({ key }) => key));
  const isReworded = after.path.current?.exercises.some(({ exercise }) => reworded.has(exercise)) ?? false;
  return here(before) === here(after) && !isReworded;
}
