import { mean, sampleVariance } from "@/lib/statistics/central-values";

export type InternalConsistency = {
  /** Cronbach's alpha; at most 1, and it can fall below 0 when items disagree. */
  alpha: number;
  /** Sample SD of the people's totals, in score units. */
  sd: number;
  /** People counted: only those who answered every item. */
  n: number;
  /** Items in the scale. */
  items: number;
};

/**
 * Cronbach's alpha from one row of item scores per person (after reversing). Rows with a blank (null) are left out, and `n`
 * says how many stayed. Null with fewer than two items or two complete rows, or when totals do not vary.
 * Throws a RangeError when rows differ in length. Source: Cronbach (1951), Psychometrika 16, 297–334.
 */
export function cronbachAlpha(rows: readonly (readonly (number | null)[])[]): InternalConsistency | null {
  const items = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== items)) throw new RangeError("Every row needs the same number of items.");
  const complete = rows.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const totals = complete.map((row) => (mean(row) ?? 0) * items);
  const total = sampleVariance(totals);
  if (items < 2 || total === null || !(total > 1e-12)) return null;
  const columns = Array.from({ length: items }, (_, i) => sampleVariance(complete.map((row) => row[i] ?? 0)) ?? 0);
  const within = columns.reduce((sum, variance) => sum + variance, 0);
  return { alpha: (items / (items - 1)) * (1 - within / total), sd: Math.sqrt(total), n: complete.length, items };
}
