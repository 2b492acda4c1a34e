import { z } from "zod";
import { letterTimings } from "@/lib/messages/letter-timing";
import { weekTimings } from "@/lib/messages/week-letter";

const timing = z.enum(letterTimings, "Choose one of these.");

/** How soon somebody wants each kind of letter, as the page sends all of them. */
export const timingForm = z.strictObject({
  messages: timing,
  reflections: timing,
  answers: timing,
  week: z.enum(weekTimings, "Choose one of these."),
});
export type TimingForm = z.infer<typeof timingForm>;
