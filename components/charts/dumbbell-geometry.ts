import { round } from "@/components/charts/geometry";
import type { Dimension } from "@/lib/assessments/dimension";
import type { FullPoints } from "@/lib/assessments/score-set";
import { signed } from "@/lib/signed";

/** Where an instrument's reliability comes from; always shown. */
export type Basis = "published" | "estimated" | "assumed";

/** Since baseline, in points. `basis`: where the measure of its error comes from; null where nobody has one. */
export type DumbbellChange = { points: number; reliable: boolean; basis: Basis | null; isProrated?: boolean };

export type DumbbellRow = FullPoints & {
  dimension: Dimension;
  baseline: number | null;
  change: DumbbellChange | null;
};

/** A score of 0 to 96 as a share of the drawing's width. */
export function share(score: number): string {
  return `${round((Math.min(96, Math.max(0, score)) / 96) * 100)}%`;
}

/** Widest gap first; equal gaps keep the order that they came in. */
export function widestFirst(rows: readonly DumbbellRow[]): DumbbellRow[] {
  return [...rows].sort((a, b) => b.gap - a.gap);
}

/** "+16", with a true minus, and what it is worth: "reliable (assumed)", "within error (assumed, prorated)", "no figure". */
export function changeWords({ points, reliable, basis, isProrated }: DumbbellChange): {
  points: string;
  worth: string;
} {
  const notes = [...(basis ? [basis] : []), ...(isProrated ? ["prorated"] : [])];
  const worth = basis === null ? "no figure for error" : reliable ? "reliable" : "within error";
  return { points: signed(points), worth: notes.length > 0 ? `${worth} (${notes.join(", ")})` : worth };
}
