import { MOST_CONDITIONS } from "@/lib/assessments/build/conditions";
import type { Choice } from "@/lib/assessments/fhir/answer-lists";
import type { FhirEnableWhen } from "@/lib/assessments/fhir/fhir-shape";
import type { InstrumentSource } from "@/lib/assessments/instrument";

export type ImportedItem = InstrumentSource["items"][number];
export type Imported = {
  item: ImportedItem;
  options: InstrumentSource["optionSets"][string] | undefined;
  /** As the file offers them, in the order of the options; empty for what is written down, and for yes and no. */
  choices: readonly Choice[];
};
export type Conditions = { when: NonNullable<ImportedItem["enableWhen"]>; behavior: "all" | "any" };
/** Conditions in our terms, or why they cannot be said, so that the item must not be shown at all. */
export type ReadConditions = Conditions | { why: string };

/** What earlier questions became, by their linkId, and which linkIds stand anywhere in the file. */
export type Known = { questions: ReadonlyMap<string, Imported>; all: ReadonlySet<string> };

const valueAt = ({ options }: Imported, place: number) => (place < 0 ? undefined : options?.[place]?.value);

/** An answer by its code. A system that one of the two leaves out is no other system, as long as one answer alone fits. */
function codedValue(source: Imported, { system, code }: { system?: string | undefined; code?: string | undefined }) {
  const coded = source.choices.map(({ answer }) => ("valueCoding" in answer ? answer.valueCoding : undefined));
  const exact = coded.findIndex((one) => one?.code === code && one?.system === system);
  if (exact >= 0) return valueAt(source, exact);
  const near = coded.filter((one) => one?.code === code && (system === undefined || one?.system === undefined));
  return near.length === 1 ? valueAt(source, coded.indexOf(near[0])) : undefined;
}

function wantedValue(condition: FhirEnableWhen, source: Imported): number | string | boolean | undefined {
  if (condition.operator === "exists") return condition.answerBoolean;
  const { answerBoolean, answerCoding } = condition;
  const isYesNo = source.options !== undefined && source.choices.length === 0;
  if (answerBoolean !== undefined) return isYesNo ? Number(answerBoolean) : undefined;
  if (answerCoding) return codedValue(source, answerCoding);
  const number = condition.answerInteger ?? condition.answerDecimal ?? condition.answerQuantity?.value;
  const words = condition.answerString ?? condition.answerDate ?? condition.answerTime;
  if (source.options === undefined) return number ?? words;
  return valueAt(
    source,
    source.choices.findIndex(({ answer }) => {
      if ("valueInteger" in answer) return answer.valueInteger === number;
      if ("valueString" in answer) return answer.valueString === words;
      if ("valueDate" in answer) return answer.valueDate === words;
      return "valueTime" in answer && answer.valueTime === words;
    }),
  );
}

/** Greater and less are asked of numbers and days; of an answer that is chosen only where the answers are numbers. */
const canOrder = ({ item, options, choices }: Imported): boolean =>
  options === undefined
    ? item.kind !== "text"
    : choices.length > 0 && choices.every(({ answer }) => "valueInteger" in answer);

const inWords = (linkId: string) => `“${linkId}”`;

/** Conditions of one item in our terms, or why one of them cannot be kept. */
export function importConditions(
  source: readonly FhirEnableWhen[],
  behavior: "all" | "any" | undefined,
  { questions, all }: Known,
): ReadConditions {
  const when: Conditions["when"] = [];
  if (source.length > MOST_CONDITIONS)
    return { why: `it has ${source.length} conditions, and ${MOST_CONDITIONS} is our limit.` };
  for (const condition of source) {
    const target = questions.get(condition.question);
    if (target === undefined) return { why: whyUnknown(condition.question, all) };
    const value = wantedValue(condition, target);
    const isOrder = /[<>]/.test(condition.operator);
    if (value === undefined || (typeof value === "string" && value.length > 500) || (isOrder && !canOrder(target)))
      return { why: `it asks for an answer that ${inWords(condition.question)} does not offer.` };
    when.push({ itemId: target.item.id, operator: condition.operator, value });
  }
  // FHIR joins conditions by “or” where a file says nothing, which it ought to.
  return { when, behavior: behavior ?? (when.length > 1 ? "any" : "all") };
}

const whyUnknown = (linkId: string, all: ReadonlySet<string>): string =>
  all.has(linkId)
    ? `it depends on ${inWords(linkId)}, which is not asked here before it.`
    : `it depends on ${inWords(linkId)}, which is not in the file.`;

/** A question inside a conditional group is asked when both hold. All of some and any of others cannot be said in one list. */
export function bothConditions(group: ReadConditions, own: ReadConditions): ReadConditions {
  if ("why" in group) return group;
  if ("why" in own || group.when.length === 0) return own;
  if (own.when.length === 0) return group;
  const isAll = (conditions: Conditions) => conditions.behavior === "all" || conditions.when.length === 1;
  const when = [...group.when, ...own.when];
  if (!isAll(group) || !isAll(own))
    return { why: "it is asked when any of some conditions and all of others hold, which cannot be said here." };
  return when.length > MOST_CONDITIONS
    ? { why: `it has ${when.length} conditions, and ${MOST_CONDITIONS} is our limit.` }
    : { when, behavior: "all" };
}
