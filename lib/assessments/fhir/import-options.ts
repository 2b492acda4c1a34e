import { ITEM_WEIGHT, ORDINAL_VALUE } from "@/lib/assessments/fhir/fhir-names";
import {
  type FhirAnswerOption,
  type FhirExtension,
  type FhirItem,
  fhirValueSetShape,
} from "@/lib/assessments/fhir/fhir-shape";
import type { InstrumentSource } from "@/lib/assessments/instrument";

type Options = InstrumentSource["optionSets"][string];
type Choice = { label: string; system: string | undefined; code: string | undefined; weight: number | null };

type ImportedOptions = { options: Options; notes: string[] } | { options: null; why: string };

function weightOf(...lists: (readonly unknown[] | undefined)[]): number | null {
  const all = lists.flatMap((list) => (list ?? []) as FhirExtension[]);
  const found = all.find((entry) => entry.url === ORDINAL_VALUE || entry.url === ITEM_WEIGHT);
  return found?.valueDecimal ?? found?.valueInteger ?? null;
}

function fromOption(option: FhirAnswerOption): Choice | null {
  const { valueCoding: coding, valueInteger: integer, valueString, valueDate, valueTime } = option;
  if (coding) {
    const label = coding.display ?? coding.code;
    return label === undefined
      ? null
      : { label, system: coding.system, code: coding.code, weight: weightOf(option.extension, coding.extension) };
  }
  const label = integer !== undefined ? String(integer) : (valueString ?? valueDate ?? valueTime);
  if (label === undefined) return null;
  return { label, system: undefined, code: undefined, weight: weightOf(option.extension) ?? integer ?? null };
}

function fromValueSet(reference: string, contained: readonly unknown[]): Choice[] | null {
  if (!reference.startsWith("#")) return null;
  const sets = contained.flatMap((resource) => fhirValueSetShape.safeParse(resource).data ?? []);
  const set = sets.find((candidate) => candidate.id === reference.slice(1));
  const expanded = set?.expansion?.contains ?? [];
  const composed = (set?.compose?.include ?? []).flatMap(({ system, concept }) =>
    (concept ?? []).map((entry) => ({ ...entry, system: entry.system ?? system })),
  );
  const choices = (expanded.length > 0 ? expanded : composed).map((entry) => ({
    label: entry.display ?? entry.code,
    system: entry.system,
    code: entry.code,
    weight: weightOf(entry.extension),
  }));
  return choices.length > 0 ? choices : null;
}

function extrasOf(option: FhirAnswerOption): string[] {
  const fields = Object.keys(option).filter(
    (field) => !field.startsWith("value") && field !== "extension" && field !== "id",
  );
  const extensions = (option.extension ?? [])
    .map(({ url }) => url)
    .filter((url) => url !== ORDINAL_VALUE && url !== ITEM_WEIGHT);
  return [...fields, ...extensions];
}

/** The answers of a choice, with the scores printed on them, or numbered in order where none are, which a note then says. */
export function importOptions(item: FhirItem, contained: readonly unknown[]): ImportedOptions {
  if (item.answerOption === undefined && item.answerValueSet === undefined)
    return { options: null, why: "it offers no answers." };
  const read = item.answerOption?.map(fromOption) ?? fromValueSet(item.answerValueSet ?? "", contained);
  if (read === null)
    return {
      options: null,
      why: "its answers are kept elsewhere, or in a form that cannot be read. Only a value set inside the file can be.",
    };
  if (read.length === 0) return { options: null, why: "it offers no answers." };
  const choices = read.filter((choice) => choice !== null);
  if (choices.length < read.length)
    return { options: null, why: "one of its answers is of a kind that cannot be kept." };
  const weights = choices.map((choice) => choice.weight);
  const scored = weights.every((weight) => weight !== null) && new Set(weights).size === weights.length;
  const options = choices.map(({ label, system, code, weight }, i) => ({
    value: scored ? (weight ?? i) : i,
    label: label.trim() === "" ? null : label.slice(0, 500),
    codes: system !== undefined && code !== undefined ? [{ system, code }] : [],
  }));
  const extras = new Set((item.answerOption ?? []).flatMap(extrasOf));
  const notes = [...extras].map((extra) => `“${extra}” of its answers is not kept.`);
  if (scored) return { options, notes };
  const why = weights.every((weight) => weight === null)
    ? "carry no scores"
    : "carry scores that are incomplete or repeated";
  return {
    options,
    notes: [
      ...notes,
      `Its answers ${why}, so they are numbered from 0 in the order given. Check them before you score it.`,
    ],
  };
}
