import { criticalRuleOf, proposedValues } from "@/lib/assessments/critical-proposal";
import { type Instrument, type Item, parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { placeNumber } from "@/lib/place-number";

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

/** What somebody looks at who marks answers: it is another once a word of it has changed. */
export const lookOf = (instrument: Instrument): string =>
  placeNumber(JSON.stringify([instrument.version, wordsOf(instrument)]));

const wordsOf = (instrument: Instrument): [string, string | null, string[][]][] =>
  markedQuestions(instrument).map(({ id, text, answers }) => [
    id,
    text,
    answers.map(({ mark, label }) => [mark, label]),
  ]);

/**
 * An instrument whose words have changed. What was marked stays proposed, in the new words, and so does what a question now
 * speaks of; but nobody has looked at them.
 */
export function afterRewording(before: Instrument, after: Instrument): Instrument {
  const earlier = new Map(wordsOf(before).map((words) => [words[0], JSON.stringify(words)]));
  const reworded = new Set(
    wordsOf(after).flatMap((words) => (earlier.get(words[0]) === JSON.stringify(words) ? [] : [words[0]])),
  );
  if (reworded.size === 0) return after;
  const items = after.items.map((item) => {
    const first = before.items.find(({ id }) => id === item.id);
    if (!reworded.has(item.id)) return item;
    if (item.critical.length > 0) return first ? { ...item, critical: inNewWords(first, item) } : item;
    const proposed = proposedValues(item, after.optionSets[item.options ?? ""] ?? []);
    return proposed.length > 0 ? { ...item, critical: [criticalRuleOf(item, proposed)] } : item;
  });
  return parseInstrument({ ...after, items, criticalSaid: false });
}

/** A rule of the practice’s own quotes its question. */
const inNewWords = (before: Item, after: Item): Item["critical"] =>
  after.critical.map((rule) =>
    "values" in rule.when && rule.sentence === criticalRuleOf(before, rule.when.values).sentence
      ? criticalRuleOf(after, rule.when.values)
      : rule,
  );

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
