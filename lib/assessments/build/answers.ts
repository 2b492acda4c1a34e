import { placeOf } from "@/lib/assessments/build/places";
import type { Instrument, Option } from "@/lib/assessments/instrument";
import { countedOptions, scoreOf, withScores } from "@/lib/assessments/option-score";
import { plural } from "@/lib/plural";
import { numberIn } from "@/lib/typed-number";

/** One answer of a set as a form has it: what stands for it (empty when it is new), what it counts, and its words. */
export type AnswerRow = { value: string; counts: string; label: string };
type Read = { options: Option[] } | { problems: Record<string, string> };

/** As many as a form of answers has. */
export const MOST_ANSWERS = 60;

/** The rows of a set as it is. An answer that counts for nothing has an empty field. */
export const rowsOf = (options: readonly Option[]): AnswerRow[] =>
  options.map((option) => ({
    value: String(option.value),
    counts: String(scoreOf(option) ?? ""),
    label: option.label ?? "",
  }));

/** What a form shows of a set, in one field: what is compared when two people change the same one. */
export const answersSaid = (rows: readonly { counts: string; label: string }[]): { answers: string } => ({
  answers: rows
    .filter(({ counts, label }) => counts.trim() !== "" || label.trim() !== "")
    .map(({ counts, label }) => `${counts.trim() || "–"} ${label.trim()}`)
    .join("; "),
});

/**
 * The answers of a set as typed; problems are named by the place of their row. What stands for an answer stays when its words or
 * its number change, so that conditions and marks still mean it.
 */
export function readAnswers(before: readonly Option[], rows: readonly AnswerRow[]): Read {
  const problems: Record<string, string> = {};
  const seen = new Map<string, number>();
  const read = rows.flatMap((row, i) => {
    const label = row.label.trim();
    const known = before.find(({ value }) => String(value) === row.value);
    if (label === "" && row.counts.trim() === "") return [];
    if (label === "") problems[`label.${i}`] = "Write the words of this answer, or empty what it counts as well.";
    const same = seen.get(label.toLowerCase());
    if (label && same !== undefined) problems[`label.${i}`] = `Answer ${same + 1} says the same. Write other words.`;
    seen.set(label.toLowerCase(), i);
    const counts = numberIn(row.counts);
    if ("problem" in counts) problems[`counts.${i}`] = counts.problem;
    return [{ known, label, score: "value" in counts ? counts.value : null }];
  });
  if (read.length < 2 && Object.keys(problems).length === 0)
    problems["label.0"] = "A choice needs two answers at least.";
  if (Object.keys(problems).length > 0) return { problems };
  return { options: pathTodayFrom(before, read) };
}

type ReadRow = { known: Option | undefined; label: string; score: number | null };

function pathTodayFrom(before: readonly Option[], rows: readonly ReadRow[]): Option[] {
  if (rows.every(({ known }) => known === undefined))
    return countedOptions(rows.map(({ label, score }) => ({ label, score, codes: [] })));
  const taken = new Set(before.map(({ value }) => value));
  const options = rows.map(({ known, label, score }) => {
    if (known) return { ...known, label };
    const value = score !== null && !taken.has(score) ? score : Math.floor(Math.max(...taken)) + 1;
    taken.add(value);
    return { value, label, codes: [] };
  });
  return withScores(
    options,
    rows.map(({ score }) => score),
  );
}

/** Answers written one a line: "0 Never". Without any number they count from 0 on; a dash in front counts for nothing. */
export function answerLines(text: string): AnswerRow[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => /^(?:([-−]?\d+(?:[.,]\d+)?)(?=[\s.):=])|([-–—]))?\s*[.):=]?\s*(.*)$/.exec(line) ?? []);
  const isCounted = lines.some(([, number, dash]) => dash !== undefined || number !== undefined);
  return lines.map(([, number, dash, label = ""], i) => ({
    value: "",
    counts: isCounted ? (dash ? "" : (number ?? "")) : String(i),
    label,
  }));
}

/** A set by what it offers: "Never to Always, 0 to 4". */
export function setWords(options: readonly Option[]): string {
  const labels = options.map(({ value, label }) => label ?? String(value));
  const scores = options.flatMap((option) => scoreOf(option) ?? []);
  const words = labels.length > 3 ? `${labels[0]} to ${labels.at(-1)}` : labels.join(", ");
  if (scores.length === 0) return `${words} (counts for nothing)`;
  return `${words} (${Math.min(...scores)} to ${Math.max(...scores)})`;
}

/** The places of the questions that are answered with a set. */
export const usersOf = (instrument: Instrument, set: string): number[] =>
  instrument.items.flatMap(({ id, options }) => (options === set ? [placeOf(instrument, id)] : []));

/** "1 to 6, 9": places as somebody reads them. */
export function placesWords(places: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`))
    .join(", ");
}

/** "question 5", "questions 1 to 6, 9". */
export const questionsWords = (places: readonly number[]): string =>
  `${plural(places.length, "question", "questions")} ${placesWords(places)}`;

/** A name for a new set that none has yet. */
export function freeSetKey({ optionSets }: Pick<Instrument, "optionSets">): string {
  for (let n = 1; ; n++) if (!Object.hasOwn(optionSets, `answers-${n}`)) return `answers-${n}`;
}
