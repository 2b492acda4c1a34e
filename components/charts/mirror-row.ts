import type { Dimension } from "@/lib/assessments/dimension";
import type { Sides } from "@/lib/assessments/score-set";

/** In whole points; null where nothing of that person is drawn. */
export type MirrorSide = Sides | null;

export type MirrorRow = {
  dimension: Dimension;
  first: MirrorSide;
  second: MirrorSide;
  /** "Ines can’t see this", beside a lock, at the side it is about. */
  locks?: { first?: string | undefined; second?: string | undefined };
  /** Stands below the name of the dimension: "Not shared". */
  instead?: string;
  /** The same, where both sides are drawn: "Not compared". */
  note?: string | undefined;
  /** Never printed: one of the two keeps it private. */
  isPrivate?: boolean;
};

/** What is sent of a row: what is drawn of it, and nothing else that a caller's row may hold. */
export const drawnOf = ({ dimension, first, second, locks, instead, note, isPrivate }: MirrorRow): MirrorRow => ({
  dimension,
  first: sideOf(first),
  second: sideOf(second),
  ...(locks ? { locks } : {}),
  ...(instead === undefined ? {} : { instead }),
  ...(note === undefined ? {} : { note }),
  ...(isPrivate ? { isPrivate } : {}),
});

const sideOf = (side: MirrorSide): MirrorSide => side && { now: side.now, wished: side.wished };
