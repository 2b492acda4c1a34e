/** What is signed: the words under each heading, and what was agreed for next time. It is never changed, only amended. */
export type NoteWords = {
  /** One for each heading of the note's template, in order. */
  parts: readonly string[];
  /** For staff: what was agreed for next time. */
  agreed: string | null;
  /** The same as the client reads it on Today, in words made together; null where it stays in the room. */
  forClient: string | null;
};

export type NoteVersion = NoteWords & {
  /** 1 is what was signed. */
  ordinal: number;
  /** Why it was amended; null of what was signed. */
  reason: string | null;
  by: string;
  byId: string;
  at: Date;
};

export type Cosignature = { ordinal: number; by: string; byId: string; at: Date };

/** Why words cannot be an amendment; null where they can. */
export function amendmentFault(newest: NoteVersion, words: NoteWords, seen: number): string | null {
  if (seen !== newest.ordinal)
    return "This note was amended since you opened this page. Read it again; what you wrote is still in its fields.";
  return isSameNote(newest, words) ? "Nothing differs from what stands." : null;
}

/** Why somebody cannot co-sign; null where they can. Whoever wrote what stands does not countersign it. */
export function cosignFault(
  newest: NoteVersion,
  cosigned: readonly Cosignature[],
  { accountId, seen }: { accountId: string; seen: number },
): string | null {
  if (seen !== newest.ordinal) return "This note was amended since you opened this page. Read it again first.";
  if (newest.byId === accountId) return "Nobody co-signs what they wrote themself.";
  const isThere = cosigned.some(({ ordinal, byId }) => ordinal === newest.ordinal && byId === accountId);
  return isThere ? "You have co-signed this already." : null;
}

export const isSameNote = (one: NoteWords, other: NoteWords): boolean =>
  one.agreed === other.agreed &&
  one.forClient === other.forClient &&
  one.parts.length === other.parts.length &&
  one.parts.every((part, i) => part === other.parts[i]);

export type NoteDifference = { place: string; before: string; after: string };

/** What differs between two versions of a note, heading by heading. */
export function noteDifferences(labels: readonly string[], before: NoteWords, after: NoteWords): NoteDifference[] {
  const lines = (one: NoteWords): [string, string][] => [
    ...labels.map((label, i): [string, string] => [label, one.parts[i] ?? ""]),
    ["Agreed for next time", one.agreed ?? ""],
    ["What they read of it", one.forClient ?? ""],
  ];
  const then = lines(before);
  return lines(after).flatMap(([place, words], i) => {
    const was = then[i]?.[1] ?? "";
    return was === words ? [] : [{ place, before: was, after: words }];
  });
}
