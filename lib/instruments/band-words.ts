import type { Scale } from "@/lib/assessments/instrument";

export const betterWords: Record<Scale["direction"], string> = {
  higher: "Higher is better",
  lower: "Lower is better",
  neither: "Neither way is better",
};

/** Bands and cut-off of a scale with where they come from. */
export function bandWords({ bands, cutoff, figuresSource }: Scale): string {
  const parts = bands.map(({ min, label }) => `${label} from ${min}`);
  if (cutoff)
    parts.push(
      `Cut-off ${cutoff.value} (${cutoff.side})${cutoff.certainty === "unconfirmed" ? ", unconfirmed" : ""}: ${cutoff.meaning}`,
    );
  if (parts.length === 0) return "None included.";
  const whose = figuresSource === "ours" ? " (ours: this practice’s own)" : figuresSource ? ` (${figuresSource})` : "";
  return `${parts.join(", ")}${whose}.`;
}
