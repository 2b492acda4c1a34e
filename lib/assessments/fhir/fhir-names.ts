import type { Form, Instrument, Item, Option } from "@/lib/assessments/instrument";

export const ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
export const ITEM_WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight";
/** Where the number of an answer has stood over the years. */
export const ORDINAL_VALUES: ReadonlySet<string> = new Set([
  ORDINAL_VALUE,
  "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
  "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
  "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
  "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
  "http://fhir.org/guides/argonaut-questionnaire/StructureDefinition/extension-score",
]);
export const MIN_VALUE = "http://hl7.org/fhir/StructureDefinition/minValue";
export const MAX_VALUE = "http://hl7.org/fhir/StructureDefinition/maxValue";
export const MIN_LENGTH = "http://hl7.org/fhir/StructureDefinition/minLength";
export const REGEX = "http://hl7.org/fhir/StructureDefinition/regex";
export const ENTRY_FORMAT = "http://hl7.org/fhir/StructureDefinition/entryFormat";
export const UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
export const UNIT_OPTION = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
export const CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

export type FhirCoding = { system?: string; code: string; display?: string };

/** Canonical address of an instrument; `base` is the practice's own address, without a slash at the end. */
export function questionnaireUrl(base: string, instrument: Instrument): string {
  return `${base}/Questionnaire/${instrument.key}`;
}

/** The linkId of a question on one form; with a single form it is its name in the file it came from, or its own id. */
export function linkId(instrument: Instrument, form: Form, itemId: string): string {
  const name = instrument.items.find(({ id }) => id === itemId)?.linkId ?? itemId;
  return instrument.forms.length === 1 ? name : `${form}.${name}`;
}

/** An answer as a code: a LOINC answer where it has one, else a code of our own that is its value. */
export function optionCoding(base: string, instrument: Instrument, item: Item, option: Option): FhirCoding {
  const own = {
    system: `${base}/CodeSystem/${instrument.key}-${item.options ?? "answers"}`,
    code: String(option.value),
  };
  const kept = option.codes[0];
  const display = option.label ?? kept?.display;
  const named = kept ? { ...(kept.system !== undefined && { system: kept.system }), code: kept.code } : own;
  return { ...named, ...(display !== undefined && { display }) };
}

/** Codes as FHIR codings. */
export function codings(codes: Instrument["codes"]): FhirCoding[] {
  return codes.map(({ system, code, display }) => ({
    ...(system !== undefined && { system }),
    code,
    ...(display !== undefined && { display }),
  }));
}
