import { plural } from "@/lib/plural";

/** What was pressed so far towards leaving: how often Shift, and when a key was last pressed. */
export type Pressed = { readonly shifts: number; readonly at: number; readonly escapeAt: number };

export const nothingPressed: Pressed = { shifts: 0, at: Number.NEGATIVE_INFINITY, escapeAt: Number.NEGATIVE_INFINITY };

/** Shift this often leaves; more than this many milliseconds between two presses begins anew. */
export const shiftsToLeave = 3;
export const shiftWithin = 5_000;
/** Two presses of Esc this close together leave, where Esc is free. */
export const escapeWithin = 700;

export type Key = {
  readonly name: string;
  readonly at: number;
  /** Held down with another key, or repeated by being held: that is typing. */
  readonly isTyping: boolean;
  /** Nothing open would be closed by Esc, and the person has not switched it off. */
  readonly isEscapeFree: boolean;
};

/** What a key leads to. Typing in between begins anew, so that capital letters never leave. */
export function pressed(before: Pressed, { name, at, isTyping, isEscapeFree }: Key): Pressed & { leaves: boolean } {
  if (name === "Escape" && !isTyping && isEscapeFree)
    return { ...nothingPressed, at, escapeAt: at, leaves: at - before.escapeAt <= escapeWithin };
  if (name !== "Shift" || isTyping) return { ...nothingPressed, at, leaves: false };
  const shifts = at - before.at <= shiftWithin ? before.shifts + 1 : 1;
  return { ...nothingPressed, shifts, at, leaves: shifts >= shiftsToLeave };
}

/** Said aloud after each press. */
export function countWords(shifts: number): string {
  const left = shiftsToLeave - shifts;
  if (shifts === 0) return "";
  return left <= 0 ? "Leaving." : `Shift, press ${left} more ${plural(left, "time", "times")} to leave.`;
}
