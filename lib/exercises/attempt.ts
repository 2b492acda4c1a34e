import { z } from "zod";
import { type ExerciseForm, exercisePages } from "@/lib/exercises/exercise";
import { ownDetailSchema } from "@/lib/exercises/own-detail";
import { type Limit, limits, tooLong } from "@/lib/limits";
import type { LocalDate } from "@/lib/time/local-date";

const text = (limit: Limit) => z.string().trim().max(limits[limit], tooLong(limit));
const optional = (limit: Limit) => text(limit).nullable();
const size = z.enum(["small", "medium"], "Choose small or medium.");
const told = z.enum(["told", "not-yet"], "Say whether you have told it, or not yet.");

/** One real feeling: the word (from the vocabulary or the person's own), the sentence, and whether it was told. */
export const oneRealFeelingSchema = z.strictObject({
  page: z.literal("one-real-feeling"),
  family: z.string().max(40).nullable(),
  feeling: text("feeling"),
  sentence: optional("sentence"),
  told,
});

/** Ask for a favour: what was asked, what was expected before, what happened: the prediction tested. */
export const askForAFavourSchema = z.strictObject({
  page: z.literal("ask-for-a-favour"),
  size,
  favour: text("favour"),
  expected: optional("exerciseWords"),
  happened: optional("exerciseWords"),
});

/** Ten-minute cuddle: both willing before it starts; seconds lived, up to ten minutes; how it felt. Stopping early needs no reason. */
export const tenMinuteCuddleSchema = z.strictObject({
  page: z.literal("ten-minute-cuddle"),
  bothWilling: z.boolean(),
  secondsDone: z.int().min(0).max(600),
  felt: optional("exerciseWords"),
});

/** Share a small secret: its size, the words planned, the moment chosen, what happened. */
export const smallSecretSchema = z.strictObject({
  page: z.literal("small-secret"),
  size,
  plan: optional("exerciseWords"),
  moment: optional("moment"),
  happened: optional("exerciseWords"),
});

/** Temperature check: 1–10, whether the partner was told, and what they said. */
export const temperatureCheckSchema = z.strictObject({
  page: z.literal("temperature-check"),
  score: z.int("Choose a number from 1 to 10.").min(1).max(10),
  told,
  said: optional("exerciseWords"),
});

/** Name the fear: the sentence said, the promise to return, and how the coming back went. */
export const nameTheFearSchema = z.strictObject({
  page: z.literal("name-the-fear"),
  sentence: text("sentence"),
  returnPromise: optional("promise"),
  howItWent: optional("exerciseWords"),
});

/** Learn something together: what was picked and when it will be. */
export const learnTogetherSchema = z.strictObject({
  page: z.literal("learn-together"),
  pick: text("idea"),
  plan: optional("meetingPlan"),
});

/** What an attempt with the partner stores beyond the common part, by guided page. */
export const sharedDetailSchema = z.discriminatedUnion("page", [
  oneRealFeelingSchema,
  askForAFavourSchema,
  tenMinuteCuddleSchema,
  smallSecretSchema,
  temperatureCheckSchema,
  nameTheFearSchema,
  learnTogetherSchema,
]);
type SharedDetail = z.infer<typeof sharedDetailSchema>;

/** The same for either form, as it is read back. */
export const attemptDetailSchema = z.union([ownDetailSchema, sharedDetailSchema]);
export type AttemptDetail = z.infer<typeof attemptDetailSchema>;

const skipDetailSchema = z.strictObject({ skipNote: z.string() });

/** What an attempt keeps sealed, read back: the detail of its guided page, or the note of a skip; neither where it is damaged. */
export function readAttemptDetail(kept: string | null): { detail: AttemptDetail | null; skipNote: string | null } {
  const given = jsonIn(kept);
  const skip = skipDetailSchema.safeParse(given);
  if (skip.success) return { detail: null, skipNote: skip.data.skipNote };
  return { detail: attemptDetailSchema.safeParse(given).data ?? null, skipNote: null };
}

function jsonIn(kept: string | null): unknown {
  try {
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
}

/** What is still missing from an exercise that is called done, by field; null when nothing is. A try may be without words. */
function missingWords(detail: SharedDetail): { field: string; sentence: string } | null {
  switch (detail.page) {
    case "one-real-feeling":
      return detail.feeling ? null : { field: "feeling", sentence: "Choose a word, or write one of your own." };
    case "ask-for-a-favour":
      return detail.favour ? null : { field: "favour", sentence: "Write what you asked for, in a few words." };
    case "name-the-fear":
      return detail.sentence ? null : { field: "sentence", sentence: "Write the sentence that you said." };
    case "learn-together":
      return detail.pick ? null : { field: "pick", sentence: "Write what the two of you tried." };
    default:
      return null;
  }
}

export const attemptOutcomes = ["done", "tried", "skipped"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Why an exercise was left out, in the client's own terms. Each is as good as any other. */
export const skipReasons = {
  "no-moment": "There was no good moment",
  "too-big": "It felt too big today",
  apart: "We weren’t together",
  "partner-not-up-for-it": "My partner wasn’t up for it",
  "not-well": "I wasn’t well or was too tired",
  argued: "We were arguing or tense",
  "did-not-want-to": "I didn’t want to",
  other: "Something else",
} as const;
export type SkipReason = keyof typeof skipReasons;

/** A reason as the client chose it; null for none, and for one of another version. */
export const reasonOf = (reason: string | null): string | null =>
  reason !== null && reason in skipReasons ? skipReasons[reason as SkipReason] : null;

/** The reasons that fit each form: own steps ask nothing of anybody else. */
export const skipReasonsOf: Record<ExerciseForm, readonly SkipReason[]> = {
  shared: Object.keys(skipReasons) as SkipReason[],
  own: ["no-moment", "too-big", "not-well", "did-not-want-to", "other"],
};
export const skipReasonSchema = z.enum(
  Object.keys(skipReasons) as [SkipReason, ...SkipReason[]],
  "Choose what comes closest. Every answer is a good one.",
);

/** How it went, 0–4, as a client says it. Whether it was hard is a question of its own: what is hard can go well. */
export const howItWentLabels = ["Not well at all", "Not very well", "In between", "Well", "Very well"] as const;
/** Whether it was hard, 0–4. */
export const howHardLabels = ["Not at all", "A little", "Somewhat", "Hard", "Very hard"] as const;

type Said = { howItWent: number | null; howHard: number | null };

/** Both were one question once, from “Very hard” and “Hard” to “Well” and “Very well”: each answer where it belongs. */
export const saidAsOne = (answer: number | null): Said =>
  answer === null || answer > 1 ? { howItWent: answer, howHard: null } : { howItWent: null, howHard: 4 - answer };

/** Said where a form came without saying how it went: nothing is recorded that nobody chose. */
const chooseOutcome = "Nothing was saved yet. Say how it went: choose one of the buttons in the last step.";

const anxiety = z.int().min(0).max(10).nullable();
const base = {
  anxietyBefore: anxiety,
  anxietyAfter: anxiety,
  howItWent: z.int().min(0).max(4).nullable(),
  howHard: z.int().min(0).max(4).nullable(),
  reflection: optional("reflection"),
};

const skipped = z.strictObject({
  outcome: z.literal("skipped"),
  page: z.enum(exercisePages),
  skipReason: skipReasonSchema,
  skipNote: optional("wishNote"),
  anxietyBefore: anxiety,
  reflection: optional("reflection"),
});

/**
 * What a client sends about one exercise: done, tried and stopped, or skipped with a reason. A skip needs
 * no detail. Anxiety is 0–10, how hard it was and how it went 0–4; everything but the outcome may be left out. What is called
 * done has the words that its page asks for.
 */
export const attemptSchema = z
  .discriminatedUnion(
    "outcome",
    [
      z.strictObject({ outcome: z.literal("done"), detail: sharedDetailSchema, ...base }),
      z.strictObject({ outcome: z.literal("tried"), detail: sharedDetailSchema.nullable(), ...base }),
      skipped,
    ],
    { error: chooseOutcome },
  )
  .superRefine((attempt, ctx) => {
    if (attempt.outcome === "skipped" || !attempt.detail) return;
    const missing = attempt.outcome === "done" ? missingWords(attempt.detail) : null;
    if (missing) ctx.addIssue({ code: "custom", path: ["detail", missing.field], message: missing.sentence });
    if (attempt.detail.page !== "ten-minute-cuddle") return;
    const { bothWilling, secondsDone } = attempt.detail;
    if (!bothWilling && secondsDone > 0)
      ctx.addIssue({
        code: "custom",
        path: ["detail", "bothWilling"],
        message: "The timer starts when you are both willing.",
      });
  });

/** The same for own steps. Nothing has to be written, chosen or timed for it to count as done. */
export const ownAttemptSchema = z.discriminatedUnion(
  "outcome",
  [
    z.strictObject({ outcome: z.literal("done"), detail: ownDetailSchema, ...base }),
    z.strictObject({ outcome: z.literal("tried"), detail: ownDetailSchema.nullable(), ...base }),
    skipped,
  ],
  { error: chooseOutcome },
);
export type Attempt = z.infer<typeof attemptSchema> | z.infer<typeof ownAttemptSchema>;

/** The therapist's rating of how an exercise was practised, 0–4: quality matters more than ticks. */
export const therapistRatingLabels = [
  "Not the exercise",
  "In form only",
  "Partly",
  "As meant",
  "Beyond what was asked",
] as const;
export const therapistRatingSchema = z.int().min(0).max(4);

/** What adherence needs of an attempt. */
export type LoggedAttempt = { exercise: string; date: LocalDate; outcome: AttemptOutcome };

/** The same where it matters which of the two forms it was. */
export type FormedAttempt = LoggedAttempt & { form: ExerciseForm };
