import { answerKey } from "@/lib/assessments/answer-key";
import { isOfForm } from "@/lib/assessments/asked-forms";
import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";
import { writtenFault } from "@/lib/assessments/written-rule";
import { boundsWords } from "@/lib/typed-number";

export type AnswerProblem = {
  kind: "unknown item" | "unknown form" | "answered twice" | "out of range" | "required missing" | "nothing answered";
  itemId: string | null;
  form: string | null;
  sentence: string;
};

const LONGEST_TEXT = 5000;

function isRealDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Why a value is no answer to a question, as a sentence that says what would be one; null when it is. */
function faultOf(instrument: Instrument, item: Item, value: number | string): string | null {
  const isWritten = item.kind === "text" || item.kind === "date";
  if (!fits(instrument, item, value))
    return item.kind === "integer" || item.kind === "decimal"
      ? `One answer is not what its question asks for: ${boundsWords({ least: item.min, most: item.max, isWhole: item.kind === "integer" })}`
      : "One answer is not among the answers offered. Please choose it again.";
  return isWritten && typeof value === "string" && value !== "" ? writtenFault(item, value) : null;
}

function fits(instrument: Instrument, item: Item, value: number | string): boolean {
  if (item.kind === "choice") {
    const options = item.options === undefined ? [] : (instrument.optionSets[item.options] ?? []);
    return options.some((option) => option.value === value);
  }
  if (item.kind === "text") return typeof value === "string" && value.length <= LONGEST_TEXT;
  if (item.kind === "date") return typeof value === "string" && isRealDate(value);
  if (item.kind === "display" || typeof value !== "number" || !Number.isFinite(value)) return false;
  if (item.kind === "integer" && !Number.isInteger(value)) return false;
  return value >= (item.min ?? -Infinity) && value <= (item.max ?? Infinity);
}

function missing(instrument: Instrument, item: Item, answers: readonly Answer[], form: Form): boolean {
  if (!item.required || item.kind === "display" || !isEnabled(instrument, item, answers, form)) return false;
  const given = answers.find((answer) => answer.itemId === item.id && answer.form === form);
  if (given === undefined) return true;
  return (given.value === null && !item.mayDecline) || given.value === "";
}

/**
 * Everything that stands between these answers and a submission, each with a sentence a person can act on; an empty list
 * means that they can be submitted. With `draft`, required questions may still be open. `answers` may come from outside:
 * their item, form and value are checked, not trusted.
 */
export function validateAnswers(
  instrument: Instrument,
  answers: readonly { itemId: string; form: string; value: number | string | null }[],
  draft = false,
): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const seen = new Set<string>();
  const known: Answer[] = [];
  for (const { itemId, form, value } of answers) {
    const add = (kind: AnswerProblem["kind"], sentence: string) => problems.push({ kind, itemId, form, sentence });
    const item = instrument.items.find((candidate) => candidate.id === itemId);
    const ownForm = instrument.forms.find((candidate) => candidate === form);
    if (item === undefined || item.kind === "display")
      add("unknown item", "One answer belongs to a question that is not part of this questionnaire.");
    else if (ownForm === undefined || !isOfForm(item, ownForm))
      add("unknown form", "One answer belongs to a part that this questionnaire does not have.");
    else if (seen.has(answerKey(ownForm, itemId)))
      add("answered twice", "One question came with two answers. Please choose one.");
    else {
      const fault = value === null ? null : faultOf(instrument, item, value);
      if (fault === null) known.push({ itemId, form: ownForm, value });
      else add("out of range", fault);
    }
    if (ownForm) seen.add(answerKey(ownForm, itemId));
  }
  if (draft) return problems;
  if (known.every((answer) => answer.value === null)) {
    const sentence = "Nothing is answered yet. Answer at least one question before you send it.";
    return [...problems, { kind: "nothing answered", itemId: null, form: null, sentence }];
  }
  for (const form of instrument.forms) {
    for (const item of instrument.items) {
      if (missing(instrument, item, known, form)) {
        const sentence = item.mayDecline
          ? "This question is still open. Choose an answer, or choose not to answer it."
          : "This question still needs an answer.";
        problems.push({ kind: "required missing", itemId: item.id, form, sentence });
      }
    }
  }
  return problems;
}
