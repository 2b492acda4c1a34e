import { z } from "zod";
import { sentAgainFields } from "@/lib/drafts/sent-again";
import { attemptSchema, ownAttemptSchema, skipReasonSchema, skipReasonsOf } from "@/lib/exercises/attempt";
import { commonFields, renamed } from "@/lib/exercises/attempt-fields";
import { type ExercisePage, exerciseForms, exercisePages } from "@/lib/exercises/exercise";
import { keySchema } from "@/lib/stable-key";
import { optionalWords } from "@/lib/written-words";

type Typed = Record<string, string | string[]>;

const numbers = new Set(["anxietyBefore", "anxietyAfter", "went", "wasHard", "secondsDone", "score"]);
/** A box that is not ticked sends nothing: it says no. */
const switches: Partial<Record<ExercisePage, string>> = { "ten-minute-cuddle": "bothWilling" };

/** Fields that are words even when empty, where the partner hears them; every other empty field was left out. */
const neededWords: Partial<Record<ExercisePage, string>> = {
  "one-real-feeling": "feeling",
  "ask-for-a-favour": "favour",
  "name-the-fear": "sentence",
  "learn-together": "pick",
};

const pageOf = (typed: Typed): ExercisePage | undefined => exercisePages.find((page) => page === typed.page);

/** `page`: whose switches and needed words count; own steps have none. */
function readField(name: string, value: string | string[], page: ExercisePage | undefined): unknown {
  if (typeof value !== "string") return value;
  if (page && switches[page] === name) return value === "yes";
  if (value.trim() === "") return page && neededWords[page] === name ? "" : null;
  return numbers.has(name) ? Number(value) : value;
}

/** Pages that ask "told or not yet": that is the outcome, and words that were found and not yet said are a try. */
const asksTold: readonly ExercisePage[] = ["one-real-feeling", "temperature-check"];

/** What nobody has chosen is no outcome: the form is refused then. */
function outcomeOf({ told }: Typed, page: ExercisePage | undefined): string | undefined {
  if (!page || !asksTold.includes(page)) return undefined;
  return told === "told" ? "done" : "tried";
}

/** A guided page's form as an attempt: what belongs to every exercise, and the rest as this one's detail. */
function readAttempt({ id, key, outcome, form = "shared", draft, instead, again, ...typed }: Typed): unknown {
  const shared: Record<string, unknown> = Object.fromEntries(Object.values(commonFields).map((name) => [name, null]));
  const isOwn = form === "own";
  const page = isOwn ? undefined : pageOf(typed);
  const box = page && switches[page];
  const detail: Record<string, unknown> = { ...(isOwn && { form }), ...(box && { [box]: false }) };
  for (const [name, value] of Object.entries(typed)) {
    const ofAll = commonFields[name];
    if (ofAll) shared[ofAll] = readField(name, value, page);
    else detail[renamed[name] ?? name] = readField(name, value, page);
  }
  const attempt = { outcome: outcome ?? outcomeOf(typed, page), detail, ...shared };
  return { id, key, form, attempt, draft, instead, again };
}

const typedForm = z.record(z.string().max(40), z.union([z.string().max(5000), z.array(z.string()).max(20)]));

const sent = { id: z.uuid(), key: keySchema, ...sentAgainFields };

/**
 * What the form of a guided page sends for an exercise done or tried. `id` is made by the page, so that sending it
 * again records nothing new. Fields that the page does not have are refused.
 */
export const attemptForm = typedForm
  .transform(readAttempt)
  .pipe(
    z.discriminatedUnion("form", [
      z.strictObject({ form: z.literal("shared"), ...sent, attempt: attemptSchema }),
      z.strictObject({ form: z.literal("own"), ...sent, attempt: ownAttemptSchema }),
    ]),
  );
export type AttemptForm = z.infer<typeof attemptForm>;

const formSchema = z.enum(exerciseForms).default("shared");

/** Leaving an exercise out today, with a reason in the client's own terms. */
export const skipForm = z
  .strictObject({
    id: z.uuid(),
    key: keySchema,
    form: formSchema,
    reason: skipReasonSchema,
    note: optionalWords("wishNote"),
    instead: sentAgainFields.instead,
  })
  .refine(({ form, reason }) => skipReasonsOf[form].includes(reason), {
    path: ["reason"],
    message: "Choose what comes closest. Every answer is a good one.",
  });
export type SkipForm = z.infer<typeof skipForm>;
