import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";
import type { WrittenRule } from "@/lib/assessments/written-rule";
import type { NumberBounds } from "@/lib/typed-number";

/** One question as a page needs it: what is asked, when, and what may be answered. No key, no scales. */
export type Question = Pick<Item, "id" | "required" | "mayDecline" | "enableWhen" | "enableBehavior" | "forms"> & {
  text: string;
  section: string | null;
  /** `choice` has options; the others are written down; `display` only shows words. */
  kind: "choice" | "number" | "text" | "date" | "display";
  options: { value: number; label: string }[];
  /** What a number that is written down may be. */
  bounds?: NumberBounds;
  /** What words or a day may be. */
  written?: WrittenRule;
  unit?: string;
};

/** Whole numbers up to this many become options to tap; more are written down. */
const MOST_TAPS = 21;

/**
 * The questions of an instrument in order, without anything a client has no use for. Questions that are answered alike hold
 * the same options, and a page that is sent has them once.
 */
export function questionsOf(instrument: Instrument): Question[] {
  const ofSet = new Map<string, Question["options"]>();
  const optionsFor = (item: Item): Question["options"] => {
    const known = item.options === undefined ? undefined : ofSet.get(item.options);
    if (known) return known;
    const options = optionsOf(instrument, item).map(({ value, label }) => ({ value, label: label ?? String(value) }));
    if (item.options !== undefined) ofSet.set(item.options, options);
    return options;
  };
  return instrument.items.map((item) => {
    const options = optionsFor(item);
    const { id, required, mayDecline, enableWhen, enableBehavior, forms } = item;
    const isTapped = options.length > 0 && item.kind !== "text" && item.kind !== "date";
    const written = item.kind === "integer" || item.kind === "decimal" ? ("number" as const) : item.kind;
    return {
      ...{ id, required, mayDecline, enableWhen, enableBehavior },
      ...(forms && { forms }),
      text: item.text ?? "",
      section: item.section ?? null,
      kind: isTapped ? "choice" : written,
      options,
      ...writtenOf(item),
      ...(!isTapped && written === "number" && { bounds: boundsOf(item), ...(item.unit && { unit: item.unit }) }),
    };
  });
}

/** Only what is said: a page that is sent holds nothing else. */
function writtenOf({ kind, earliest, latest, shortest, longest, pattern, example }: Item): Pick<Question, "written"> {
  const said = kind === "date" ? { earliest, latest } : kind === "text" ? { shortest, longest, pattern, example } : {};
  const rule = Object.fromEntries(Object.entries(said).filter(([, of]) => of !== undefined));
  return Object.keys(rule).length > 0 ? { written: rule } : {};
}

const boundsOf = ({ kind, min, max }: Item): NumberBounds => ({
  ...(min !== undefined && { least: min }),
  ...(max !== undefined && { most: max }),
  ...(kind === "integer" && { isWhole: true }),
});

function optionsOf(instrument: Instrument, item: Item): { value: number; label: string | null }[] {
  if (item.options !== undefined) return instrument.optionSets[item.options] ?? [];
  const { min, max } = item;
  if (item.kind !== "integer" || min === undefined || max === undefined || max - min >= MOST_TAPS) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => ({ value: min + i, label: null }));
}

export type Step = { question: Question; form: Form };

/** What is asked of somebody who has answered so far: every question once for each form that has it, without those on a closed branch. */
export function askedSteps(questions: readonly Question[], forms: readonly Form[], answers: readonly Answer[]): Step[] {
  return questions.flatMap((question) =>
    forms.flatMap((form) => (isEnabled({ items: questions }, question, answers, form) ? [{ question, form }] : [])),
  );
}

/** The words that only stand there behind the last question. */
export const shownAfter = (questions: readonly Question[]): string[] =>
  questions.slice(questions.findLastIndex(({ kind }) => kind !== "display") + 1).map(({ text }) => text);

/** The words that only stand there between the question before this one and this one. */
export function shownBefore(questions: readonly Question[], { id }: Pick<Question, "id">): string[] {
  const until = questions.slice(
    0,
    questions.findIndex((question) => question.id === id),
  );
  const from = until.findLastIndex(({ kind }) => kind !== "display");
  return until.slice(from + 1).map(({ text }) => text);
}
