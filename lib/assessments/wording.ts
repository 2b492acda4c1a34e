import { type Instrument, instrumentSchema } from "@/lib/assessments/instrument";
import { MOST_OF_A_LABEL, MOST_OF_A_STATEMENT } from "@/lib/assessments/instrument-shape";
import { scoreOf } from "@/lib/assessments/option-score";
import { asLines, wordsFrom } from "@/lib/assessments/wording-lines";
import { Refused } from "@/lib/errors";
import { plural } from "@/lib/plural";

/** What a practice types in: one statement per line, and one label per line for each set of answers. */
export type Wording = {
  statements: string;
  labels: Readonly<Record<string, string>>;
  stems: { now: string; wished: string };
};

/** One list of answers as it is typed in: its values in the printed order, and the questions that it belongs to. */
export type AnswerList = { name: string; values: (number | "none")[]; questions: string | null };

/** Runs of numbers as people say them: "1 to 6, 11 and 13". */
function spoken(places: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  const parts = runs.flatMap(([from, to]) =>
    from + 1 < to ? [`${from} to ${to}`] : [...new Set([from, to])].map(String),
  );
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * Every list of answers, in the order of the first question of each: a database keeps no order of keys. Where there are
 * several, each names its questions by their place among the statements.
 */
export function answerLists({ items, optionSets }: Instrument): AnswerList[] {
  const sets = Object.entries(optionSets).map(([name, options]) => {
    const places = items.flatMap((item, i) => (item.options === name ? [i + 1] : []));
    return { name, places, values: options.map((option) => scoreOf(option) ?? ("none" as const)) };
  });
  return sets
    .toSorted((a, b) => (a.places[0] ?? items.length + 1) - (b.places[0] ?? items.length + 1))
    .map(({ name, places, values }) => {
      const questions = sets.length > 1 && places.length > 0 ? spoken(places) : null;
      return { name, values, questions };
    });
}

/** The words as they stand, ready for the same form: empty where there are none. */
export function wordingOf(instrument: Instrument): Wording {
  return {
    statements: asLines(instrument.items.map((item) => item.text)),
    labels: Object.fromEntries(
      Object.entries(instrument.optionSets).map(([key, options]) => [
        key,
        asLines(options.map((option) => option.label)),
      ]),
    ),
    stems: { now: instrument.stems.now ?? "", wished: instrument.stems.wished ?? "" },
  };
}

/**
 * The instrument with the practice's wording in it. Items keep their ids and keys: line n belongs to item n. Throws Refused
 * with one sentence per field when a count does not fit, because a shifted line would score another question.
 */
export function withWording(instrument: Instrument, wording: Wording): Instrument {
  const fields: Record<string, string> = {};
  const statements = wordsFrom(
    wording.statements,
    instrument.items.map((item) => item.text),
  );
  if (statements.length !== instrument.items.length) {
    fields.statements = counting(instrument.items.length, statements.length, "statement");
  }
  const optionSets = Object.fromEntries(
    Object.entries(instrument.optionSets).map(([key, options]) => {
      const labels = wordsFrom(
        wording.labels[key] ?? "",
        options.map((option) => option.label),
      );
      if (labels.length !== options.length) fields[`labels.${key}`] = counting(options.length, labels.length, "answer");
      return [key, options.map((option, i) => ({ ...option, label: labels[i] ?? null }))];
    }),
  );
  if (Object.keys(fields).length > 0) throw new Refused("The lines do not fit the questions yet.", fields);
  const items = instrument.items.map((item, i) => ({ ...item, text: statements[i] ?? null }));
  const stem = (words: string) => words.trim() || null;
  const stems = { now: stem(wording.stems.now), wished: stem(wording.stems.wished) };
  const read = instrumentSchema.safeParse({ ...instrument, items, optionSets, stems });
  if (!read.success)
    throw new Refused(
      `Keep each statement within ${MOST_OF_A_STATEMENT.toLocaleString("en-GB")} letters and each answer within ${MOST_OF_A_LABEL.toLocaleString("en-GB")}.`,
    );
  return read.data;
}

function counting(needed: number, given: number, what: "statement" | "answer"): string {
  const there = given === 0 ? "There are no lines" : plural(given, "There is one line", `There are ${given} lines`);
  return `${there} and ${plural(needed, "one is", `${needed} are`)} needed: one ${what} on each, in the printed order.`;
}

/**
 * The key as the practice has checked it: the named questions count as confirmed, and those still open take the practice's
 * word on which are reversed. Questions confirmed before do not change. With the last one confirmed the key is no longer
 * called unconfirmed: which questions are reversed, and which question counts where.
 */
export function withConfirmedKey(
  instrument: Instrument,
  { confirmed, reversed }: { confirmed: readonly string[]; reversed: readonly string[] },
): Instrument {
  const items = instrument.items.map((item) =>
    item.keyConfirmed || !confirmed.includes(item.id)
      ? item
      : { ...item, keyConfirmed: true, reversed: reversed.includes(item.id) },
  );
  const isWhole = items.every((item) => item.keyConfirmed) && !instrument.items.every((item) => item.keyConfirmed);
  const certainty = isWhole
    ? { ...instrument.certainty, reversals: "confirmed" as const, scales: "confirmed" as const }
    : instrument.certainty;
  const read = instrumentSchema.safeParse({ ...instrument, items, certainty });
  if (!read.success) throw new Refused("A question without a range of answers cannot be reversed.");
  return read.data;
}
