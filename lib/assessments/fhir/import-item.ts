import { MAX_VALUE, MIN_VALUE } from "@/lib/assessments/fhir/fhir-names";
import type { FhirItem } from "@/lib/assessments/fhir/fhir-shape";
import type { Conditions, ImportedItem } from "@/lib/assessments/fhir/import-conditions";
import { importOptions } from "@/lib/assessments/fhir/import-options";
import type { InstrumentSource } from "@/lib/assessments/instrument";

type Options = InstrumentSource["optionSets"][string];
type ItemResult = { item: ImportedItem; options: Options | undefined; notes: string[] } | { item: null; why: string };

const KEPT = new Set([
  "linkId",
  "type",
  "text",
  "code",
  "required",
  "repeats",
  "answerOption",
  "answerValueSet",
  "enableWhen",
  "enableBehavior",
  "extension",
  "item",
  "id",
]);

const YES_NO: Options = [
  { value: 0, label: "No" },
  { value: 1, label: "Yes" },
];

const NUMBERS_AND_WORDS = new Map<string, ImportedItem["kind"]>([
  ["integer", "integer"],
  ["decimal", "decimal"],
  ["string", "text"],
  ["text", "text"],
  ["date", "date"],
  ["display", "display"],
]);

const HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const ENABLE_WHEN_EXPRESSION = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

/** Fields and extensions of an item that have no place here, one note each, so that none is dropped in silence. */
export function leftBehind(item: FhirItem): string[] {
  const fields = Object.keys(item).filter((field) => !KEPT.has(field));
  const extensions = (item.extension ?? []).filter(({ url }) => url !== MIN_VALUE && url !== MAX_VALUE);
  return [
    ...fields.map((field) => `“${field}” is not kept.`),
    ...extensions.map(({ url }) => `The extension ${url} is not kept.`),
  ];
}

/** Why a question or group cannot be asked here at all; null when nothing stands against it. */
export function whyNeverAsked(source: FhirItem): string | null {
  if ("modifierExtension" in source) return "a modifier changes its meaning in a way that cannot be kept.";
  if (source.repeats === true) return "it takes several answers at once, and here a question has one.";
  if (source.readOnly === true) return "its value is worked out, not asked.";
  const hidden = source.extension?.some(({ url, valueBoolean }) => url === HIDDEN && valueBoolean === true);
  if (hidden) return "it is marked as hidden.";
  const formula = source.extension?.some(({ url }) => url === ENABLE_WHEN_EXPRESSION);
  return formula ? "when it should be asked is a formula that cannot be kept." : null;
}

function bound(item: FhirItem, url: string): number | undefined {
  const found = item.extension?.find((extension) => extension.url === url);
  return found?.valueInteger ?? found?.valueDecimal;
}

/** One FHIR question in our terms, or why it cannot be one. `id` is the id that it will have here. */
export function importItem(
  source: FhirItem,
  id: string,
  section: string | undefined,
  conditions: Conditions,
  contained: readonly unknown[],
): ItemResult {
  const never = whyNeverAsked(source);
  if (never !== null) return { item: null, why: never };
  const notes = leftBehind(source);
  const text = source.text?.trim();
  const codes = (source.code ?? []).flatMap(({ system, code, display }) =>
    system !== undefined && code !== undefined
      ? [{ system, code, ...(display !== undefined && { display: display.slice(0, 500) }) }]
      : [],
  );
  if (codes.length < (source.code ?? []).length) notes.push("A code without a system is not kept.");
  if (text !== undefined && text.length > 2000)
    return { item: null, why: "its wording is longer than 2,000 characters." };
  if (text === undefined || text === "") notes.push("It has no wording.");
  const common = {
    id,
    text: text === undefined || text === "" ? null : text,
    required: source.type !== "display" && source.required === true,
    ...(section !== undefined && { section: section.slice(0, 300) }),
    ...(conditions.when.length > 0 && { enableWhen: conditions.when, enableBehavior: conditions.behavior }),
    // The original linkId stays with the question, because ours may be spelt differently.
    codes: [...codes.slice(0, 19), { system: "urn:nearer:fhir-link-id", code: source.linkId.slice(0, 100) }],
  };
  if (source.type === "boolean") return { item: { ...common, kind: "choice", options: id }, options: YES_NO, notes };
  if (source.type === "choice" || source.type === "open-choice") {
    const imported = importOptions(source, contained);
    if (imported.options === null) return { item: null, why: imported.why };
    if (source.type === "open-choice") notes.push("The free “other” answer is not kept; the offered answers are.");
    return {
      item: { ...common, kind: "choice", options: id },
      options: imported.options,
      notes: [...notes, ...imported.notes],
    };
  }
  const kind = NUMBERS_AND_WORDS.get(source.type);
  if (kind === undefined)
    return { item: null, why: `questions of the type “${source.type.slice(0, 40)}” cannot be asked here.` };
  const [min, max] = [bound(source, MIN_VALUE), bound(source, MAX_VALUE)];
  const bounds =
    kind === "integer" || kind === "decimal"
      ? { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
      : {};
  return { item: { ...common, ...bounds, kind }, options: undefined, notes };
}
