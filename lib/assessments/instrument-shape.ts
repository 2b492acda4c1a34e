import { z } from "zod";
import { LONGEST_PATTERN, readPlainPattern } from "@/lib/assessments/plain-pattern";
import { limits, ranges } from "@/lib/limits";

const key = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/, "Use letters, digits, dots and dashes");

/** Whether a text from outside, such as a piece of an address, can be an instrument's key at all. */
export const isInstrumentKey = (text: string): boolean => key.safeParse(text).success;

/** The longest statement and the longest answer that are kept, in letters. */
export const MOST_OF_A_STATEMENT = 8000;
export const MOST_OF_A_LABEL = 2000;
/** As many answers as a question has. */
export const MOST_ANSWERS = 400;

const sentence = z.string().trim().min(1).max(2000);
const name = z.string().trim().min(1).max(300);

/** A code kept with a question, an answer or a score, so that other systems recognise it (LOINC and the like). */
const code = z.strictObject({
  /** Absent where whoever wrote the code named none. */
  system: z.string().min(1).max(1000).optional(),
  code: z.string().min(1).max(1000),
  display: z.string().max(2000).optional(),
});
const codes = z.array(code).max(20).default([]);

/** Confirmed: read in the primary source. Unconfirmed: second-hand or recalled, so a practice must confirm it first. */
const certainty = z.enum(["confirmed", "unconfirmed"]);

const option = z.strictObject({
  /** Stands for this answer wherever one is kept, marked or asked about: each its own within the set. */
  value: z.number(),
  /** What it counts where that is another number: null counts for nothing, and two answers may count alike. See `scoreOf`. */
  score: z.number().nullable().optional(),
  label: z.string().trim().min(1).max(MOST_OF_A_LABEL).nullable(),
  codes,
});

/**
 * What one answer means for safety, the moment it is saved. `crisis`: show crisis contacts at once and tell the therapist;
 * `stop` and `concern`: move the safety gate.
 */
const criticalRule = z.strictObject({
  when: z.union([z.strictObject({ atLeast: z.number() }), z.strictObject({ values: z.array(z.number()).min(1) })]),
  effect: z.enum(["crisis", "stop", "concern"]),
  sentence,
});

const condition = z.strictObject({
  itemId: key,
  operator: z.enum(["exists", "=", "!=", ">", "<", ">=", "<="]),
  value: z.union([z.number(), z.string().max(500), z.boolean()]),
});

const item = z.strictObject({
  id: key,
  /** Null while the wording is somebody else's and the practice has not entered what it is licensed for. */
  text: z.string().trim().min(1).max(MOST_OF_A_STATEMENT).nullable(),
  kind: z.enum(["choice", "integer", "decimal", "text", "date", "display"]).default("choice"),
  /** Name of the option set of a choice. */
  options: key.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** The first and the last day of a date. */
  earliest: z.iso.date().optional(),
  latest: z.iso.date().optional(),
  /** How many characters words have at least and at most. */
  shortest: z.int().min(1).max(limits.openAnswer).optional(),
  longest: z.int().min(1).max(limits.openAnswer).optional(),
  /** How words are written: see `readPlainPattern`. */
  pattern: z
    .string()
    .max(LONGEST_PATTERN)
    .refine((source) => readPlainPattern(source) !== null)
    .optional(),
  example: z.string().trim().min(1).max(100).optional(),
  /** What a number is counted in, such as kg. */
  unit: z.string().trim().min(1).max(100).optional(),
  /** Required means attended to: answered, or declined where `mayDecline` allows that. */
  required: z.boolean(),
  mayDecline: z.boolean().default(false),
  /** Where only one side means something: a picture without flaws is not asked as a wish. Absent: every form asks it. */
  forms: z.tuple([z.literal("now")]).optional(),
  reversed: z.boolean().default(false),
  keyConfirmed: z.boolean().default(true),
  critical: z.array(criticalRule).max(5).default([]),
  /** An answer that the therapist had better see beside the scores. It is no danger and moves no gate. */
  flag: z.strictObject({ atLeast: z.number(), sentence }).optional(),
  enableWhen: z.array(condition).max(20).default([]),
  enableBehavior: z.enum(["all", "any"]).default("all"),
  section: name.optional(),
  codes,
  /** What it is called in the file that it came from. It goes back under this name. */
  linkId: z.string().min(1).max(1000).optional(),
});

/** Where an imported questionnaire came from: the file itself, for the way back, and what of it found no place here. */
const origin = z.strictObject({
  questionnaire: z.record(z.string(), z.unknown()),
  losses: z.array(
    z.strictObject({
      /** Null speaks of the questionnaire as a whole. */
      linkId: z.string().nullable(),
      kind: z.enum(["left out", "to check", "not kept", "look"]),
      sentence: z.string().min(1),
    }),
  ),
});

const algorithm = z.discriminatedUnion("kind", [
  /** 1 when any item reaches the value, else 0. A yes stands with blanks beside it; a no needs every answer. */
  z.strictObject({ kind: z.literal("any"), atLeast: z.number() }),
  /** A closed gate scores 0 and asks no more; an open one sums the items, all of which are needed. */
  z.strictObject({ kind: z.literal("gated-sum"), gate: key, closedAt: z.number() }),
  /** The highest tier whose named 0/1 scales are all 1; 0 when none is. */
  z.strictObject({ kind: z.literal("tiers"), tiers: z.array(z.array(key).min(1)).min(1) }),
]);

/** Single answers that together weigh more: so many of every group have to be at least that value. */
const combination = z.strictObject({
  key,
  groups: z
    .array(
      z.strictObject({
        needs: z.number().int().min(1),
        of: z
          .array(z.strictObject({ itemId: key, atLeast: z.number() }))
          .min(1)
          .max(50),
      }),
    )
    .min(1)
    .max(10),
  effect: z.enum(["crisis", "stop", "concern"]),
  sentence,
});

/** How far a score can be trusted. With `threshold` the source prints the reliable change itself. */
const reliability = z.strictObject({
  kind: z.enum(["published", "estimated", "assumed"]),
  value: z.number().min(0).max(1).nullable(),
  sd: z.number().positive().nullable(),
  threshold: z.number().positive().nullable().default(null),
  source: sentence,
  /** Whom the figures were found with, where that is known. */
  population: sentence.optional(),
  /** Of a published figure, when it is read for somebody: see `withOwnState`. */
  certainty: certainty.optional(),
});

const scale = z.strictObject({
  key,
  title: name,
  items: z.array(key).max(200),
  method: z.enum(["sum", "mean", "algorithm"]),
  algorithm: algorithm.optional(),
  multiplier: z.number().positive().default(1),
  range: z.strictObject({ min: z.number(), max: z.number() }),
  /** Blanks that the scale bears before it has no score. None unless told: the rule belongs to the instrument. */
  maxMissing: z.number().int().min(0).optional(),
  /** Who says so: a manual, or ours. */
  missingSource: sentence.optional(),
  /** Which way is better for the person. */
  direction: z.enum(["higher", "lower", "neither"]),
  role: z.enum(["score", "idealised"]).default("score"),
  /** Published bands only, each from `min` up to the next. None may rest on an unconfirmed source. */
  bands: z
    .array(z.strictObject({ min: z.number(), label: name }))
    .max(12)
    .default([]),
  cutoff: z
    .strictObject({
      value: z.number(),
      side: z.enum(["at or above", "below"]),
      meaning: sentence,
      certainty,
      /** Whom it was studied with, where that is known: with others it may lie elsewhere. */
      population: sentence.optional(),
    })
    .optional(),
  /** Where bands and cut-off come from: "ours", or a source in words. What ships names its sources among the references. */
  figuresSource: sentence.optional(),
  critical: z
    .array(z.strictObject({ atLeast: z.number(), effect: z.enum(["crisis", "stop", "concern"]), sentence }))
    .default([]),
  reliability: reliability.nullable().default(null),
  codes,
});

/** The shape alone. Read instruments with `parseInstrument`, which also checks that the names inside point somewhere. */
export const instrumentShape = z.strictObject({
  key,
  version: z.number().int().min(1),
  title: name,
  /** What a client reads in its place, where the title would tell too much or say nothing. */
  clientTitle: name.optional(),
  purpose: sentence,
  minutes: z.number().positive().max(ranges.instrumentMinutes.most),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag such as en-GB"),
  direction: z.enum(["higher", "lower", "neither"]),
  layout: z.enum(["one-at-a-time", "one-page"]),
  /** `safety`: answered alone, never charted, never shown to a partner, left out of every default export. */
  sensitivity: z.enum(["ordinary", "safety"]).default("ordinary"),
  /** What its scores speak of. Those of closeness, and of what nobody has said yet, close with the couple's safety gate. */
  measures: z.enum(["closeness", "one-person", "undecided"]).default("undecided"),
  /** Somebody of the practice looked at every answer and said which are critical. What ships needs no such word. */
  criticalSaid: z.boolean().default(false),
  forms: z.union([z.tuple([z.literal("now")]), z.tuple([z.literal("now"), z.literal("wished")])]),
  /** The words above the statements, per form. */
  stems: z.strictObject({ now: sentence.nullable(), wished: sentence.nullable().default(null) }),
  items: z.array(item).min(1).max(500),
  optionSets: z.record(key, z.array(option).min(1).max(MOST_ANSWERS)),
  scales: z.array(scale).max(60),
  combinations: z.array(combination).max(20).default([]),
  certainty: z.strictObject({
    reversals: certainty,
    scales: certainty,
    scoring: certainty,
    figures: certainty,
    /** Whether the references were looked up, and not only remembered. */
    references: certainty.default("unconfirmed"),
  }),
  keyNote: sentence.optional(),
  licence: z.strictObject({
    /** `ours`: written for Nearer; `practice`: written by the practice that has it. */
    status: z.enum(["ours", "practice", "public", "free", "conditions", "ask", "permission"]),
    note: sentence,
    wording: z.enum(["own", "needed", "free"]),
  }),
  validated: z.boolean(),
  references: z.array(sentence).max(20),
  codes,
  origin: origin.optional(),
});

export type InstrumentShape = z.infer<typeof instrumentShape>;
export type ItemShape = InstrumentShape["items"][number];
export type ImportLoss = z.infer<typeof origin>["losses"][number];
export type ScaleShape = InstrumentShape["scales"][number];
