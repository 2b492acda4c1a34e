/** A count of fewer people than this is not shown: it would be about somebody. */
export const fewestShown = 5;

/** A count that may be shown; null for one that is held back. Nobody at all is no secret. */
export const shownCount = (count: number): number | null => (count > 0 && count < fewestShown ? null : count);

/**
 * The parts of a whole that is shown beside them. Where one part alone is held back, subtracting would tell it: then the next
 * smallest that is not nothing is held back as well.
 */
export function shownParts(counts: readonly number[]): (number | null)[] {
  const shown = counts.map(shownCount);
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const others = counts.flatMap((count, i) => (count > 0 && shown[i] !== null ? [{ count, i }] : []));
  const next = others.toSorted((a, b) => a.count - b.count)[0];
  return next ? shown.map((count, i) => (i === next.i ? null : count)) : shown;
}
