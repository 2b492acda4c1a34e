import { isHourKind, isLinkKind, type LetterKind } from "./letter-kinds";
import { groupOf, type TimedLetter, timedLetters } from "./letter-timing";

/**
 * What a link in a letter stops: all letters to a client, those at hours that a client chose, or one group of staff's. Links
 * that were sent hold the place in this list: a new kind comes last.
 */
export const stopKinds = ["letters", "hours", "messages", "reflections", "answers", "week"] as const;
export type StopKind = (typeof stopKinds)[number];

type Letter = { kind: LetterKind; urgent: boolean; isToStaff: boolean; recordNumber: number | null };

/** What a letter's own link stops; null where it cannot be switched off: about safety, a sign-in, an invitation. */
export function stopKindOf({ kind, urgent, isToStaff, recordNumber }: Letter): StopKind | null {
  if (urgent || recordNumber !== null || isLinkKind(kind) || kind === "address-told") return null;
  // A wish to move a session comes as soon as a message does.
  if (isToStaff) return kind === "week" ? kind : kind === "move-asked" ? "messages" : groupOf(kind);
  return isHourKind(kind) ? "hours" : "letters";
}

export const isStaffStop = (kind: StopKind): kind is TimedLetter => timedLetters.some((one) => one === kind);
