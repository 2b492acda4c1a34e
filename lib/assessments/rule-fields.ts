import { z } from "zod";
import { localDateSchema } from "@/lib/time/local-date";

const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, sentence)
    .transform(Number)
    .pipe(z.int().min(least, sentence).max(most, sentence));

/** The number of a phase, from 1. */
export const phaseNumber = whole(1, 9, "Choose phases.");

/** A day that may be left out. */
export const optionalDate = z.union([z.literal("").transform(() => null), localDateSchema]).default(null);

/** What the forms that make and change a recurring assignment have in common. */
export const ruleFields = {
  every: whole(1, 26, "Write a number of weeks from 1 to 26.").default(2),
  ends: z.enum(["times", "never"]).default("times"),
  times: whole(1, 26, "Write a number of times from 1 to 26.").default(4),
  "weeks[]": z
    .array(whole(0, 64, "Choose protocol weeks."))
    .max(65)
    .default([]),
  days: whole(0, 60, "Write a number of days from 0 to 60.").default(3),
  expires: z
    .union([
      z.literal("").transform(() => null),
      whole(0, 365, "Write a number of days from 0 to 365, or leave it empty."),
    ])
    .default(null),
  grace: whole(1, 168, "Choose how long.").default(2),
  layout: z.enum(["as-made", "one-at-a-time", "one-page"]).default("as-made"),
} as const;
