import { criticalRuleOf } from "@/lib/assessments/critical-proposal";
import { type Instrument, type Item, parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

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
