import { builtInInstrument } from "@/lib/assessments/built-in";
import { type Instrument, type Item, parseInstrument } from "@/lib/assessments/instrument";

/**
 * Questions about dying, by their LOINC code: the ninth of the PHQ-9 and those of the Columbia screener. A file that
 * names one brings a proposal along; the owner still looks at every answer.
 */
const AboutDying = new Set(["44260-8", "93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3"]);
const LOINC = "http://loinc.org";
const MEANS_NO = /^(no|none|never|not at all)\b/i;

type Coded = { codes?: readonly { system: string; code: string }[] | undefined };
type Offered = { value: number; label: string | null };

/** The values of a question that are proposed as critical: all but the answer that says no, or all but the lowest. */
export function proposedValues({ codes = [] }: Coded, options: readonly Offered[]): number[] {
  if (!codes.some(({ system, code }) => system === LOINC && AboutDying.has(code))) return [];
  const says = options.filter(({ label }) => !MEANS_NO.test(label ?? ""));
  if (says.length < options.length) return says.map(({ value }) => value);
  const lowest = Math.min(...options.map(({ value }) => value));
  return options.map(({ value }) => value).filter((value) => value > lowest);
}

export const criticalSentence = (text: string | null, id: string): string =>
  `“${(text ?? `Question ${id}`).slice(0, 1500)}”: an answer that needs somebody today.`;

export const criticalRuleOf = (item: { id: string; text?: string | null }, values: readonly number[]) => ({
  when: { values: [...values] },
  effect: "crisis" as const,
  sentence: criticalSentence(item.text ?? null, item.id),
});

/** Whether somebody looked at every answer of an instrument: those that ship were, and a practice says it of its own. */
export const isCriticalSaid = ({ key, criticalSaid }: Pick<Instrument, "key" | "criticalSaid">): boolean =>
  criticalSaid || builtInInstrument(key) !== undefined;

const applies = (item: Item, value: number) =>
  item.critical.some(({ when }) => ("atLeast" in when ? value >= when.atLeast : when.values.includes(value)));

export type MarkedQuestion = {
  id: string;
  text: string | null;
  answers: { mark: string; label: string; isMarked: boolean; isFixed: boolean }[];
};

const markOf = (itemId: string, value: number) => `${itemId}|${value}`;
const isFixed = ({ key }: Instrument, itemId: string, value: number) => {
  const shipped = builtInInstrument(key)?.items.find(({ id }) => id === itemId);
  return shipped !== undefined && applies(shipped, value);
};

/** Every answer that can be marked, question by question. What ships as critical stays so. */
export function markedQuestions(instrument: Instrument): MarkedQuestion[] {
  return instrument.items.flatMap((item) => {
    const options = instrument.optionSets[item.options ?? ""];
    if (item.kind !== "choice" || !options) return [];
    const answers = options.map(({ value, label }) => ({
      mark: markOf(item.id, value),
      label: label ?? String(value),
      isMarked: applies(item, value),
      isFixed: isFixed(instrument, item.id, value),
    }));
    return [{ id: item.id, text: item.text, answers }];
  });
}

/** The instrument with exactly these answers critical, and the word that somebody looked at all of them. */
export function withMarks(instrument: Instrument, marks: ReadonlySet<string>): Instrument {
  const items = instrument.items.map((item) => {
    const options = instrument.optionSets[item.options ?? ""];
    if (item.kind !== "choice" || !options) return item;
    const wanted = options
      .map(({ value }) => value)
      .filter((value) => marks.has(markOf(item.id, value)) || isFixed(instrument, item.id, value));
    const isAsItWas = options.every(({ value }) => applies(item, value) === wanted.includes(value));
    if (isAsItWas) return item;
    return { ...item, critical: wanted.length > 0 ? [criticalRuleOf(item, wanted)] : [] };
  });
  return parseInstrument({ ...instrument, items, criticalSaid: true });
}
