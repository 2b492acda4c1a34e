import { changeThreshold } from "@/lib/assessments/change";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { allowedMissing } from "@/lib/assessments/score";
import { plural } from "@/lib/plural";

/** That nothing is shown says nothing about what is published somewhere: somebody else's figures may exist, unread here. */
const noneOf = ({ licence }: Instrument) =>
  licence.status === "ours" || licence.status === "practice" ? "None." : "None included (unconfirmed).";

const studiedWith = (population: string | undefined) => (population ? ` Studied with ${population}.` : "");

export const betterWords: Record<Scale["direction"], string> = {
  higher: "Higher is better",
  lower: "Lower is better",
  neither: "Neither way is better",
};

const whose = (source: string | undefined) =>
  source === "ours" ? " (ours: this practice’s own)" : source ? ` (${source})` : "";

/** Bands and cut-off of a scale, how sure they are, where they come from, and whom they were studied with. */
export function bandWords(instrument: Instrument, { bands, cutoff, figuresSource }: Scale): string {
  const parts = bands.map(({ min, label }) => `${label} from ${min}`);
  if (cutoff)
    parts.push(`Cut-off ${cutoff.value} (${cutoff.side})${cutoff.certainty === "unconfirmed" ? ", unconfirmed" : ""}`);
  if (parts.length === 0) return noneOf(instrument);
  return `${parts.join(", ")}${whose(figuresSource)}.${studiedWith(cutoff?.population)}`;
}

/** From which change on it is more than measurement error, where the figure comes from, and whom it was found with. */
export function changeWords(instrument: Instrument, scale: Scale): string {
  const threshold = changeThreshold(scale);
  if (threshold === null) return noneOf(instrument);
  const points = threshold.reached === "at least" ? threshold.points : Math.round(threshold.points * 10) / 10;
  const from = threshold.reached === "at least" ? `${points} points or more` : `More than ${points} points`;
  const { kind = "assumed", source = "", population } = scale.reliability ?? {};
  return `${from} (${kind}). ${source}${studiedWith(population)}`;
}

/** How many answers may be left out before there is no score, and who says so. */
export function missingWords(scale: Scale): string {
  if (scale.method === "algorithm") return "Nothing is filled in.";
  const most = allowedMissing(scale);
  if (most === 0) return "Without every answer there is no score.";
  return `${plural(most, "One answer", `${most} answers`)} may be left out. ${scale.missingSource ?? ""}`.trim();
}
