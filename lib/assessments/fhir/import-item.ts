import type { Choice, Surroundings } from "@/lib/assessments/fhir/answer-lists";
import { MAX_VALUE, MIN_VALUE, UNIT, UNIT_OPTION } from "@/lib/assessments/fhir/fhir-names";
import type { FhirItem } from "@/lib/assessments/fhir/fhir-shape";
import type { Conditions, Imported, ImportedItem } from "@/lib/assessments/fhir/import-conditions";
import { type Loss, leftBehind, lossOf } from "@/lib/assessments/fhir/import-losses";
import { importOptions } from "@/lib/assessments/fhir/import-options";
import { cut, translationsIn, wordsOf, yesAndNo } from "@/lib/assessments/fhir/import-words";
import { importWritten } from "@/lib/assessments/fhir/import-written";
import { MOST_OF_A_STATEMENT } from "@/lib/assessments/instrument-shape";

type ItemResult = (Imported & { losses: Loss[] }) | { item: null; why: string };

const WRITTEN = new Map<string, ImportedItem["kind"]>([
  ["integer", "integer"],
  ["decimal", "decimal"],
  ["quantity", "decimal"],
  ["string", "text"],
  ["text", "text"],
  ["url", "text"],
  ["date", "date"],
  ["display", "display"],
]);
const CHOSEN = new Set(["choice", "open-choice", "integer", "decimal", "string", "text", "date", "time"]);

const HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const FORMULA = /\/(sdc-questionnaire-|questionnaire-|sdf-)?(calculatedExpression|cqf-calculatedValue)$/;
const ASKED_BY_FORMULA = /\/sdc-questionnaire-enableWhenExpression$/;
const ANSWERED_BY_FORMULA = /\/sdc-questionnaire-(answerExpression|candidateExpression)$/;

/** Whether what stands below a question goes with it: it is hidden, asked by a rule, or filled in several times, as that is. */
export const takesAlong = (source: FhirItem): boolean =>
  "modifierExtension" in source ||
  source.repeats === true ||
  (source.extension ?? []).some(
    ({ url, valueBoolean }) => (url === HIDDEN && valueBoolean === true) || ASKED_BY_FORMULA.test(url),
  );

/** Why a question or group cannot be asked here at all; null when nothing stands against it. */
export function whyNeverAsked(source: FhirItem): string | null {
  const has = (url: RegExp) => source.extension?.some((one) => url.test(one.url)) ?? false;
  if ("modifierExtension" in source) return "a modifier changes its meaning in a way that cannot be kept.";
  if (source.repeats === true && source.type === "group") return "it may be filled in several times, and here once.";
  if (source.repeats === true && source.type !== "display")
    return "it takes several answers at once, and here a question has one.";
  if (source.readOnly === true && source.type !== "display") return "its value is worked out, not asked.";
  if (has(FORMULA) && source.type !== "display") return "its value is worked out by a formula, not asked.";
  if (source.extension?.some(({ url, valueBoolean }) => url === HIDDEN && valueBoolean === true))
    return "it is marked as hidden.";
  if (has(ASKED_BY_FORMULA)) return "when it should be asked is a formula that cannot be kept.";
  if (source.item === undefined && has(ANSWERED_BY_FORMULA) && !source.answerOption)
    return "its answers come from a formula that cannot be kept.";
  const units = source.extension?.filter(({ url }) => url === UNIT_OPTION) ?? [];
  if (units.length > 1) return "whoever answers chooses its unit, which cannot be kept.";
  if (source.linkId.length > 1000) return "its linkId is longer than 1,000 letters, which is our limit.";
  return null;
}

function bound(item: FhirItem, url: string): number | undefined {
  const found = item.extension?.find((extension) => extension.url === url);
  const quantity = found?.valueQuantity;
  const inside = typeof quantity === "object" && quantity !== null && "value" in quantity ? quantity.value : undefined;
  return found?.valueInteger ?? found?.valueDecimal ?? (typeof inside === "number" ? inside : undefined);
}

function boundsOf(item: FhirItem): { bounds: { min?: number; max?: number }; losses: Loss[] } {
  const [min, max] = [bound(item, MIN_VALUE), bound(item, MAX_VALUE)];
  if (min !== undefined && max !== undefined && min > max)
    return {
      bounds: {},
      losses: [lossOf("to check", `Its least answer (${min}) lies above its greatest (${max}): neither is kept.`)],
    };
  const isUnread = [MIN_VALUE, MAX_VALUE].some(
    (url, i) => item.extension?.some((one) => one.url === url) && [min, max][i] === undefined,
  );
  return {
    bounds: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    losses: isUnread
      ? [lossOf("not kept", "Its least or greatest answer is not a plain number, and is not checked here.")]
      : [],
  };
}

function unitOf(item: FhirItem): string | undefined {
  const named = (item.extension ?? []).filter(({ url }) => url === UNIT || url === UNIT_OPTION);
  const coding = named[0]?.valueCoding;
  return cut((coding?.display ?? coding?.code ?? "").trim(), 100) || undefined;
}

function wordingOf(source: FhirItem, { language }: Surroundings): { text: string | null; losses: Loss[] } {
  const text = wordsOf(language, source.text, source._text) || null;
  const others = translationsIn(source._text).filter(({ words }) => words !== text);
  const left = [...new Set(others.map((one) => one.language ?? "a language that is not named"))];
  return {
    text,
    losses: [
      ...(text === null ? [lossOf("to check", "It has no words: write them, or it cannot be published.")] : []),
      ...(left.length > 0
        ? [lossOf("look", `Its words in other languages are not used here: ${left.join(", ")}.`)]
        : []),
    ],
  };
}

function codesOf(source: FhirItem): { codes: NonNullable<ImportedItem["codes"]>; losses: Loss[] } {
  const all = source.code ?? [];
  const codes = all.flatMap(({ system, code, display }) =>
    code !== undefined && code !== "" && code.length <= 1000 && (system ?? "").length <= 1000
      ? [{ code, ...(system && { system }), ...(display !== undefined && { display: cut(display, 2000) }) }]
      : [],
  );
  const kept = codes.slice(0, 20);
  const isWhole = kept.length === all.length;
  return {
    codes: kept,
    losses: isWhole ? [] : [lossOf("look", "Not all of its codes are kept: 20 of 1,000 letters are our limit.")],
  };
}

/** One FHIR question in our terms, or why it cannot be one. `id` is the id that it will have here. */
export function importItem(
  source: FhirItem,
  id: string,
  section: string | undefined,
  conditions: Conditions,
  around: Surroundings,
): ItemResult {
  const never = whyNeverAsked(source);
  if (never !== null) return { item: null, why: never };
  const { text, losses: unworded } = wordingOf(source, around);
  if (text !== null && text.length > MOST_OF_A_STATEMENT) {
    const limit = MOST_OF_A_STATEMENT.toLocaleString("en-GB");
    return {
      item: null,
      why: `its words are ${text.length.toLocaleString("en-GB")} letters long, and ${limit} is our limit.`,
    };
  }
  if (text === null && source.type === "display") return { item: null, why: "it only shows words, and has none." };
  const { codes, losses: uncoded } = codesOf(source);
  const losses = [...unworded, ...uncoded, ...leftBehind(source)];
  const common = {
    ...{ id, text, codes, linkId: source.linkId },
    required: source.type !== "display" && source.required === true,
    ...(section !== undefined && { section: cut(section, 300) }),
    ...(conditions.when.length > 0 && { enableWhen: conditions.when, enableBehavior: conditions.behavior }),
  };
  const chosen = (options: Imported["options"], choices: readonly Choice[], more: readonly Loss[]): ItemResult => ({
    item: { ...common, kind: "choice", options: id },
    options,
    choices,
    losses: [...losses, ...more],
  });
  if (source.type === "boolean") {
    const words = yesAndNo(around.language);
    const [yes, no] = words ?? ["Yes", "No"];
    const unsaid = lossOf("to check", "The file does not say yes and no in its language: they stand here in English.");
    const options = [
      { value: 0, label: no },
      { value: 1, label: yes },
    ];
    return chosen(options, [], words === null && around.language !== null ? [unsaid] : []);
  }
  const isOffered = (source.answerOption ?? []).length > 0 || source.answerValueSet !== undefined;
  if (source.type === "choice" || source.type === "open-choice" || (isOffered && CHOSEN.has(source.type))) {
    const imported = importOptions(source, around);
    if (imported.options === null) return { item: null, why: imported.why };
    const isOpen = source.type === "open-choice";
    const open = isOpen
      ? [lossOf("not kept", "An answer in the person’s own words is not taken; the offered ones are.")]
      : [];
    return chosen(imported.options, imported.choices, [...imported.losses, ...open]);
  }
  const kind = WRITTEN.get(source.type);
  if (kind === undefined)
    return { item: null, why: `questions of the type “${cut(source.type, 40)}” cannot be asked here.` };
  if (kind === "date" || kind === "text") {
    const { rule, losses: unkept } = importWritten(source, kind);
    return { item: { ...common, ...rule, kind }, options: undefined, choices: [], losses: [...losses, ...unkept] };
  }
  const isNumber = kind === "integer" || kind === "decimal";
  const { bounds, losses: unbound } = isNumber ? boundsOf(source) : { bounds: {}, losses: [] };
  const unit = isNumber ? unitOf(source) : undefined;
  const isBare = source.type === "quantity" && unit === undefined;
  const unsaid = isBare ? [lossOf("to check", "It asks for a quantity, and the file does not say in which unit.")] : [];
  return {
    item: { ...common, ...bounds, ...(unit !== undefined && { unit }), kind },
    ...{ options: undefined, choices: [], losses: [...losses, ...unbound, ...unsaid] },
  };
}
