import type { Answer, Form, Instrument, Scale } from "@/lib/assessments/instrument";
import { keyedValue } from "@/lib/assessments/keyed-value";
import { cronbachAlpha } from "@/lib/statistics/cronbach-alpha";

/** Fewest complete responses, one per person, from which a practice may estimate (ours). */
export const FEWEST_FOR_ESTIMATE = 30;

export type ReliabilityEstimate =
  | { status: "estimated"; n: number; reliability: NonNullable<Scale["reliability"]> }
  | { status: "too few"; n: number; needed: number }
  | { status: "not usable"; n: number; reason: string };

/**
 * Reliability of a scale from the practice's own data: Cronbach's alpha, and the SD of scores in the unit of the scale.
 * Give one response per person, such as each client's first; only those that answered the whole scale count, and 30 are needed.
 * Algorithms have none. Source: Cronbach (1951), see `cronbachAlpha`.
 */
export function estimateReliability(
  instrument: Instrument,
  scale: Scale,
  form: Form,
  responses: readonly (readonly Answer[])[],
): ReliabilityEstimate {
  if (scale.method === "algorithm" || scale.items.length < 2) {
    return {
      status: "not usable",
      n: 0,
      reason: "Reliability needs a scale of at least two questions that are added up.",
    };
  }
  const items = instrument.items.filter((item) => scale.items.includes(item.id));
  const rows = responses
    .map((answers) => items.map((item) => keyedValue(instrument, item, answers, form)))
    .filter((row) => row.every((value) => value !== null));
  const n = rows.length;
  if (n < FEWEST_FOR_ESTIMATE) return { status: "too few", n, needed: FEWEST_FOR_ESTIMATE };
  const found = cronbachAlpha(rows);
  if (found === null || found.alpha < 0) {
    return {
      status: "not usable",
      n,
      reason: "The answers do not vary together, so no reliability can be estimated from them.",
    };
  }
  const unit = scale.multiplier / (scale.method === "mean" ? items.length : 1);
  const value = Math.min(1, found.alpha);
  const source = `Estimated from ${n} people of this practice: alpha ${value.toFixed(2)}, SD ${(found.sd * unit).toFixed(1)}.`;
  return {
    status: "estimated",
    n,
    reliability: { kind: "estimated", value, sd: found.sd * unit, threshold: null, source },
  };
}
