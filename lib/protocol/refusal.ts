import { type Change, type Decision, inForce, inOrder, rulesOf, subjectOf } from "@/lib/protocol/decision";
import { coveredUntil } from "@/lib/protocol/own-days";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { isSameAhead } from "@/lib/protocol/same-ahead";
import { protocolPath } from "@/lib/protocol/schedule";
import type { LocalDate } from "@/lib/time/local-date";

/** The path with one more decision, made after all the others. */
export function pathWith(input: PathInput, change: Change, effectiveOn: LocalDate): ProtocolPath {
  const latest = Math.max(0, ...input.decisions.map((d) => d.madeAt.getTime()));
  const decision: Decision = { id: "preview", effectiveOn, madeAt: new Date(latest + 1), change };
  return protocolPath({ ...input, decisions: [...input.decisions, decision] });
}

/**
 * Why a change cannot be made from `effectiveOn` on this path, as a sentence for the therapist; null when it can. What
 * would change nothing is refused too: nobody is told of a change that is none. Commands call it before they write, the
 * page before it offers.
 */
export function changeRefusal(
  input: PathInput,
  path: ProtocolPath,
  change: Change,
  effectiveOn: LocalDate,
  say: (date: LocalDate) => string,
): string | null {
  const { version, decisions } = input;
  if (effectiveOn < path.today) return "A change counts from today at the earliest. Earlier marks stay as they are.";
  if (path.status === "ended" && change.kind !== "undo") return "This protocol has ended.";
  const after = pathWith(input, change, effectiveOn);
  const before = {
    version,
    path,
    after,
    say,
    effectiveOn,
    ownStepsEnd: (from: LocalDate) => coveredUntil(inForce(inOrder(decisions), path.today), from),
    isMade: (id: string) => decisions.some((decision) => decision.id === id),
    isUndone: (id: string) =>
      decisions.some((decision) => decision.change.kind === "undo" && decision.change.undoes === id),
  };
  const rules = rulesOf(change);
  const refusal = rules.refusal(change, before);
  // Of own steps the calendar of two is changed, which no path shows; a safety stop covers what lies below it.
  const isBeyondPath = subjectOf(change, decisions)?.kind === "own-steps" || path.held?.because === "safety";
  if (refusal !== null || isBeyondPath) return refusal;
  return isSameAhead(path, after) ? rules.idle(change, before) : null;
}
