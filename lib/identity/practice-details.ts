import { z } from "zod";
import { lineShape } from "@/lib/identity/shapes";
import { hoursWords, type WorkingHours } from "@/lib/identity/working-hours";
import { zoneSchema } from "@/lib/time/zone";

/** What the practice says of itself, on its own page. */
export const practiceDetailsForm = z.strictObject({
  practiceName: lineShape("practiceName", "Write the name of your practice."),
  zone: zoneSchema,
});
export type PracticeDetailsForm = z.infer<typeof practiceDetailsForm>;

export type PracticeDetails = { name: string; zone: string; hours: WorkingHours | null };

const told = {
  name: ({ name }: PracticeDetails) => `Name: ${name}`,
  zone: ({ zone }: PracticeDetails) => `Time zone: ${zone.replaceAll("_", " ")}`,
  hours: ({ hours }: PracticeDetails) => `Hours: ${hoursWords(hours) ?? "none given"}`,
};

/** What one change made different, each as it was after it. */
export function changedDetails(before: PracticeDetails, after: PracticeDetails): string[] {
  return Object.values(told).flatMap((say) => (say(before) === say(after) ? [] : [say(after)]));
}
