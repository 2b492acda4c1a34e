import { wholePoints } from "@/lib/assessments/score-set";
import { bothGaps, type PairRow } from "@/lib/couples/shared-scores";
import { plural } from "@/lib/plural";

type Both = { dimension: string; a: number; b: number; width: number };

/**
 * The finding above two people's scores, about the rows in which both have a gap. The widest is the one whose two wishes for
 * more add up to most: a wish for less of the one never hides a distance of the other, and is told as what it is.
 */
export function coupleFinding(rows: readonly PairRow[], first: string, second: string): string {
  const both = rows.flatMap((row): Both[] => {
    const gaps = bothGaps(row);
    if (!gaps) return [];
    const { a, b, width } = gaps;
    return [{ dimension: row.dimension, a: wholePoints(a), b: wholePoints(b), width: wholePoints(width) }];
  });
  if (both.length === 0) return "There is no dimension yet in which both have a gap.";
  const most = Math.max(...both.map(({ width }) => width));
  if (most === 0) return "In every dimension here both are as near as they wish to be, or nearer.";
  const widest = both.filter(({ width }) => width === most);
  const told = widest.map(({ dimension, a, b }) => `${dimension} (${wish(first, a)}, ${wish(second, b)})`);
  if (told.length === 1) return `The widest distance of the two together is ${told[0]}.`;
  return `The widest distances of the two together are equal: ${told.join("; ")}.`;
}

/** What a gap is, said: nobody is any points away from anybody. */
function wish(name: string, gap: number): string {
  if (gap === 0) return `${name} has what ${name} wishes for`;
  const size = Math.abs(gap);
  return `${name} wishes for ${size} ${plural(size, "point", "points")} ${gap > 0 ? "more" : "less"}`;
}
