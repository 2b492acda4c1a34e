import type { Exercise } from "@/lib/exercises/exercise";
import type { ChangeScope } from "@/lib/protocol/changes/change-scope";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { isAskedForNow, type PathWeek, type ProtocolPath, type WaitingWeek, weeksAhead } from "@/lib/protocol/path";
import { replacements } from "@/lib/protocol/replacements";

export type Swap = { from: string; to: string; scope: ChangeScope };

/** Why one exercise cannot take the place of another in the weeks that it would; null when it can. */
export function swapFault(version: ProtocolVersion, path: ProtocolPath, { from, to, scope }: Swap): string | null {
  const [old, next] = [exerciseOf(version, from), exerciseOf(version, to)];
  if (!next) return "That exercise is not in this protocol.";
  if (from === to) return "Choose a different exercise to swap to.";
  const asks = (week: PathWeek | WaitingWeek, key: string) =>
    week === path.current ? isAskedForNow(path, key) : week.exercises.some(({ exercise }) => exercise === key);
  const swapped = (scope === "this-week" ? [path.current] : weeksAhead(path)).filter((week) => week !== null);
  const weeks = swapped.filter((week) => asks(week, from));
  const beside = weeks.find((week) => asks(week, to));
  if (beside) {
    const leaveOut = `leave ${old?.title ?? "it"} out instead`;
    return `${next.title} is part of week ${beside.number} already. Choose another exercise, or ${leaveOut}.`;
  }
  const early = next.exposureLevel === "touch" ? weeks.find((week) => week.phase.number < touchBegins(version)) : null;
  if (!early) return null;
  return `${next.title} is touch, which comes no earlier than ${phaseTitle(version)}: the safety check is asked before it. Choose another exercise.`;
}

/** What can stand in for an exercise on this path, gentler steps first. */
export const openReplacements = (
  version: ProtocolVersion,
  path: ProtocolPath,
  exercise: Exercise,
  scope: ChangeScope,
): Exercise[] =>
  replacements(version, exercise).filter(
    ({ key }) => swapFault(version, path, { from: exercise.key, to: key, scope }) === null,
  );

/** The phase in which a version first asks for touch; where none does, the second, before which the check is asked. */
function touchBegins({ weeks, phases, exercises }: ProtocolVersion): number {
  const touch = new Set(exercises.filter((one) => one.exposureLevel === "touch").map(({ key }) => key));
  const first = weeks.find((week) => week.exercises.some(({ exercise }) => touch.has(exercise)))?.phase;
  return first ?? Math.min(2, phases.length);
}

const phaseTitle = (version: ProtocolVersion): string => version.phases[touchBegins(version) - 1]?.title ?? "its phase";
