import type { Instrument } from "@/lib/assessments/instrument";

/** Said before the first question and again before sending, whatever is answered: so it gives no answer away. */
export const TOLD_AT_ONCE =
  "Some answers here reach your therapist as soon as they reach Nearer. The others wait until you send them.";

/** Whether an answer of this instrument can open something for the therapist before anything is sent. */
export function tellsAtOnce({
  items,
  scales,
  combinations,
}: Pick<Instrument, "items" | "scales" | "combinations">): boolean {
  const rules = [...items.flatMap(({ critical }) => critical), ...scales.flatMap(({ critical }) => critical)];
  return [...rules, ...combinations].some(({ effect }) => effect !== "concern");
}
