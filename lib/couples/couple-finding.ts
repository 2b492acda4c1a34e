import { wholePoints } from "@/lib/assessments/score-set";
import { combinedGap, type PairRow } from "@/lib/couples/shared-scores";
import { plural } from "@/lib/plural";
import { minus } from "@/lib/signed";

/**
 * The finding above two people's scores, about the rows in which both have a gap (widest together first). A wish for less
 * of the one never hides a distance of the other.
 */
export function coupleFinding(rows: readonly PairRow[], first: string, second: string): string {
  const both = rows.filter((row) => combinedGap(row) !== null);
  const [widest] = both;
  if (!widest) return "There is no dimension yet in which both have a gap.";
  const isApart = both.some((row) => (row.first?.gap ?? 0) > 0 || (row.second?.gap ?? 0) > 0);
  if (!isApart) return "In every dimension here both are as near as they wish to be, or nearer.";
  return `The widest distance of the two together is ${widest.dimension}: ${points(widest.first)} for ${first}, ${points(widest.second)} for ${second}.`;
}

function points(side: PairRow["first"]): string {
  const gap = wholePoints(side?.gap ?? 0);
  return `${minus(gap)} ${plural(Math.abs(gap), "point", "points")}`;
}
