import type { FhirEnableWhen } from "@/lib/assessments/fhir/fhir-shape";
import type { InstrumentSource } from "@/lib/assessments/instrument";

export type ImportedItem = InstrumentSource["items"][number];
export type Conditions = { when: NonNullable<ImportedItem["enableWhen"]>; behavior: "all" | "any" };

/** What earlier questions became, by their linkId. */
type Known = ReadonlyMap<string, { item: ImportedItem; options: InstrumentSource["optionSets"][string] | undefined }>;

function wantedValue(
  condition: FhirEnableWhen,
  source: { item: ImportedItem; options: InstrumentSource["optionSets"][string] | undefined },
) {
  if (condition.operator === "exists") return condition.answerBoolean;
  if (condition.answerBoolean !== undefined) return source.options ? Number(condition.answerBoolean) : undefined;
  if (condition.answerCoding) {
    const { system, code } = condition.answerCoding;
    const matches = source.options?.filter((option) =>
      option.codes?.some((kept) => kept.code === code && (system === undefined || kept.system === system)),
    );
    return matches?.length === 1 ? matches[0]?.value : undefined;
  }
  const number = condition.answerInteger ?? condition.answerDecimal;
  if (number !== undefined) {
    if (source.options === undefined) return number;
    return source.options.find((option) => option.label === String(number))?.value;
  }
  const words = condition.answerString ?? condition.answerDate;
  return source.options && words !== undefined ? source.options.find((option) => option.label === words)?.value : words;
}

/** Conditions of one item in our terms; null when one of them cannot be kept, so that the item must not be shown at all. */
export function importConditions(
  source: readonly FhirEnableWhen[],
  behavior: "all" | "any" | undefined,
  known: Known,
): Conditions | null {
  const when: Conditions["when"] = [];
  for (const condition of source) {
    const target = known.get(condition.question);
    const value = target ? wantedValue(condition, target) : undefined;
    if (target === undefined || value === undefined) return null;
    when.push({ itemId: target.item.id, operator: condition.operator, value });
  }
  return { when, behavior: behavior ?? "all" };
}

/** A question inside a conditional group is asked when both hold; null when all-of and any-of cannot be said in one list. */
export function bothConditions(group: Conditions, own: Conditions): Conditions | null {
  if (group.when.length === 0) return own;
  if (own.when.length === 0) return group;
  const isAll = (conditions: Conditions) => conditions.behavior === "all" || conditions.when.length === 1;
  const when = [...group.when, ...own.when];
  return isAll(group) && isAll(own) && when.length <= 20 ? { when, behavior: "all" } : null;
}
