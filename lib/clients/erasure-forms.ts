import { z } from "zod";
import { typedPassword } from "@/lib/identity/shapes";
import { fromTo, ranges } from "@/lib/limits";
import { numberField } from "@/lib/number-field";
import { localDateOr } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";

const reason = wordsUpTo("accountReason", "Write why. The record keeps it.");

/** The client asks, after the password. `id` is made by the page, so that sending it twice asks once. */
export const askErasureForm = z.strictObject({
  id: z.uuid(),
  sure: z.literal("yes", "Tick the box if you want this."),
  password: typedPassword,
});
export type AskErasureForm = z.infer<typeof askErasureForm>;

export const takeErasureBackForm = z.strictObject({ id: z.uuid() });

/** Staff write down that somebody asked in a talk or by letter, or set a hold. */
export const erasureNoteForm = z.strictObject({ id: z.uuid(), clientId: z.uuid(), reason });
export type ErasureNoteForm = z.infer<typeof erasureNoteForm>;

export const endHoldForm = z.strictObject({ id: z.uuid(), clientId: z.uuid(), holdId: z.uuid(), reason });
export type EndHoldForm = z.infer<typeof endHoldForm>;

/** The practice’s answer, with the talk alone that it rests on. */
export const answerErasureForm = z
  .strictObject({
    id: z.uuid(),
    clientId: z.uuid(),
    answer: z.enum(["erase", "not-wanted"], { error: "Choose one." }),
    talkOn: z.union([z.literal(""), localDateOr("Choose the day of the talk.")]).default(""),
    talkWay: z.enum(["in-person", "phone", "video"]).optional(),
    talkUnheard: z.literal("yes").optional(),
    reason,
  })
  .transform(({ talkOn, talkWay, talkUnheard, ...form }) => ({
    ...form,
    talk: talkOn && talkWay ? { on: talkOn, way: talkWay, unheard: talkUnheard === "yes" } : null,
  }))
  .refine(({ answer, talk }) => answer === "erase" || talk !== null, {
    path: ["talkOn"],
    error: "Write down the talk in which they said so.",
  });
export type AnswerErasureForm = z.infer<typeof answerErasureForm>;

export const retentionForm = z.strictObject({
  years: numberField({ ...ranges.retentionYears, isWhole: true }, `Write whole years, ${fromTo("retentionYears")}.`),
});
