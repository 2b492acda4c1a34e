import type { Instrument } from "@/lib/assessments/instrument";
import { mayPlanScales } from "@/lib/assessments/scale-plan";
import { builtInInstrument } from "@/lib/instruments/built-in";

/**
 * Why the scales of this instrument stay as they are, in a sentence; null where the practice may lay them out itself. A score
 * under a published name means what its authors say, so only a copy, which is marked as not validated, can count otherwise.
 */
export function whyNotPlanScales(instrument: Instrument): string | null {
  if (instrument.sensitivity === "safety") return "Safety answers are read one by one and never counted.";
  if (instrument.validated || builtInInstrument(instrument.key) !== undefined)
    return "Its scales belong to the key under its name. Make a copy of your own to count otherwise: it is marked as not validated.";
  return mayPlanScales(instrument) ? null : "One of its scales calls for somebody, so they stay as they are.";
}
