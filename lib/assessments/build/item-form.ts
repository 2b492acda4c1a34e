import { z } from "zod";
import { answerLines, freeSetKey, readAnswers } from "@/lib/assessments/build/answers";
import { MOST_CONDITIONS, readCondition, rowOf } from "@/lib/assessments/build/conditions";
import { placeOf } from "@/lib/assessments/build/places";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { MOST_OF_A_STATEMENT } from "@/lib/assessments/instrument-shape";
import { itemRange } from "@/lib/assessments/item-range";
import { seenFields } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { limits, tooLong } from "@/lib/limits";
import { numberIn } from "@/lib/typed-number";

/** How a question is answered, as a form says it. Yes or no is a choice with a set of its own. */
export const itemKinds = [
  { value: "choice", label: "One of several answers" },
  { value: "yes-no", label: "Yes or no" },
  { value: "integer", label: "A whole number" },
  { value: "decimal", label: "A number" },
  { value: "text", label: "Words" },
  { value: "date", label: "A day" },
  { value: "display", label: "Nothing: it only shows words" },
] as const;

export const YES_NO = "yes-no";
export const yesNo: Instrument["optionSets"][string] = [
  { value: 0, label: "No", codes: [] },
  { value: 1, label: "Yes", codes: [] },
];

const text = z.string().max(MOST_OF_A_STATEMENT + 1);
const list = z.array(z.string().max(2000)).max(60).default([]);

export const itemForm = z.strictObject({
  key: z.string().min(1).max(64),
  /** Empty for a new question. */
  id: z.string().max(64).default(""),
  /** Of a new one: the id after which it goes, "first", or empty for the end. */
  after: z.string().max(64).default(""),
  text: z
    .string()
    .trim()
    .min(1, "Write what is asked, or what is shown.")
    .max(MOST_OF_A_STATEMENT, tooLong("statement")),
  kind: z.enum(itemKinds.map(({ value }) => value)),
  options: z.string().max(64).default(""),
  ownAnswers: text.default(""),
  min: z.string().max(30).default(""),
  max: z.string().max(30).default(""),
  reversed: z.literal("yes").optional(),
  required: z.literal("yes").optional(),
  mayDecline: z.literal("yes").optional(),
  section: z.string().trim().max(limits.itemSection, tooLong("itemSection")).default(""),
  "counts[]": list,
  "conditionItem[]": list,
  "conditionWay[]": list,
  "conditionValue[]": list,
  behavior: z.enum(["all", "any"]).default("all"),
  goOn: z.enum(["save", "next"]).default("save"),
  ...seenFields,
});
export type ItemForm = z.infer<typeof itemForm>;

/** What a form shows of a question, by field: what is compared when two people change the same one. */
export function itemWords(instrument: Instrument, item: Item): Record<string, string> {
  const rows = item.enableWhen.map((condition) => rowOf(instrument, condition));
  return {
    text: item.text ?? "",
    kind: item.options === YES_NO ? "yes-no" : item.kind,
    options: item.options ?? "",
    min: String(item.min ?? ""),
    max: String(item.max ?? ""),
    reversed: item.reversed ? "yes" : "",
    required: item.required ? "yes" : "",
    mayDecline: item.mayDecline ? "yes" : "",
    section: item.section ?? "",
    counts: instrument.scales.flatMap(({ title, items }) => (items.includes(item.id) ? title : [])).join(", "),
    conditions: rows
      .map(({ itemId, way, value }) => `question ${placeOf(instrument, itemId)} ${way} ${value}`.trim())
      .join(item.enableBehavior === "all" ? " and " : " or "),
  };
}

/**
 * The draft with this question as its form says it; `id` is that of a new one, which then stands at the end. Throws Refused with
 * a sentence for each field that does not fit.
 */
export function withItem(instrument: Instrument, form: ItemForm, id: string): Instrument {
  const fields: Record<string, string> = {};
  const before = instrument.items.find((item) => item.id === id);
  const place = before ? placeOf(instrument, id) : placeAfter(instrument, form.after);
  const answers = readSet(instrument, form, fields);
  const bounds = readBounds(form, fields);
  const enableWhen = readConditions(instrument, form, place, fields);
  const kind = form.kind === "yes-no" ? "choice" : form.kind;
  const { options: _set, min: _min, max: _max, section: _section, flag, ...kept } = ruledAs(kind, before, id);
  const isAnsweredAsBefore = before !== undefined && before.options === answers.options;
  const item: Item = {
    ...kept,
    ...bounds,
    ...(answers.options !== undefined && { options: answers.options }),
    ...(form.section && { section: form.section }),
    text: form.text,
    kind,
    required: form.required === "yes" && form.kind !== "display",
    mayDecline: form.mayDecline === "yes" && form.kind !== "display",
    reversed: form.reversed === "yes",
    enableWhen,
    enableBehavior: form.behavior,
    // What was marked stood for other answers.
    critical: isAnsweredAsBefore ? before.critical : [],
    ...(isAnsweredAsBefore && flag && { flag }),
  };
  const optionSets = { ...instrument.optionSets, ...answers.sets };
  const isCountable = itemRange({ ...instrument, optionSets }, item) !== null;
  if (item.reversed && !isCountable)
    fields.reversed = "Only an answer with numbers between two ends can be counted the other way round.";
  if (form["counts[]"].length > 0 && !isCountable)
    fields.counts =
      "A scale counts numbers between two ends: answers that count something, or a number with a least and a most.";
  if (Object.keys(fields).length > 0) throw new Refused("The question is not kept yet. See below.", fields);
  const scales = instrument.scales.map((scale) => counted(instrument, scale, id, form["counts[]"]));
  const items = before ? instrument.items.map((one) => (one.id === id ? item : one)) : [...instrument.items, item];
  return { ...instrument, optionSets, items, scales };
}

const emptyItem = (id: string): Item => ({
  ...{ id, text: null, kind: "choice", required: true, mayDecline: false, reversed: false, keyConfirmed: true },
  ...{ critical: [], enableWhen: [], enableBehavior: "all", codes: [] },
});

/** The question as it was. What ruled how its answer is written goes with a kind that it is not of any more. */
function ruledAs(kind: Item["kind"], before: Item | undefined, id: string): Item {
  if (before === undefined || before.kind === kind) return before ?? emptyItem(id);
  const { earliest: _e, latest: _l, shortest: _s, longest: _m, pattern: _p, example: _x, unit: _u, ...kept } = before;
  return kept;
}

const placeAfter = (instrument: Instrument, after: string): number =>
  after === "first" ? 1 : (after && placeOf(instrument, after)) || instrument.items.length + 1;

/** Questions of a scale stand in the order of the questionnaire. Rules of authors are not changed here. */
function counted(
  { items }: Instrument,
  scale: Instrument["scales"][number],
  id: string,
  chosen: readonly string[],
): Instrument["scales"][number] {
  if (scale.method === "algorithm" || scale.items.includes(id) === chosen.includes(scale.key)) return scale;
  const order = [...items.map((item) => item.id), id];
  const wanted = chosen.includes(scale.key) ? [...scale.items, id] : scale.items.filter((one) => one !== id);
  return { ...scale, items: wanted.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) };
}

function readSet(
  instrument: Instrument,
  form: ItemForm,
  fields: Record<string, string>,
): { options?: string; sets: Instrument["optionSets"] } {
  if (form.kind === "yes-no") return { options: YES_NO, sets: { [YES_NO]: instrument.optionSets[YES_NO] ?? yesNo } };
  if (form.kind !== "choice") return { sets: {} };
  if (form.ownAnswers.trim()) {
    const read = readAnswers([], answerLines(form.ownAnswers));
    const key = freeSetKey(instrument);
    if ("options" in read) return { options: key, sets: { [key]: read.options } };
    fields.ownAnswers = Object.entries(read.problems)
      .map(([at, sentence]) => `Line ${Number(at.split(".")[1]) + 1}: ${sentence}`)
      .join(" ");
    return { sets: {} };
  }
  if (Object.hasOwn(instrument.optionSets, form.options)) return { options: form.options, sets: {} };
  fields.options = "Choose the answers that it offers, or write its own below.";
  return { sets: {} };
}

function readBounds(form: ItemForm, fields: Record<string, string>): { min?: number; max?: number } {
  if (form.kind !== "integer" && form.kind !== "decimal") return {};
  const read = (name: "min" | "max") => {
    const found = numberIn(form[name], { isWhole: form.kind === "integer" });
    if ("problem" in found) fields[name] = found.problem;
    return "value" in found ? found.value : null;
  };
  const [min, max] = [read("min"), read("max")];
  if (min !== null && max !== null && min >= max) fields.max = "The most has to be above the least.";
  return { ...(min !== null && { min }), ...(max !== null && { max }) };
}

function readConditions(
  instrument: Instrument,
  form: ItemForm,
  place: number,
  fields: Record<string, string>,
): Item["enableWhen"] {
  const rows = form["conditionItem[]"].slice(0, MOST_CONDITIONS);
  return rows.flatMap((itemId, i) => {
    if (!itemId) return [];
    const row = { itemId, way: form["conditionWay[]"][i] ?? "", value: form["conditionValue[]"][i] ?? "" };
    const read = readCondition(instrument, row, place);
    if ("condition" in read) return [read.condition];
    fields[`condition.${i}`] = read.problem;
    return [];
  });
}
