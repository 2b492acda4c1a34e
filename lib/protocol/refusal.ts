import { type Change, type Decision, inForce, inOrder } from "@/lib/protocol/decision";
import { exerciseOf } from "@/lib/protocol/definition";
import { coveredUntil, type OwnStepsChange } from "@/lib/protocol/own-days";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * Why a change cannot be made from `effectiveOn` on this path, as a sentence for the therapist; null when
 * it can. Commands call it before they write, the page before it offers.
 */
export function changeRefusal(
  input: PathInput,
  path: ProtocolPath,
  change: Change,
  effectiveOn: LocalDate,
): string | null {
  if (effectiveOn < path.today) return "A change counts from today at the earliest. Earlier marks stay as they are.";
  const over = path.status === "follow-up" || path.status === "finished";
  if (path.status === "ended" && change.kind !== "undo") return "This protocol has ended.";
  switch (change.kind) {
    case "hold":
      if (path.held?.because === "therapist") return "The path is held already.";
      return over ? "The weeks are over." : null;
    case "release":
      if (path.held?.because === "safety") return "A safety stop holds this week. It is released in the safety panel.";
      return path.held ? null : "The path is not held.";
    case "repeat":
      return path.current ? null : "There is no current week to repeat.";
    case "pause":
      if (path.paused) return "The path is paused already.";
      if (change.until !== null && change.until <= effectiveOn) return "The day to start again comes after the pause.";
      return over ? "The weeks are over." : null;
    case "own-steps":
      return over ? "The weeks are over." : ownStepsRefusal(input, path, change, effectiveOn);
    case "resume":
      return path.paused ? null : "The path is not paused.";
    case "end":
      return over ? "The weeks are over." : null;
    case "extend":
      return null;
    case "swap":
      if (!exerciseOf(input.version, change.to)) return "That exercise is not in this protocol.";
      if (change.from === change.to) return "Choose a different exercise to swap to.";
      return asked(path, change.from) ? null : "That exercise is not part of the weeks from here.";
    case "drop":
    case "dose":
      return asked(path, change.exercise) ? null : "That exercise is not part of the weeks from here.";
    case "undo":
      return undoRefusal(input.decisions, change.undoes);
  }
}

/** Own steps have to change the form of something on some day that is still to come. */
function ownStepsRefusal(input: PathInput, path: ProtocolPath, change: OwnStepsChange, effectiveOn: LocalDate) {
  const { from, until } = change;
  if (from < effectiveOn) return "Own steps begin today at the earliest. Earlier days stay as they are.";
  if (until !== null && until <= from) return "The day of the usual form again comes after the first day.";
  if (path.endsOn !== null && from > path.endsOn) return "The weeks are over by then.";
  const ahead = [...path.weeks.filter(({ state }) => state !== "past"), ...path.waiting];
  const isTwofold = (key: string) => hasOwnSteps(exerciseOf(input.version, key) ?? { exposureLevel: "alone" });
  if (!ahead.some(({ exercises }) => exercises.some(({ exercise }) => isTwofold(exercise))))
    return "Every exercise from here is done by oneself already.";
  const covered = coveredUntil(inForce(inOrder(input.decisions), path.today), from);
  const isCovered = covered === null || (until !== null && covered >= until);
  return isCovered ? "Own steps are chosen for these days already." : null;
}

function asked(path: ProtocolPath, key: string): boolean {
  const weeks = [...path.weeks.filter((w) => w.state !== "past"), ...path.waiting];
  return weeks.some((week) => week.exercises.some((e) => e.exercise === key));
}

function undoRefusal(decisions: readonly Decision[], id: string): string | null {
  if (!decisions.some((d) => d.id === id)) return "That decision is not on this path.";
  const undone = decisions.some((d) => d.change.kind === "undo" && d.change.undoes === id);
  return undone ? "That decision has been undone already." : null;
}
