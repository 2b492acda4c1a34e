import { asSentence, placeOf, questionWords } from "@/lib/assessments/build/places";
import type { Instrument, Item, Option } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";
import { isLocalDate } from "@/lib/time/local-date";
import { numberIn } from "@/lib/typed-number";

type Condition = Item["enableWhen"][number];

/** What a condition may ask of an earlier answer, as a form says it. */
export const conditionWays = [
  { value: "answered", label: "is answered" },
  { value: "unanswered", label: "is left out" },
  { value: "=", label: "is" },
  { value: "!=", label: "is not" },
  { value: ">=", label: "is at least" },
  { value: "<=", label: "is at most" },
  { value: ">", label: "is more than" },
  { value: "<", label: "is less than" },
] as const;

/** As many as one question has, made here or imported: a form that showed fewer would take the others away. */
export const MOST_CONDITIONS = 20;

/** One row of the form: the question, the way and the answer as typed. */
export type ConditionRow = { itemId: string; way: string; value: string };

/** A condition as the form shows it; an answer stands with its words. */
export function rowOf(instrument: Instrument, { itemId, operator, value }: Condition): ConditionRow {
  if (operator === "exists") return { itemId, way: value === false ? "unanswered" : "answered", value: "" };
  const wanted = typeof value === "boolean" ? Number(value) : value;
  const label = answersOf(instrument, itemId).find((one) => one.value === wanted)?.label;
  return { itemId, way: operator, value: label ?? String(wanted) };
}

const answersOf = (instrument: Instrument, itemId: string) =>
  instrument.optionSets[instrument.items.find(({ id }) => id === itemId)?.options ?? ""] ?? [];

/** The condition of a row, or a sentence that says what does not fit. `before`: the place of the question that has it. */
export function readCondition(
  instrument: Instrument,
  row: ConditionRow,
  before: number,
): { condition: Condition } | { problem: string } {
  const source = instrument.items.find(({ id }) => id === row.itemId);
  if (!source) return { problem: "The question that it depends on is not in the draft any more. Choose another." };
  const about = questionWords(instrument, source.id);
  if (placeOf(instrument, source.id) >= before)
    return { problem: `${asSentence(about)} does not come before this one. Move it up first.` };
  if (source.kind === "display") return { problem: `${asSentence(about)} only shows words, so nobody answers it.` };
  const { itemId } = row;
  if (row.way === "answered" || row.way === "unanswered")
    return { condition: { itemId, operator: "exists", value: row.way === "answered" } };
  const operator = (["=", "!=", ">=", "<=", ">", "<"] as const).find((one) => one === row.way);
  if (!operator) return { problem: "Choose what its answer has to be." };
  const value = readAnswer(instrument, source, row.value.trim(), operator === "=" || operator === "!=");
  return "problem" in value ? value : { condition: { itemId, operator, value: value.read } };
}

function readAnswer(
  instrument: Instrument,
  source: Item,
  typed: string,
  isSame: boolean,
): { read: number | string } | { problem: string } {
  const about = questionWords(instrument, source.id);
  if (typed === "")
    return { problem: `${source.kind === "choice" ? "Choose" : "Write"} which answer to ${about} it takes.` };
  if (source.kind === "choice") {
    const options = answersOf(instrument, source.id);
    const found =
      options.find(({ label }) => label?.toLowerCase() === typed.toLowerCase()) ??
      options.find(({ value }) => String(value) === typed);
    if (found && !isSame && !goUp(options))
      return {
        problem: `The answers of ${about} do not go up one by one in what they count: choose “is” or “is not”, once for each answer.`,
      };
    if (found) return { read: found.value };
    const offered = options.map(({ value, label }) => label ?? String(value)).join(", ");
    return { problem: `${asSentence(about)} offers: ${offered}. Choose one of them.` };
  }
  if (source.kind === "integer" || source.kind === "decimal") {
    const bounds = { least: source.min, most: source.max, isWhole: source.kind === "integer" };
    const read = numberIn(typed, bounds);
    if ("problem" in read) return { problem: `${asSentence(about)}: ${read.problem}` };
    return read.value === null ? { problem: "Write a number." } : { read: read.value };
  }
  if (source.kind === "date")
    return isLocalDate(typed) ? { read: typed } : { problem: "Write the day as year, month, day: 2026-03-31." };
  return isSame ? { read: typed } : { problem: `${asSentence(about)} is answered in words: choose “is” or “is not”.` };
}

/** Whether more of an answer counts more, so that "at least" means what it says: one that counts for nothing is neither. */
const goUp = (options: readonly Option[]): boolean => {
  const scores = options.toSorted((a, b) => a.value - b.value).map(scoreOf);
  return scores.every((score, i) => score !== null && (i === 0 || score >= (scores[i - 1] ?? score)));
};

/** "only after “Often” to question 3", for the list of questions. */
export function conditionWords(instrument: Instrument, { enableWhen, enableBehavior }: Item): string | null {
  if (enableWhen.length === 0) return null;
  const parts = enableWhen.map((condition) => {
    const { itemId, way, value } = rowOf(instrument, condition);
    const place = placeOf(instrument, itemId);
    const words = conditionWays.find((one) => one.value === way)?.label ?? `is ${way}`;
    return `question ${place} ${words}${value === "" ? "" : ` “${value}”`}`;
  });
  return `Asked only if ${parts.join(enableBehavior === "all" ? " and " : " or ")}`;
}
