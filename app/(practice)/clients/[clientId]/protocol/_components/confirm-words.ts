import type { Change } from "@/lib/protocol/decision";
import type { ProtocolPath } from "@/lib/protocol/path";

/** What the button that decides says: the deed itself. */
export function confirmWords(change: Change, path: ProtocolPath, isForBoth: boolean): string {
  const week = path.current ? `week ${path.current.number}` : "the path";
  switch (change.kind) {
    case "hold":
      return `Hold ${week}`;
    case "release":
      return "Release the hold";
    case "repeat":
      return `Repeat ${week}`;
    case "swap":
      return "Swap it";
    case "drop":
      return "Leave it out";
    case "dose":
      return "Change the dose";
    case "pause":
      return "Pause the path";
    case "own-steps":
      return isForBoth ? "Choose own steps for both" : "Choose own steps";
    case "resume":
      return "Resume the path";
    case "end":
      return "End the protocol";
    case "extend":
      return change.weeks === 1 ? "Add a week" : `Add ${change.weeks} weeks`;
    case "undo":
      return "Undo it";
  }
}
