import type { Dimension } from "@/components/charts/dimension";
import { round } from "@/components/charts/geometry";

/** Where an instrument's reliability comes from; always shown. */
export type Basis = "published" | "estimated" | "assumed";

/** Since baseline, in points. `basis`: where the measure of its error comes from. */
export type DumbbellChange = { points: number; reliable: boolean; basis: Basis };

export type DumbbellRow = {
  dimension: Dimension;
  now: number;
  wished: number;
  baseline: number | null;
  change: DumbbellChange | null;
};

/** A score of 0 to 96 as a share of the drawing's width. */
export function share(score: number): string {
  return `${round((Math.min(96, Math.max(0, score)) / 96) * 100)}%`;
}

/** Widest gap first; equal gaps keep the order that they came in. */
export function widestFirst(rows: readonly DumbbellRow[]): DumbbellRow[] {
  return [...rows].sort((a, b) => b.wished - b.now - (a.wished - a.now));
}

/** "+16 reliable" or "+8 within error (assumed)", with a true minus. */
export function changeWords(change: DumbbellChange): string {
  const sign = change.points > 0 ? "+" : change.points < 0 ? "\u2212" : "";
  return `${sign}${Math.abs(change.points)} ${change.reliable ? "reliable" : `within error (${change.basis})`}`;
}
