import { combinedGap, gapOf, type PairRow } from "@/lib/couples/shared-scores";
import { minus } from "@/lib/signed";

/**
 * The finding above two people's scores, about the rows in which both have a gap (widest together first). A wish for less
 * of the one never hides a distance of the other.
 */
export function coupleFinding(rows: readonly PairRow[], first: string, second: string): string {
  const both = rows.filter((row) => combinedGap(row) !== null);
  const [widest] = both;
  if (!widest) return "There is no dimension yet in which both have a gap.";
  const isApart = both.some((row) => (gapOf(row.first) ?? 0) > 0 || (gapOf(row.second) ?? 0) > 0);
  if (!isApart) return "In every dimension here both are as near as they wish to be, or nearer.";
  const [a, b] = [gapOf(widest.first), gapOf(widest.second)];
  return `The widest distance of the two together is ${widest.dimension}: ${points(a)} for ${first}, ${points(b)} for ${second}.`;
}

const points = (gap: number | null): string => `${minus(gap ?? 0)} ${Math.abs(gap ?? 0) === 1 ? "point" : "points"}`;
