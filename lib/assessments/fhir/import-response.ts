import { isOfForm } from "@/lib/assessments/asked-forms";
import { linkId } from "@/lib/assessments/fhir/fhir-names";
import { readGivenValue } from "@/lib/assessments/fhir/given-value";
import { cut } from "@/lib/assessments/fhir/import-words";
import { nodesOf, type Origin, originOf, type SourceNode } from "@/lib/assessments/fhir/origin";
import { readQuestionnaireText } from "@/lib/assessments/fhir/questionnaire-text";
import { whyOtherQuestionnaire } from "@/lib/assessments/fhir/response-canonical";
import {
  ACCEPTED_STATUS,
  fhirResponseShape,
  type GivenAnswer,
  type ResponseNode,
  responseNode,
} from "@/lib/assessments/fhir/response-shape";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";
import { validateAnswers } from "@/lib/assessments/validate-answers";

export type ResponseImport =
  | {
      ok: true;
      answers: Answer[];
      /** An instant, or a day where the file names no time. */
      authored: string;
      /** What stands in the file and has no place here, in sentences. */
      losses: string[];
    }
  | { ok: false; sentence: string };

type Asked = { item: Item; form: Form };

/** Every question by the name that a response gives it. */
const questionsByName = (instrument: Instrument): Map<string, Asked> =>
  new Map(
    instrument.forms.flatMap((form) =>
      instrument.items
        .filter((item) => item.kind !== "display" && isOfForm(item, form))
        .map((item): [string, Asked] => [linkId(instrument, form, item.id), { item, form }]),
    ),
  );

function byName(items: unknown, found: Map<string, SourceNode> = new Map()): Map<string, SourceNode> {
  for (const node of nodesOf(items)) {
    if (typeof node.linkId === "string") found.set(node.linkId, node);
    byName(node.item, found);
  }
  return found;
}

/** A Bundle with one response in it, as we hand one out, or the response alone. */
function responseIn(json: unknown): { found: unknown } | { sentence: string } {
  const record = nodesOf([json])[0];
  const kind = String(record?.resourceType ?? "");
  if (kind !== "Bundle") {
    if (kind === "QuestionnaireResponse") return { found: json };
    return /^[A-Za-z]{1,64}$/.test(kind)
      ? { sentence: `This file is a FHIR ${kind}, not a QuestionnaireResponse.` }
      : { sentence: "This file is not a FHIR QuestionnaireResponse." };
  }
  const held = nodesOf(record?.entry)
    .map(({ resource }) => resource)
    .filter((one) => nodesOf([one])[0]?.resourceType === "QuestionnaireResponse");
  if (held.length === 1) return { found: held[0] };
  return { sentence: `This Bundle holds ${held.length} QuestionnaireResponses. Bring in one at a time.` };
}

/** A day, or a moment with its zone; null for what names neither, such as a year alone. */
function authoredIn(written: string | undefined): string | null {
  if (written === undefined) return null;
  const isWhole = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(written);
  const read = new Date(written.length === 10 ? `${written}T00:00:00Z` : written);
  if (!isWhole || Number.isNaN(read.getTime())) return null;
  const isRealDay = new Date(`${written.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(written.slice(0, 10));
  return isRealDay ? written : null;
}

type Reading = {
  instrument: Instrument;
  origin: Origin | null;
  base: string;
  answers: Answer[];
  faults: string[];
  losses: string[];
};

function readNodes(
  nodes: readonly ResponseNode[],
  asked: ReadonlyMap<string, Asked>,
  inFile: ReadonlyMap<string, SourceNode>,
  reading: Reading,
): void {
  for (const node of nodes) {
    const given = node.answer ?? [];
    const question = asked.get(node.linkId);
    if (given.length > 0) readGiven(node, question, inFile, reading);
    const below = [...(node.item ?? []), ...given.flatMap(({ item }) => item ?? [])];
    readNodes(
      below.flatMap((one) => responseNode.safeParse(one).data ?? []),
      asked,
      inFile,
      reading,
    );
  }
}

/** Words that somebody wrote where others choose; null for an answer by its code. */
function ownWords(given: GivenAnswer | undefined): string | null {
  const { code, display } = given?.valueCoding ?? {};
  const words = given?.valueString ?? (code === undefined ? display : undefined);
  return words?.trim() || null;
}

function readGiven(
  { linkId: name, answer = [] }: ResponseNode,
  question: Asked | undefined,
  inFile: ReadonlyMap<string, SourceNode>,
  reading: Reading,
): void {
  const { answers, faults, losses } = reading;
  if (question === undefined) {
    if (inFile.has(name)) losses.push(`${name} is answered in the file, and not asked here.`);
    else faults.push(`${name} is no question of this questionnaire.`);
    return;
  }
  const { item, form } = question;
  const [only, second] = answer;
  if (second !== undefined) {
    faults.push(`${name} has ${answer.length} answers, and takes one.`);
    return;
  }
  const read = readGivenValue(reading, item, only ?? {});
  const own = inFile.get(name)?.type === "open-choice" ? ownWords(only) : null;
  if ("why" in read && own !== null)
    losses.push(`${name} is answered in the person’s own words, which have no place here: “${cut(own, 200)}”.`);
  else if ("why" in read) faults.push(`${name}: ${read.why}`);
  else if (answers.some((one) => one.itemId === item.id && one.form === form))
    faults.push(`${name} is answered twice.`);
  else if (validateAnswers(reading.instrument, [{ itemId: item.id, form, value: read.value }], true).length > 0)
    faults.push(`${name}: the answer lies outside of what may be answered.`);
  else answers.push({ itemId: item.id, form, value: read.value });
}

/**
 * Reads a FHIR R4 QuestionnaireResponse (JSON text) as answers to this version of a questionnaire. What belongs to another
 * questionnaire or version, is not finished, or answers what is not offered is refused with the names of all that do not fit.
 */
export function importFhirResponse(text: string, instrument: Instrument, base: string): ResponseImport {
  const parsed = readQuestionnaireText(text);
  if (!parsed.ok) return parsed;
  const within = responseIn(parsed.json);
  if ("sentence" in within) return { ok: false, sentence: within.sentence };
  const read = fhirResponseShape.safeParse(within.found);
  if (!read.success) {
    const { path = [], message = "" } = read.error.issues[0] ?? {};
    return { ok: false, sentence: `This is not a whole FHIR R4 QuestionnaireResponse: ${path.join(".")}: ${message}.` };
  }
  const { status, questionnaire, authored: written, item } = read.data;
  if (!ACCEPTED_STATUS.has(status))
    return { ok: false, sentence: `These answers are marked “${status}” and not completed, so they are not taken.` };
  const origin = originOf(instrument);
  const other = whyOtherQuestionnaire(instrument, origin, base, questionnaire);
  if (other !== null) return { ok: false, sentence: other };
  const authored = authoredIn(written);
  if (authored === null)
    return { ok: false, sentence: "The file does not say on which day it was answered (“authored”)." };
  const reading: Reading = { instrument, origin, base, answers: [], faults: [], losses: [] };
  const asked = questionsByName(instrument);
  readNodes(
    item.flatMap((one) => responseNode.safeParse(one).data ?? []),
    asked,
    byName(origin?.source.item),
    reading,
  );
  const { answers, faults, losses } = reading;
  if (faults.length > 0)
    return { ok: false, sentence: `These answers do not fit the questionnaire. ${faults.join(" ")}` };
  if (answers.length === 0) return { ok: false, sentence: "None of the questions is answered in this file." };
  const open = validateAnswers(instrument, answers).filter(({ kind }) => kind === "required missing");
  const names = open.flatMap(({ itemId, form }) =>
    [...asked].flatMap(([name, one]) => (one.item.id === itemId && one.form === form ? [name] : [])),
  );
  if (names.length > 0) losses.push(`Without an answer, though one is asked for: ${names.join(", ")}.`);
  return { ok: true, answers, authored, losses };
}
