import { ITEM_WEIGHT, ORDINAL_VALUES } from "@/lib/assessments/fhir/fhir-names";
import {
  type FhirConcept,
  type FhirExtension,
  fhirCodeSystemShape,
  fhirValueSetShape,
} from "@/lib/assessments/fhir/fhir-shape";
import { inLanguage, languageTag, wordsOf } from "@/lib/assessments/fhir/import-words";

/** An answer as a file offers it: what it says, how a response names it, and what it weighs there. */
export type Choice = {
  label: string;
  answer:
    | { valueCoding: { system?: string; code?: string; display?: string } }
    | { valueString: string }
    | { valueInteger: number }
    | { valueDate: string }
    | { valueTime: string };
  weight: number | null;
};

/** What the file says around an item that reading it needs. */
export type Surroundings = { language: string | null; contained: readonly unknown[] };

/** What stands printed on an answer, wherever the file wrote it. Never made up. */
export function weightIn(...lists: (readonly FhirExtension[] | undefined)[]): number | null {
  const found = lists.flatMap((list) => list ?? []).find(({ url }) => url === ITEM_WEIGHT || ORDINAL_VALUES.has(url));
  return found?.valueDecimal ?? found?.valueInteger ?? null;
}

/** Lists that files only point to: LOINC's four answers of the PHQ and GAD with their printed 0 to 3, and two of FHIR's own. */
const LOINC = "http://loinc.org";
const V2_YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136";
const GENDER = "http://hl7.org/fhir/administrative-gender";
const listed = (system: string, code: string, label: string, weight: number | null = null): Choice => ({
  label,
  answer: { valueCoding: { system, code, display: label } },
  weight,
});
const KNOWN: Readonly<Record<string, readonly Choice[]>> = {
  "http://loinc.org/vs/LL358-3": [
    listed(LOINC, "LA6568-5", "Not at all", 0),
    listed(LOINC, "LA6569-3", "Several days", 1),
    listed(LOINC, "LA6570-1", "More than half the days", 2),
    listed(LOINC, "LA6571-9", "Nearly every day", 3),
  ],
  "http://hl7.org/fhir/ValueSet/yesnodontknow": [
    listed(V2_YES_NO, "Y", "Yes"),
    listed(V2_YES_NO, "N", "No"),
    listed("http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-unknown", "Don’t know"),
  ],
  "http://hl7.org/fhir/ValueSet/administrative-gender": [
    listed(GENDER, "male", "Male"),
    listed(GENDER, "female", "Female"),
    listed(GENDER, "other", "Other"),
    listed(GENDER, "unknown", "Unknown"),
  ],
};

/** A list by its address; a version behind a bar is another edition of the same list. */
const knownList = (address: string): readonly Choice[] | null => {
  const [plain = ""] = address.split("|");
  return Object.hasOwn(KNOWN, plain) ? (KNOWN[plain] ?? null) : null;
};

const flat = (concepts: readonly FhirConcept[] | undefined): FhirConcept[] =>
  (concepts ?? []).flatMap((one) => [
    ...(one.abstract === true ? [] : [one]),
    ...flat(one.contains),
    ...flat(one.concept),
  ]);

function weightOf({ extension, property }: Pick<FhirConcept, "extension" | "property">): number | null {
  const weighed = property?.find(({ code }) => /^(itemWeight|ordinalValue)$/.test(code));
  return weightIn(extension) ?? weighed?.valueDecimal ?? weighed?.valueInteger ?? null;
}

function choiceOf(one: FhirConcept, system: string | undefined, { language }: Surroundings): Choice[] {
  const offered = (one.designation ?? []).map((name) => ({
    language: languageTag(name.language),
    words: name.value,
  }));
  const label = inLanguage(language, offered) ?? wordsOf(language, one.display, one._display) ?? one.code;
  if (label === undefined) return [];
  const from = one.system ?? system;
  return [
    {
      label,
      answer: {
        valueCoding: {
          ...(from !== undefined && { system: from }),
          ...(one.code !== undefined && { code: one.code }),
          ...(one.display !== undefined && { display: one.display }),
        },
      },
      weight: weightOf(one),
    },
  ];
}

const sameCode = (a: Choice, b: Choice): boolean =>
  "valueCoding" in a.answer &&
  "valueCoding" in b.answer &&
  a.answer.valueCoding.code === b.answer.valueCoding.code &&
  a.answer.valueCoding.system === b.answer.valueCoding.system;

type Chosen = { system?: string | undefined; concept?: FhirConcept[] | undefined };

const heldSystem = (system: string | undefined, { contained }: Surroundings): FhirConcept[] =>
  flat(
    contained
      .flatMap((resource) => fhirCodeSystemShape.safeParse(resource).data ?? [])
      .find(({ url }) => url === system)?.concept,
  );

/** A concept with what the file’s own code system says of it: words and weights may stand there alone. */
function withHeld(one: FhirConcept, system: string | undefined, around: Surroundings): FhirConcept {
  return { ...heldSystem(one.system ?? system, around).find(({ code }) => code === one.code), ...one };
}

/** What a code system inside the file says that an answer weighs. */
export const weightInFile = (system: string | undefined, code: string | undefined, around: Surroundings) =>
  code === undefined ? null : weightOf(heldSystem(system, around).find((one) => one.code === code) ?? {});

/** All of a code system that the file holds, or those of its concepts that are named. */
function named({ system, concept }: Chosen, around: Surroundings): Choice[] {
  if (concept === undefined) return heldSystem(system, around).flatMap((one) => choiceOf(one, system, around));
  return concept.flatMap((one) => choiceOf(withHeld(one, system, around), system, around));
}

/** A list inside the file, by its id there or by its own address. */
function heldList(reference: string, { contained }: Surroundings) {
  const [plain] = reference.split("|");
  return contained
    .flatMap((resource) => fhirValueSetShape.safeParse(resource).data ?? [])
    .find(({ id, url }) =>
      reference.startsWith("#") ? id === reference.slice(1) : url !== undefined && url === plain,
    );
}

/** The answers of a value set, from inside the file or from the lists known here; null when they are elsewhere. */
export function answersInList(reference: string, around: Surroundings): Choice[] | null {
  const set = heldList(reference, around);
  if (!set) return [...(knownList(reference) ?? [])].length > 0 ? [...(knownList(reference) ?? [])] : null;
  const { contains, total } = set.expansion ?? {};
  const expanded = flat(contains).flatMap((one) => choiceOf(withHeld(one, undefined, around), undefined, around));
  // What is cut short, chosen by a rule, or from another list, is not all there: part of a list would be a wrong list.
  if (expanded.length > 0 && (total === undefined || total <= countOf(contains))) return expanded;
  const { include = [], exclude = [] } = set.compose ?? {};
  if ([...include, ...exclude].some(({ filter, valueSet }) => (filter ?? []).length > 0 || (valueSet ?? []).length > 0))
    return null;
  const without = exclude.flatMap((one) => named(one, around));
  const parts = include.map((one) => named(one, around));
  if (parts.some((part) => part.length === 0)) return null;
  const choices = parts.flat().filter((one) => !without.some((other) => sameCode(one, other)));
  return choices.length > 0 ? choices : null;
}

const countOf = (concepts: readonly FhirConcept[] | undefined): number =>
  (concepts ?? []).reduce((sum, one) => sum + 1 + countOf(one.contains), 0);
