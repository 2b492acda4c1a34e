import { share } from "@/components/charts/dumbbell-geometry";

/** Left of the centre line, or right of it. */
export type SideName = "first" | "second";

/** A score of 0 to 96 as a place in its half: the second person's scale runs the other way, so that 96 meets 96. */
export function mirrorPlace(score: number, side: SideName): string {
  return side === "first" ? share(score) : share(96 - score);
}

/** Nearer than this, two figures above their marks would run into each other. */
const tight = 10;

/** How the figure above a mark stands to it: centred, or turned away from the other mark when that is close by. */
export function figureAnchor(
  score: number,
  other: number | null,
  side: SideName,
  kind: "now" | "wish",
): "start" | "middle" | "end" {
  if (other === null || Math.abs(score - other) >= tight) return "middle";
  if (score === other) return kind === "now" ? "end" : "start";
  return score < other === (side === "first") ? "end" : "start";
}
