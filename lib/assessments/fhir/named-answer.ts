import { type FhirCoding, optionCoding, UNIT, UNIT_OPTION } from "@/lib/assessments/fhir/fhir-names";
import { nodesOf, type Origin, type SourceNode } from "@/lib/assessments/fhir/origin";
import type { Instrument, Item } from "@/lib/assessments/instrument";

export type FhirAnswer =
  | { valueCoding: Partial<FhirCoding> }
  | { valueBoolean: boolean }
  | { valueInteger: number }
  | { valueDecimal: number }
  | { valueQuantity: { value: number; unit?: string; system?: string; code?: string } }
  | { valueString: string }
  | { valueUri: string }
  | { valueDate: string }
  | { valueTime: string };

type Named = { instrument: Instrument; origin: Origin | null; base: string };

function nodeNamed(items: unknown, linkId: string): SourceNode | undefined {
  for (const node of nodesOf(items)) {
    const found = node.linkId === linkId ? node : nodeNamed(node.item, linkId);
    if (found) return found;
  }
  return undefined;
}

/** A chosen answer as the file names it; in the practice's words once those are others. */
function chosenAnswer({ instrument, origin, base }: Named, item: Item, value: number): FhirAnswer | null {
  const of = (one: Instrument | undefined) => one?.optionSets[item.options ?? ""] ?? [];
  const option = of(instrument).find((one) => one.value === value);
  if (!option) return null;
  const before = of(origin?.imported);
  const place = before.findIndex((one) => one.value === value);
  const choice = item.linkId === undefined ? undefined : origin?.choices.get(item.linkId)?.[place];
  if (choice === undefined) return { valueCoding: optionCoding(base, instrument, item, option) };
  if (before[place]?.label === option.label || option.label === null) return choice.answer;
  if ("valueString" in choice.answer) return { valueString: option.label };
  return "valueCoding" in choice.answer
    ? { valueCoding: { ...choice.answer.valueCoding, display: option.label } }
    : choice.answer;
}

function quantity(node: SourceNode, value: number): FhirAnswer {
  const unit = nodesOf(node.extension).find(({ url }) => url === UNIT || url === UNIT_OPTION)?.valueCoding;
  const coding = nodesOf([unit])[0];
  const words = (field: string) => (typeof coding?.[field] === "string" ? { [field]: coding[field] } : {});
  const display = coding?.display ?? coding?.code;
  return {
    valueQuantity: {
      value,
      ...(typeof display === "string" && { unit: display }),
      ...words("system"),
      ...words("code"),
    },
  };
}

/** An answer as FHIR has it: of the type that its question has in its file. Null for a blank. */
export function namedAnswer(all: Named, item: Item, value: number | string | null): FhirAnswer | null {
  if (value === null || value === "") return null;
  const node = item.linkId === undefined ? undefined : nodeNamed(all.origin?.source.item, item.linkId);
  if (item.kind === "choice") {
    if (typeof value !== "number") return null;
    return node?.type === "boolean" ? { valueBoolean: value === 1 } : chosenAnswer(all, item, value);
  }
  if (typeof value === "string") {
    if (item.kind === "date") return { valueDate: value };
    return node?.type === "url" ? { valueUri: value } : { valueString: value };
  }
  if (node?.type === "quantity") return quantity(node, value);
  return item.kind === "integer" ? { valueInteger: value } : { valueDecimal: value };
}
