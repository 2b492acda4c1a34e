import { z } from "zod";
import { letterTimings } from "@/lib/messages/letter-timing";

const timing = z.enum(letterTimings, "Choose one of these.");

/** How soon somebody wants each kind of letter, as the page sends all of them. */
export const timingForm = z.strictObject({ messages: timing, reflections: timing, answers: timing });
export type TimingForm = z.infer<typeof timingForm>;
