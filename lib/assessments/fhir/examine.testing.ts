import { isEnabled } from "@/lib/assessments/enabled";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { importFhirResponse } from "@/lib/assessments/fhir/import-response";
import { nodesOf, type SourceNode } from "@/lib/assessments/fhir/origin";
import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import { readQuestionnaireText } from "@/lib/assessments/fhir/questionnaire-text";
import { exportedQuestionnaire } from "@/lib/assessments/fhir/way-back";
import type { Answer, Instrument, Item } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";
import { readPlainPattern } from "@/lib/assessments/plain-pattern";
import { validateAnswers } from "@/lib/assessments/validate-answers";

/** One questionnaire taken through import, answer, export and compare. Every list is empty where all is well. */
export type Examined = {
  outcome: "draft" | "refused";
  /** Why it was refused. */
  sentence: string;
  /** Questions in the file, those asked here, and those named as left out. */
  questions: number;
  asked: number;
  leftOut: number;
  /** Questions that are neither asked nor named as left out. */
  silent: string[];
  /** Answers that count another number than the file prints. */
  misweighed: string[];
  answered: number;
  /** What differs between the file and what goes back. */
  differs: string[];
  /** What of the answers does not fit the file, or does not come back. */
  misanswered: string[];
};

const BASE = "https://practice.example/fhir";
const WEIGHT = /(ordinalValue|itemWeight|iso21090-CO-value|extension-score)$/;

type Placed = { node: SourceNode; path: string };

/** Every item with the names above it. */
function placed(items: unknown, above = ""): Placed[] {
  return nodesOf(items).flatMap((node) => {
    const path = `${above}>${String(node.linkId)}`;
    return [{ node, path }, ...placed(node.item, path)];
  });
}

/** The same text for the same content, whatever the order of its fields. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const fields = Object.entries(value).filter(([, of]) => of !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => `${JSON.stringify(name)}:${canonicalText(of)}`)
    .join(",")}}`;
}

const fieldsOf = (node: SourceNode): Record<string, unknown> => {
  const { item: _below, ...own } = node;
  return own;
};

function differences(source: SourceNode, back: SourceNode): string[] {
  const head = new Set([...Object.keys(source), ...Object.keys(back)]);
  head.delete("item");
  const found = [...head].filter((field) => canonicalText(source[field]) !== canonicalText(back[field]));
  const [theirs, ours] = [placed(source.item), placed(back.item)];
  if (canonicalText(theirs.map(({ path }) => path)) !== canonicalText(ours.map(({ path }) => path)))
    return [...found, "names, groups or their order"];
  for (const [i, { node, path }] of theirs.entries()) {
    const other = ours[i]?.node;
    if (other && canonicalText(fieldsOf(node)) !== canonicalText(fieldsOf(other))) found.push(path);
  }
  return found;
}

/** An answer for every question that is asked, one after another, so that conditions open what they open. */
export function filledIn(instrument: Instrument, pick: (item: Item, most: number) => number): Answer[] {
  const answers: Answer[] = [];
  for (const item of instrument.items) {
    if (item.kind === "display" || !isEnabled(instrument, item, answers, "now")) continue;
    answers.push({ itemId: item.id, form: "now", value: anAnswer(instrument, item, pick) });
  }
  return answers;
}

function anAnswer(instrument: Instrument, item: Item, pick: (item: Item, most: number) => number): number | string {
  if (item.kind === "text") return wordsFor(item);
  if (item.kind === "date") return [item.earliest ?? "", item.latest ?? "2026-03-01", "2026-03-01"].sort()[1] ?? "";
  const options = instrument.optionSets[item.options ?? ""] ?? [];
  if (item.kind === "choice") return options[pick(item, options.length)]?.value ?? 0;
  const least = item.min ?? Math.min(1, item.max ?? 1);
  const whole = item.kind === "integer" ? Math.ceil(least) : least;
  return Math.min(whole, item.max ?? whole);
}

/** Words as long as they are asked for; where they have a form, its shortest. */
function wordsFor({ pattern, shortest = 1, longest }: Item): string {
  const [way] = (pattern && readPlainPattern(pattern)) || [];
  if (way) return way.map(({ fits, least }) => (LETTERS.find((one) => fits.test(one)) ?? "").repeat(least)).join("");
  const words = "Some words".padEnd(shortest, ".");
  return longest === undefined ? words : words.slice(0, longest).trim();
}
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).concat(" ");

/** Concepts that the file’s own code systems hold, however deep. */
const conceptsIn = (resource: SourceNode): SourceNode[] => {
  const below = (one: SourceNode): SourceNode[] => [one, ...nodesOf(one.concept).flatMap(below)];
  return nodesOf(resource.concept).flatMap(below);
};

/** What the file prints on an answer, or on its code where the code system is inside; read apart from the importer. */
const printedOn = (option: SourceNode, contained: readonly SourceNode[]): unknown => {
  const coding = nodesOf([option.valueCoding])[0];
  const concept = contained
    .filter(({ resourceType, url }) => resourceType === "CodeSystem" && url !== undefined && url === coding?.system)
    .flatMap(conceptsIn)
    .find(({ code }) => code === coding?.code);
  const found = [
    ...[...nodesOf(option.extension), ...nodesOf(coding?.extension), ...nodesOf(concept?.extension)],
    ...nodesOf(concept?.property).filter(({ code }) => /^(itemWeight|ordinalValue)$/.test(String(code))),
  ].find(({ url, code }) => WEIGHT.test(String(url)) || code !== undefined);
  return (
    found?.valueDecimal ?? found?.valueInteger ?? (typeof option.valueInteger === "number" ? option.valueInteger : null)
  );
};

function misweighed(instrument: Instrument, all: readonly Placed[], contained: readonly SourceNode[]): string[] {
  return all.flatMap(({ node }) => {
    const item = instrument.items.find(({ linkId }) => linkId === node.linkId);
    const offered = nodesOf(node.answerOption);
    if (!item || offered.length === 0) return [];
    const counted = (instrument.optionSets[item.options ?? ""] ?? []).map(scoreOf);
    return canonicalText(counted) === canonicalText(offered.map((one) => printedOn(one, contained)))
      ? []
      : [String(node.linkId)];
  });
}

function misanswered(instrument: Instrument, all: readonly Placed[], answers: readonly Answer[]): string[] {
  const record = { id: "r", patientId: "p", authored: "2026-04-01T10:00:00Z", completed: true, answers };
  const response = toFhirQuestionnaireResponse(instrument, record, BASE);
  const paths = new Set(all.map(({ path }) => path));
  const strange = (items: unknown, above = ""): string[] =>
    nodesOf(items).flatMap((node) => {
      const path = `${above}>${String(node.linkId)}`;
      const below = [...nodesOf(node.item), ...nodesOf(node.answer).flatMap((one) => nodesOf(one.item))];
      return [...(paths.has(path) ? [] : [path]), ...strange(below, path)];
    });
  const back = importFhirResponse(JSON.stringify(response), instrument, BASE);
  const sorted = (list: readonly Answer[]) => canonicalText([...list].map((one) => canonicalText(one)).sort());
  if (!back.ok) return [...strange(response.item), back.sentence];
  return [...strange(response.item), ...(sorted(back.answers) === sorted(answers) ? [] : ["other answers come back"])];
}

const wordsIn = (text: unknown): string => (typeof text === "string" ? text.trim().slice(0, 60) : "");

const NOT_ASKED = new Set(["group", "display"]);

/** Takes the text of one file through everything. `pick` chooses among so many answers. */
export function examineQuestionnaire(text: string, pick: (item: Item, most: number) => number = () => 0): Examined {
  const read = readQuestionnaireText(text);
  const source = nodesOf([read.ok ? read.json : null])[0] ?? {};
  const all = placed(source.item);
  const questions = all.filter(({ node }) => !NOT_ASKED.has(String(node.type)));
  const none = { questions: questions.length, asked: 0, leftOut: 0, answered: 0 };
  const well = { silent: [], misweighed: [], differs: [], misanswered: [] };
  const result = importFhirQuestionnaire(text, "imported");
  if (!result.ok) return { outcome: "refused", sentence: result.sentence, ...none, ...well };
  const { instrument, losses } = result;
  const leftOut = losses.filter(({ kind }) => kind === "left out");
  const named = new Set(leftOut.map(({ linkId }) => linkId));
  // What has no linkId is named by its words.
  const nameless = leftOut.filter(({ linkId }) => linkId === null).map(({ sentence }) => sentence);
  const isNamed = ({ linkId, text }: SourceNode) =>
    typeof linkId === "string"
      ? named.has(linkId)
      : nameless.some((sentence) => sentence.includes(wordsIn(text) || "without a linkId"));
  const isAsked = (linkId: unknown) =>
    instrument.items.some((item) => item.linkId === linkId && item.kind !== "display");
  const answers = filledIn(instrument, pick);
  const invalid = validateAnswers(instrument, answers).map(({ itemId, sentence }) => `${itemId}: ${sentence}`);
  const exported = nodesOf([JSON.parse(JSON.stringify(exportedQuestionnaire(instrument, BASE)))])[0] ?? {};
  return {
    outcome: "draft",
    sentence: "",
    questions: questions.length,
    asked: questions.filter(({ node }) => isAsked(node.linkId)).length,
    leftOut: questions.filter(({ node }) => isNamed(node)).length,
    silent: questions.flatMap(({ node }) => (isAsked(node.linkId) || isNamed(node) ? [] : [String(node.linkId)])),
    misweighed: misweighed(instrument, all, nodesOf(source.contained)),
    answered: answers.length,
    differs: differences(source, exported),
    misanswered: [...invalid, ...misanswered(instrument, all, answers)],
  };
}
