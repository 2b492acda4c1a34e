import { type Change, rulesOf } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * A decision as one line of a history: "Held", "Swapped Small secret for …". `sayDate` writes a local date as the
 * reader knows it. An undo is named by what it undid, which the caller finds (`undone`).
 */
export function decisionSentence(
  version: ProtocolVersion,
  change: Change,
  sayDate: (date: LocalDate) => string,
  undone?: Change,
): string {
  return rulesOf(change).sentence(change, {
    title: (key) => exerciseOf(version, key)?.title ?? "an exercise of an earlier protocol",
    say: sayDate,
    undone: undone ? decisionSentence(version, undone, sayDate) : null,
  });
}
