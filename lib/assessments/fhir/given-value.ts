import { optionCoding } from "@/lib/assessments/fhir/fhir-names";
import { type FhirAnswer, namedAnswer } from "@/lib/assessments/fhir/named-answer";
import type { Origin } from "@/lib/assessments/fhir/origin";
import type { GivenAnswer } from "@/lib/assessments/fhir/response-shape";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";

type Read = { value: number | string } | { why: string };
type Named = { instrument: Instrument; origin: Origin | null; base: string };

/** Whether a file means an answer that is offered. A system that one of the two leaves out is no other system. */
function isSame(given: GivenAnswer, offered: FhirAnswer): boolean {
  if ("valueCoding" in offered) {
    const { system, code } = offered.valueCoding;
    const theirs = given.valueCoding;
    if (theirs === undefined || (theirs.code ?? theirs.display) !== (code ?? offered.valueCoding.display)) return false;
    return theirs.system === undefined || system === undefined || theirs.system === system;
  }
  if ("valueBoolean" in offered) return given.valueBoolean === offered.valueBoolean;
  if ("valueInteger" in offered) return given.valueInteger === offered.valueInteger;
  if ("valueString" in offered) return given.valueString === offered.valueString;
  if ("valueDate" in offered) return given.valueDate === offered.valueDate;
  return "valueTime" in offered && given.valueTime === offered.valueTime;
}

function chosen(all: Named, item: Item, given: GivenAnswer): Read {
  const options = all.instrument.optionSets[item.options ?? ""] ?? [];
  const fitting = options.filter((option) => {
    const offered = namedAnswer(all, item, option.value);
    const own = { valueCoding: optionCoding(all.base, all.instrument, item, option) };
    return (offered !== null && isSame(given, offered)) || isSame(given, own);
  });
  // Some files give one code to two answers: then the words tell which.
  const exact = fitting.filter((option) => {
    const offered = namedAnswer(all, item, option.value);
    if (offered === null) return false;
    return !("valueCoding" in offered) || offered.valueCoding.display === given.valueCoding?.display;
  });
  const [only, other] = exact.length > 0 ? exact : fitting;
  // An answer that a file offers twice in the same words is one answer, as long as it counts the same.
  const isOne = exact.every((one) => only !== undefined && scoreOf(one) === scoreOf(only));
  if (only !== undefined && (other === undefined || (exact.length > 0 && isOne))) return { value: only.value };
  const said = given.valueCoding?.display ?? given.valueCoding?.code ?? given.valueString ?? "this";
  return {
    why: other === undefined ? `“${said}” is not among its answers.` : `“${said}” may be several of its answers.`,
  };
}

/** What an answer of a file is to a question here, or why it is none. */
export function readGivenValue(all: Named, item: Item, given: GivenAnswer): Read {
  if (item.kind === "choice") return chosen(all, item, given);
  if (item.kind === "date")
    return given.valueDate === undefined ? { why: "it asks for a day." } : { value: given.valueDate };
  if (item.kind === "text") {
    const words = given.valueString ?? given.valueUri;
    return words === undefined || words === "" ? { why: "it asks for words." } : { value: words };
  }
  const unit = given.valueQuantity?.unit?.trim();
  if (unit !== undefined && item.unit !== undefined && unit !== item.unit && given.valueQuantity?.code !== item.unit)
    return { why: `it is answered in ${unit}, and asked in ${item.unit}.` };
  const number = given.valueInteger ?? given.valueDecimal ?? given.valueQuantity?.value;
  return number === undefined ? { why: "it asks for a number." } : { value: number };
}
