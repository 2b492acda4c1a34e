import { z } from "zod";
import { plural } from "@/lib/plural";

/**
 * How often an exercise is asked for in one week: every day; so many times; up to so many times; or
 * whenever the moment comes, practised so many times on purpose.
 */
export const doseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("daily") }),
  z.strictObject({ kind: z.literal("times"), times: z.int().min(1).max(7) }),
  z.strictObject({ kind: z.literal("up-to"), times: z.int().min(1).max(7) }),
  z.strictObject({ kind: z.literal("when-it-comes"), practise: z.int().min(0).max(7) }),
]);
export type Dose = z.infer<typeof doseSchema>;

/** Days of a week on which the dose asks for the exercise, 0–7. */
export function daysAWeek(dose: Dose): number {
  if (dose.kind === "daily") return 7;
  return dose.kind === "when-it-comes" ? dose.practise : dose.times;
}

/** Whether two doses ask for the same. */
export const sameDose = (one: Dose, other: Dose): boolean =>
  one.kind === other.kind && daysAWeek(one) === daysAWeek(other);

function count(times: number): string {
  return times === 2 ? "twice" : plural(times, "once", `${times} times`);
}

/** The dose in a few words, lower case: "daily", "twice", "up to 3 times", "when it comes, practised twice". */
export function doseWords(dose: Dose): string {
  switch (dose.kind) {
    case "daily":
      return "daily";
    case "times":
      return count(dose.times);
    case "up-to":
      return `up to ${count(dose.times)}`;
    case "when-it-comes":
      return dose.practise === 0 ? "when it comes" : `when it comes, practised ${count(dose.practise)}`;
  }
}

/** The dose as a label: "Daily", "Twice". */
export function doseLabel(dose: Dose): string {
  const text = doseWords(dose);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
