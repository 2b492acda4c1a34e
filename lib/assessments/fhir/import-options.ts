import {
  answersInList,
  type Choice,
  type Surroundings,
  weightIn,
  weightInFile,
} from "@/lib/assessments/fhir/answer-lists";
import { ITEM_WEIGHT, ORDINAL_VALUES } from "@/lib/assessments/fhir/fhir-names";
import type { FhirAnswerOption, FhirItem } from "@/lib/assessments/fhir/fhir-shape";
import { type Loss, lossOf } from "@/lib/assessments/fhir/import-losses";
import { cut, translationsIn, wordsOf } from "@/lib/assessments/fhir/import-words";
import type { InstrumentSource } from "@/lib/assessments/instrument";
import { MOST_ANSWERS, MOST_OF_A_LABEL } from "@/lib/assessments/instrument-shape";
import { countedOptions, withScores } from "@/lib/assessments/option-score";

type Options = InstrumentSource["optionSets"][string];
type ImportedOptions = { options: Options; choices: Choice[]; losses: Loss[] } | { options: null; why: string };

function fromOption(option: FhirAnswerOption, around: Surroundings): Choice | null {
  const { language } = around;
  const { valueCoding: coding, valueInteger, valueString, valueDate, valueTime } = option;
  if (coding) {
    const { system, code, display } = coding;
    const label = wordsOf(language, display, coding._display) || code;
    if (label === undefined) return null;
    const named = {
      ...(system !== undefined && { system }),
      ...(code !== undefined && { code }),
      ...(display !== undefined && { display }),
    };
    const printed = weightIn(option.extension, coding.extension);
    return { label, answer: { valueCoding: named }, weight: printed ?? weightInFile(system, code, around) };
  }
  const weight = weightIn(option.extension);
  if (valueInteger !== undefined)
    return { label: String(valueInteger), answer: { valueInteger }, weight: weight ?? valueInteger };
  if (valueString !== undefined)
    return { label: wordsOf(language, valueString, option._valueString) ?? "", answer: { valueString }, weight };
  if (valueDate !== undefined) return { label: valueDate, answer: { valueDate }, weight };
  return valueTime === undefined ? null : { label: valueTime, answer: { valueTime }, weight };
}

function extrasOf(option: FhirAnswerOption): string[] {
  const fields = Object.keys(option).filter((field) => !/^_?(value|extension$|id$)/.test(field));
  const extensions = (option.extension ?? [])
    .map(({ url }) => url)
    .filter((url) => !ORDINAL_VALUES.has(url) && url !== ITEM_WEIGHT);
  return [...fields, ...extensions];
}

/** What stands more than once among the answers, in the same words. */
function saidTwice(choices: readonly Choice[]): string[] {
  const labels = choices.map(({ label }) => label.trim()).filter(Boolean);
  const again = new Set(labels.filter((label, i) => labels.indexOf(label) !== i));
  return [...again].map((label) => `“${cut(label, 80)}”`);
}

/** Languages in which answers stand beside the one of the form. */
function otherLanguages(offered: readonly FhirAnswerOption[], { language }: Surroundings): string[] {
  const used = language === null ? null : language.split("-")[0];
  const named = offered
    .flatMap((option) => [...translationsIn(option._valueString), ...translationsIn(option.valueCoding?._display)])
    .filter((one) => one.language === null || one.language.split("-")[0] !== used);
  return [...new Set(named.map((one) => one.language ?? "a language that is not named"))];
}

/** The codes by which a question asks for this answer, and by which others know it. */
function codesOf({ answer }: Choice): NonNullable<Options[number]["codes"]> {
  if (!("valueCoding" in answer)) return [];
  const { system, code } = answer.valueCoding;
  const isKept = code !== undefined && code !== "" && code.length <= 1000 && (system ?? "").length <= 1000;
  return isKept ? [{ code, ...(system && { system }) }] : [];
}

/** Numbers stand for themselves where each is offered once; other answers for what they weigh, or for their place. */
function optionsFrom(choices: readonly Choice[]): Options {
  const worded = choices.map((choice) => ({
    label: cut(choice.label, MOST_OF_A_LABEL).trim() || null,
    codes: codesOf(choice),
    score: choice.weight,
  }));
  const numbers = choices.flatMap(({ answer }) => ("valueInteger" in answer ? [answer.valueInteger] : []));
  if (numbers.length < choices.length || new Set(numbers).size < numbers.length) return countedOptions(worded);
  const scores = worded.map(({ score }) => score);
  return withScores(
    worded.map(({ label, codes }, i) => ({ value: numbers[i] ?? i, label, codes })),
    scores,
  );
}

/** What is printed on the answers, said where the practice has to look. */
function weightLosses(choices: readonly Choice[]): Loss[] {
  const without = choices.filter(({ weight }) => weight === null);
  if (without.length === 0) return [];
  if (without.length === choices.length)
    return [lossOf("to check", "Its answers carry no values, so nothing is scored until you give them some.")];
  const named = without.map(({ label }) => `“${cut(label, 80)}”`).join(", ");
  return [lossOf("to check", `No value stands on ${named}: such an answer counts for nothing.`)];
}

/**
 * The answers of a choice as the file prints them: a missing weight stays missing, equal ones stay equal, and no order is
 * taken for a value.
 */
export function importOptions(item: FhirItem, around: Surroundings): ImportedOptions {
  const offered = item.answerOption?.length === 0 && item.answerValueSet !== undefined ? undefined : item.answerOption;
  if (offered === undefined && item.answerValueSet === undefined)
    return { options: null, why: "it offers no answers." };
  const read = offered?.map((option) => fromOption(option, around)) ?? answersInList(item.answerValueSet ?? "", around);
  if (read === null) {
    return { options: null, why: `its answers are not in the file but elsewhere (${item.answerValueSet}).` };
  }
  if (read.length === 0) return { options: null, why: "it offers no answers." };
  if (read.length > MOST_ANSWERS) {
    return { options: null, why: `it offers ${read.length} answers, and ${MOST_ANSWERS} is our limit.` };
  }
  const choices = read.filter((choice) => choice !== null);
  if (choices.length < read.length)
    return { options: null, why: "one of its answers is of a kind that cannot be kept here." };
  const cut = choices.filter(({ label }) => label.length > MOST_OF_A_LABEL).length;
  const wordless = choices.filter(({ label }) => label.trim() === "").length;
  const twice = saidTwice(choices);
  const extras = new Set((offered ?? []).flatMap(extrasOf));
  const others = otherLanguages(offered ?? [], around);
  return {
    options: optionsFrom(choices),
    choices,
    losses: [
      ...weightLosses(choices),
      ...(twice.length > 0
        ? [
            lossOf(
              "to check",
              `It offers the same answer more than once: ${twice.join(", ")}. Nobody could tell which was meant.`,
            ),
          ]
        : []),
      ...(wordless > 0 ? [lossOf("to check", "One of its answers has no words.")] : []),
      ...(cut > 0
        ? [lossOf("to check", `An answer longer than ${MOST_OF_A_LABEL} letters, our limit, was cut to that length.`)]
        : []),
      ...(others.length > 0
        ? [lossOf("look", `Its answers in other languages are not used here: ${others.join(", ")}.`)]
        : []),
      ...[...extras].map((extra) =>
        extra === "initialSelected"
          ? lossOf("not kept", "The answer that it presets is not chosen here beforehand.")
          : lossOf("look", `“${extra}” of its answers is not used here.`),
      ),
    ],
  };
}
