import type { Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

/**
 * Why the questions, answers and scales of an instrument stay as they are; null for a practice's own. A key belongs to the way in
 * which its authors counted: changed, it is another questionnaire, so it needs another name and is not validated.
 */
export function whyNotBuildable({ key, sensitivity }: Pick<Instrument, "key" | "sensitivity">): string | null {
  if (sensitivity === "safety")
    return "Questions about safety stay as they were made: what each answer does hangs on them.";
  if (builtInInstrument(key))
    return "Its questions, answers and scales belong to its key and stay as they are. A copy of your own can be changed; it is then not validated.";
  return null;
}

/** Shipped instruments whose licence allows the wording as it is, and no other. */
const unchanged = ["core-10"];

/** Why an instrument cannot be copied; null when it can. */
export function whyNotCopyable({ key, sensitivity }: Pick<Instrument, "key" | "sensitivity">): string | null {
  if (sensitivity === "safety") return "Questions about safety are not copied: what each answer does hangs on them.";
  if (unchanged.includes(key)) return "Its licence allows it word for word only, so no copy of it can be changed.";
  return null;
}
