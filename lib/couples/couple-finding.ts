import { wholePoints } from "@/lib/assessments/score-set";
import type { PairRow } from "@/lib/couples/shared-scores";
import { plural } from "@/lib/plural";
import { minus } from "@/lib/signed";

/**
 * The finding above two people's scores, about the rows in which both have a gap (widest together first). A wish for less
 * of the one never hides a distance of the other.
 */
export function coupleFinding(rows: readonly PairRow[], first: string, second: string): string {
  const both = rows.flatMap(({ dimension, first, second }) => {
    const [a, b] = [first?.gap ?? null, second?.gap ?? null];
    return a === null || b === null ? [] : [{ dimension, a, b }];
  });
  const [widest] = both;
  if (!widest) return "There is no dimension yet in which both have a gap.";
  if (!both.some(({ a, b }) => a > 0 || b > 0))
    return "In every dimension here both are as near as they wish to be, or nearer.";
  return `The widest distance of the two together is ${widest.dimension}: ${points(widest.a)} for ${first}, ${points(widest.b)} for ${second}.`;
}

function points(exact: number): string {
  const gap = wholePoints(exact);
  return `${minus(gap)} ${plural(Math.abs(gap), "point", "points")}`;
}
