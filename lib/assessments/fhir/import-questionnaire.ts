import { criticalRuleOf, proposedValues } from "@/lib/assessments/critical-proposal";
import type { Choice } from "@/lib/assessments/fhir/answer-lists";
import { whyOtherRelease } from "@/lib/assessments/fhir/fhir-release";
import { type FhirQuestionnaireSource, fhirQuestionnaireShape } from "@/lib/assessments/fhir/fhir-shape";
import type { Imported, ImportedItem } from "@/lib/assessments/fhir/import-conditions";
import { groupedLosses, lossLineWords } from "@/lib/assessments/fhir/import-losses";
import { ImportFault, importItems } from "@/lib/assessments/fhir/import-walk";
import { cut, languageTag, wordsOf } from "@/lib/assessments/fhir/import-words";
import { readQuestionnaireText } from "@/lib/assessments/fhir/questionnaire-text";
import { type Instrument, type InstrumentSource, instrumentSchema } from "@/lib/assessments/instrument";
import type { ImportLoss } from "@/lib/assessments/instrument-shape";

type Read = {
  ok: true;
  instrument: Instrument;
  losses: ImportLoss[];
  /** The answers of each question as the file names them, by linkId, in the order of its options. */
  choices: ReadonlyMap<string, readonly Choice[]>;
};
export type ImportResult = Read | { ok: false; sentence: string };

/** A language that nobody has named: pages then say none, and browsers go by the letters. */
const UNKNOWN_LANGUAGE = "und";

function notAQuestionnaire(kind: string): string {
  if (kind === "Bundle")
    return "This file is a Bundle of several resources. Save the Questionnaire in it as a file of its own.";
  return /^[A-Za-z]{1,64}$/.test(kind)
    ? `This file is a FHIR ${kind}, not a Questionnaire.`
    : "This file is not a FHIR Questionnaire.";
}

function readSource(json: unknown): FhirQuestionnaireSource {
  const record = typeof json === "object" && json !== null ? json : {};
  const kind = "resourceType" in record ? String(record.resourceType) : "";
  if (kind !== "Questionnaire") throw new ImportFault(notAQuestionnaire(kind));
  const other = whyOtherRelease({ ...record });
  if (other !== null) throw new ImportFault(other);
  if ("modifierExtension" in record)
    throw new ImportFault("A modifier changes the meaning of this questionnaire in a way that cannot be kept.");
  const read = fhirQuestionnaireShape.safeParse(json);
  if (read.success) return read.data;
  if ("item" in record && Array.isArray(record.item) && record.item.length > 0) {
    const { path = [], message = "" } = read.error.issues[0] ?? {};
    throw new ImportFault(`This is not a whole FHIR R4 Questionnaire: ${path.join(".")}: ${message}.`);
  }
  throw new ImportFault("This questionnaire has no items, so there is nothing in it to ask.");
}

/** What is lost of the questionnaire as a whole. Whatever is not used here still goes back with the file. */
function wholeLosses(source: FhirQuestionnaireSource, language: string | null): ImportLoss[] {
  const check = (isSo: boolean, sentence: string): ImportLoss[] =>
    isSo ? [{ linkId: null, kind: "to check", sentence }] : [];
  const { title = "", description = "", copyright = "", status, language: named } = source;
  const said = named === undefined ? "The file does not say" : `“${cut(named, 40)}” does not say`;
  const extensions = Array.isArray(source.extension) ? source.extension : [];
  return [
    ...check(language === null, `${said} in which language it is written.`),
    ...check(status === "retired", "The file says that it is retired: nobody should start to use it."),
    ...check(source.experimental === true, "The file says that it is only for trials."),
    ...check(title.trim().length > 300, "Its title is longer than 300 letters, our limit, and was cut."),
    ...check(description.trim().length > 2000, "Its description is longer than 2,000 letters, our limit, and was cut."),
    ...check(
      copyright.trim().length > 2000,
      "Its copyright is longer than 2,000 letters, our limit, and was cut here.",
    ),
    ...("implicitRules" in source
      ? check(true, `It follows rules of its own, which are not read: ${source.implicitRules}.`)
      : []),
    ...(extensions.length > 0
      ? [{ linkId: null, kind: "look" as const, sentence: "What it is extended with as a whole is not used here." }]
      : []),
  ];
}

/** A question about dying brings its rule along; the owner looks at it before anything is published. */
function withProposal({ item, options = [] }: Imported): ImportedItem {
  const values = proposedValues(item, options);
  return values.length > 0 ? { ...item, critical: [criticalRuleOf(item, values)] } : item;
}

function nothingToAsk(losses: readonly ImportLoss[], shown: readonly Imported[]): string {
  const reasons = groupedLosses(losses)
    .filter(({ kind }) => kind === "left out")
    .flatMap(({ lines }) => lines.map(lossLineWords));
  const words = shown.flatMap(({ item }) => item.linkId ?? []);
  const only = words.length > 0 ? [`These only show words: ${words.join(", ")}.`] : [];
  const none = only.length + reasons.length === 0 ? ["There is no question in it."] : [];
  return ["Nothing in this questionnaire can be asked here.", ...reasons, ...only, ...none].join(" ");
}

/** Reads parsed JSON into a draft, under `key`. Throws ImportFault where nothing can be made of it. */
function draftFrom(json: unknown, key: string): Read {
  const source = readSource(json);
  const language = languageTag(source.language);
  const around = { language, contained: source.contained ?? [] };
  const { questions, losses: lost } = importItems(source.item, around);
  const losses = [...wholeLosses(source, language), ...lost];
  const items = [...questions.values()];
  const asked = items.filter(({ item }) => item.kind !== "display").length;
  if (asked === 0) throw new ImportFault(nothingToAsk(losses, items));
  const title = wordsOf(language, source.title, source._title) || source.name?.trim() || "Imported questionnaire";
  const draft = instrumentSchema.safeParse({
    key,
    version: 1,
    title: cut(title, 300).trim(),
    purpose:
      cut(wordsOf(language, source.description, source._description) ?? "", 2000).trim() ||
      "Imported. Say here what it is for.",
    minutes: Math.max(1, Math.min(240, Math.round(asked / 5))),
    locale: language ?? UNKNOWN_LANGUAGE,
    direction: "neither",
    layout: "one-page",
    forms: ["now"],
    stems: { now: null },
    items: items.map(withProposal),
    optionSets: Object.fromEntries(items.flatMap(({ item, options }) => (options ? [[item.id, options]] : []))),
    scales: [],
    certainty: { reversals: "unconfirmed", scales: "unconfirmed", scoring: "unconfirmed", figures: "unconfirmed" },
    licence: {
      status: "ask",
      note:
        cut(source.copyright?.trim() ?? "", 2000).trim() ||
        "The file names no licence. Check that your practice may use this wording.",
      wording: "needed",
    },
    validated: false,
    references: source.url ? [cut(`Imported from ${source.url}`, 2000)] : [],
    codes: (source.code ?? []).slice(0, 20).flatMap(({ system, code, display }) =>
      code
        ? [
            {
              code: code.slice(0, 1000),
              ...(system && { system: system.slice(0, 1000) }),
              ...(display && { display: cut(display, 2000) }),
            },
          ]
        : [],
    ),
    origin: { questionnaire: source, losses },
  } satisfies Record<
    keyof Omit<
      InstrumentSource,
      "sensitivity" | "measures" | "combinations" | "criticalSaid" | "keyNote" | "clientTitle"
    >,
    unknown
  >);
  if (!draft.success) {
    const { path = [], message = "" } = draft.error.issues[0] ?? {};
    throw new ImportFault(`This questionnaire contradicts itself at ${path.join(".")}: ${message}`);
  }
  const choices = new Map([...questions].map(([linkId, imported]) => [linkId, imported.choices]));
  return { ok: true, instrument: draft.data, losses, choices };
}

/** Reads the JSON of a FHIR R4 Questionnaire. Never throws for bad input: the sentence says what to do. */
export function importFhirJson(json: unknown, key: string): ImportResult {
  try {
    return draftFrom(json, key);
  } catch (fault) {
    if (fault instanceof ImportFault) return { ok: false, sentence: fault.message };
    throw fault;
  }
}

/**
 * Reads a FHIR R4 Questionnaire (JSON text) into a draft instrument without scales, under `key`. Everything that could not be kept
 * is listed by linkId; a question whose condition cannot be kept is left out rather than always asked. At most 900,000
 * characters, forty nested brackets and 500 questions. Never throws for bad input: the sentence says what to do.
 */
export function importFhirQuestionnaire(text: string, key: string): ImportResult {
  const read = readQuestionnaireText(text);
  return read.ok ? importFhirJson(read.json, key) : read;
}
