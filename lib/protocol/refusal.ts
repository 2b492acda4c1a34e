import { type Change, inForce, inOrder, rulesOf } from "@/lib/protocol/decision";
import { coveredUntil } from "@/lib/protocol/own-days";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * Why a change cannot be made from `effectiveOn` on this path, as a sentence for the therapist; null when
 * it can. Commands call it before they write, the page before it offers.
 */
export function changeRefusal(
  { version, decisions }: PathInput,
  path: ProtocolPath,
  change: Change,
  effectiveOn: LocalDate,
): string | null {
  if (effectiveOn < path.today) return "A change counts from today at the earliest. Earlier marks stay as they are.";
  if (path.status === "ended" && change.kind !== "undo") return "This protocol has ended.";
  return rulesOf(change).refusal(change, {
    version,
    path,
    effectiveOn,
    ownStepsEnd: (from) => coveredUntil(inForce(inOrder(decisions), path.today), from),
    isMade: (id) => decisions.some((decision) => decision.id === id),
    isUndone: (id) => decisions.some((decision) => decision.change.kind === "undo" && decision.change.undoes === id),
  });
}
