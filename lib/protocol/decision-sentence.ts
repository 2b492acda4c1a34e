import type { Change } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { doseWords } from "@/lib/protocol/dose";
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
  const title = (key: string) => exerciseOf(version, key)?.title ?? "an exercise of an earlier protocol";
  const span = "scope" in change ? (change.scope === "this-week" ? "for the week" : "from then on") : "";
  switch (change.kind) {
    case "hold":
      return "Held the path";
    case "release":
      return "Released the path";
    case "repeat":
      return "Repeated the week";
    case "swap":
      return `Swapped ${title(change.from)} for ${title(change.to)}, ${span}`;
    case "drop":
      return `Left out ${title(change.exercise)}, ${span}`;
    case "dose":
      return `Changed ${title(change.exercise)} to ${doseWords(change.dose)}, ${span}`;
    case "pause":
      return change.until ? `Paused until ${sayDate(change.until)}` : "Paused until resumed";
    case "own-steps":
      return change.until
        ? `Chose own steps from ${sayDate(change.from)} until ${sayDate(change.until)}`
        : `Chose own steps from ${sayDate(change.from)} on`;
    case "resume":
      return "Resumed";
    case "end":
      return change.followUps ? "Ended the protocol, follow-ups kept" : "Ended the protocol, without follow-ups";
    case "extend":
      return change.weeks === 1 ? "Added a week" : `Added ${change.weeks} weeks`;
    case "undo":
      return undone ? `Undid: ${decisionSentence(version, undone, sayDate)}` : "Undid a decision";
  }
}
