import { z } from "zod";
import { fromTo, type Range, ranges } from "@/lib/limits";
import { numberField, optionalNumberField } from "@/lib/number-field";
import { localDateSchema } from "@/lib/time/local-date";

const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, sentence)
    .transform(Number)
    .pipe(z.int().min(least, sentence).max(most, sentence));

const within = (range: Range, sentence: string) => numberField({ ...ranges[range], isWhole: true }, sentence);

/** The number of a phase, from 1. */
export const phaseNumber = whole(1, 9, "Choose phases.");

/** A day that may be left out. */
export const optionalDate = z.union([z.literal("").transform(() => null), localDateSchema]).default(null);

/** What the forms that make and change a recurring assignment have in common. */
export const ruleFields = {
  every: within("weeksBetween", `Write a number of weeks ${fromTo("weeksBetween")}.`).default(2),
  ends: z.enum(["times", "never"]).default("times"),
  times: within("times", `Write a number of times ${fromTo("times")}.`).default(4),
  "weeks[]": z
    .array(whole(0, 64, "Choose protocol weeks."))
    .max(65)
    .default([]),
  days: within("daysToAnswer", `Write a number of days ${fromTo("daysToAnswer")}.`).default(3),
  expires: optionalNumberField(
    { ...ranges.daysUntilClosed, isWhole: true },
    `Write a number of days ${fromTo("daysUntilClosed")}, or leave it empty.`,
  ).default(null),
  grace: whole(1, 168, "Choose how long.").default(2),
  layout: z.enum(["as-made", "one-at-a-time", "one-page"]).default("as-made"),
} as const;
