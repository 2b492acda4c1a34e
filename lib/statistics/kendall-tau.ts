import { twoSidedP } from "@/lib/statistics/normal";

export type KendallTau = {
  /** Concordant minus discordant pairs. */
  s: number;
  /** Tau-b, −1..1. */
  tauB: number;
  /** Two-sided p by the normal approximation with tie correction, without continuity correction. */
  p: number;
};

/** For each group of equal values, its size. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((size) => size > 1);
}

function varianceOfS(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const sum = (sizes: readonly number[], of: (t: number) => number) => sizes.reduce((total, t) => total + of(t), 0);
  const pairs = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  const weighted = (t: number) => t * (t - 1) * (2 * t + 5);
  const main = (weighted(n) - sum(tiesX, weighted) - sum(tiesY, weighted)) / 18;
  const both = (sum(tiesX, pairs) * sum(tiesY, pairs)) / (2 * pairs(n));
  const third = n > 2 ? (sum(tiesX, triples) * sum(tiesY, triples)) / (9 * triples(n)) : 0;
  return main + both + third;
}

/**
 * Kendall's rank correlation tau-b (−1..1) with S and a two-sided normal p.
 * Null when fewer than two points are given or when x or y never varies (tau-b does not exist there).
 * Throws a RangeError when the lists differ in length.
 * Source: Kendall (1970), Rank Correlation Methods, 4th ed., chapters 3 and 4.
 */
export function kendallTau(x: readonly number[], y: readonly number[]): KendallTau | null {
  if (x.length !== y.length) throw new RangeError("Kendall's tau compares two lists of the same length.");
  const n = x.length;
  let s = 0;
  for (const [i, xi] of x.entries()) {
    for (let j = i + 1; j < n; j++) s += Math.sign((x[j] ?? 0) - xi) * Math.sign((y[j] ?? 0) - (y[i] ?? 0));
  }
  const tiesX = tieSizes(x);
  const tiesY = tieSizes(y);
  const tiedPairs = (sizes: readonly number[]) => sizes.reduce((total, t) => total + (t * (t - 1)) / 2, 0);
  const pairs = (n * (n - 1)) / 2;
  const scale = Math.sqrt(pairs - tiedPairs(tiesX)) * Math.sqrt(pairs - tiedPairs(tiesY));
  if (!(scale > 0)) return null;
  const tauB = Math.max(-1, Math.min(1, s / scale));
  return { s, tauB, p: twoSidedP(s / Math.sqrt(varianceOfS(n, tiesX, tiesY))) };
}
