import { changeThreshold } from "@/lib/assessments/change";
import { figuresState } from "@/lib/assessments/figure-state";
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

/** What a practice set for itself needs no source to be read at, so that only a doubt of its own is said. */
function stateWords({ licence }: Instrument, state: "confirmed" | "unconfirmed", isOurs: boolean): string {
  const needsNone = isOurs || licence.status === "ours" || licence.status === "practice";
  return needsNone && state === "confirmed" ? "" : `, ${state}`;
}

/** Bands and cut-off of a scale, how sure each is, where they come from, and whom they were studied with. */
export function bandWords(instrument: Instrument, { bands, cutoff, figuresSource }: Scale): string {
  const isOurs = figuresSource === "ours";
  const parts: string[] = [];
  if (bands.length > 0) {
    const state = isOurs ? "confirmed" : figuresState(instrument);
    const named = bands.map(({ min, label }) => `${label} from ${min}`).join(", ");
    parts.push(`${named}${stateWords(instrument, state, isOurs)}`);
  }
  if (cutoff) {
    const state = stateWords(instrument, cutoff.certainty, isOurs);
    parts.push(`Cut-off ${cutoff.value} (${cutoff.side})${state}`);
  }
  if (parts.length === 0) return noneOf(instrument);
  return `${parts.join(". ")}${whose(figuresSource)}.${studiedWith(cutoff?.population)}`;
}

/** From which change on it is more than measurement error, where the figure comes from, and whom it was found with. */
export function changeWords(instrument: Instrument, scale: Scale): string {
  const threshold = changeThreshold(scale);
  if (threshold === null) return noneOf(instrument);
  const points = threshold.reached === "at least" ? threshold.points : Math.round(threshold.points * 10) / 10;
  const from = threshold.reached === "at least" ? `${points} points or more` : `More than ${points} points`;
  const { kind = "assumed", source = "", population } = scale.reliability ?? {};
  const basis = kind === "published" ? `${kind}, ${figuresState(instrument)}` : kind;
  return `${from} (${basis}). ${source}${studiedWith(population)}`;
}

/** How many answers may be left out before there is no score, and who says so. */
export function missingWords(scale: Scale): string {
  if (scale.method === "algorithm") return "Nothing is filled in.";
  const most = allowedMissing(scale);
  if (most === 0) return "Without every answer there is no score.";
  return `${plural(most, "One answer", `${most} answers`)} may be left out. ${scale.missingSource ?? ""}`.trim();
}
