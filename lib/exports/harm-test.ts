import { z } from "zod";
import { typedPassword } from "@/lib/identity/shapes";
import { localDateOr } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";
import { wholePartKeys } from "./all-of-it";

export const harmAnswers = ["all", "part", "nothing"] as const;
export type HarmAnswer = (typeof harmAnswers)[number];

export const harmAnswerWords: Record<HarmAnswer, string> = {
  all: "Give all of it",
  part: "Give it, with parts left out",
  nothing: "Give nothing for now",
};

/** Whether giving somebody their whole record would harm anybody: the talk alone, the answer, and why. `id` is made by the page. */
export const harmTestForm = z
  .strictObject({
    id: z.uuid(),
    clientId: z.uuid(),
    talkOn: localDateOr("Choose the day of the talk."),
    talkWay: z.enum(["in-person", "phone", "video"], "Choose how you talked."),
    talkUnheard: z
      .literal("yes")
      .optional()
      .transform((value) => value === "yes"),
    answer: z.enum(harmAnswers, "Choose one."),
    "parts[]": z
      .preprocess((given) => (typeof given === "string" ? [given] : given), z.array(z.enum(wholePartKeys)))
      .default([]),
    reason: wordsUpTo("accountReason", "Write who could be harmed by it, or why nobody is. The record keeps it."),
  })
  .refine(({ answer, "parts[]": parts }) => answer === "nothing" || parts.length > 0, {
    path: ["parts[]"],
    error: "Choose at least one part that is given.",
  })
  .refine(({ answer, talkUnheard }) => answer === "nothing" || talkUnheard, {
    path: ["talkUnheard"],
    error: "Talk where nobody can hear first: whoever holds the phone may have asked for it.",
  });
export type HarmTestForm = z.infer<typeof harmTestForm>;

export const wholeFileForm = z.strictObject({ clientId: z.uuid(), testId: z.uuid(), password: typedPassword });
export type WholeFileForm = z.infer<typeof wholeFileForm>;

/** For how many days a harm test holds (ours): what was safe to give then may not be now. */
export const harmTestDays = 14;

/** Why no file can be made of the newest harm test, as a sentence; null where it can. */
export function wholeFileRefusal(
  test: { id: string; answer: HarmAnswer; at: Date } | null,
  testId: string,
  now: Date,
): string | null {
  if (test?.id !== testId) return "Somebody decided anew meanwhile. Look at what stands there now.";
  if (test.answer === "nothing") return "It was decided that nothing is given for now.";
  return now.getTime() - test.at.getTime() > harmTestDays * 86_400_000
    ? "The harm test is older than two weeks. Talk alone and decide anew first."
    : null;
}
