import type { Surroundings } from "@/lib/assessments/fhir/answer-lists";
import { type FhirItem, fhirItemShape } from "@/lib/assessments/fhir/fhir-shape";
import {
  bothConditions,
  type Imported,
  importConditions,
  type ReadConditions,
} from "@/lib/assessments/fhir/import-conditions";
import { importItem, takesAlong, whyNeverAsked } from "@/lib/assessments/fhir/import-item";
import { leftBehind, lossOf } from "@/lib/assessments/fhir/import-losses";
import { cut, wordsOf } from "@/lib/assessments/fhir/import-words";
import type { ImportLoss } from "@/lib/assessments/instrument-shape";

/** A fault for which the whole file has to be refused. */
export class ImportFault extends Error {}

const MOST_ITEMS = 500;

type Walk = {
  around: Surroundings;
  /** What can be asked, in order, by its linkId. */
  questions: Map<string, Imported>;
  /** The conditions under which each of them stands, besides its own. */
  under: Map<string, ReadConditions>;
  all: ReadonlySet<string>;
  ids: Set<string>;
  losses: ImportLoss[];
};

/** An id in our alphabet that nobody else has, as close to the linkId as it can be. */
function ownId(linkId: string, taken: Set<string>): string {
  const trim = (text: string) => text.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
  const plain = trim(trim(linkId.replace(/[^A-Za-z0-9._-]+/g, "-")).slice(0, 56)) || "item";
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  taken.add(id);
  return id;
}

/** Every linkId of the file. Two questions under one name could never be told apart again. */
function linkIdsIn(items: readonly unknown[], found: Set<string> = new Set()): Set<string> {
  for (const item of items) {
    if (typeof item !== "object" || item === null) continue;
    if ("linkId" in item && typeof item.linkId === "string") {
      if (found.has(item.linkId))
        throw new ImportFault(
          `The linkId ${item.linkId} appears twice, which FHIR forbids: answers could not be told apart.`,
        );
      found.add(item.linkId);
    }
    if ("item" in item && Array.isArray(item.item)) linkIdsIn(item.item, found);
  }
  return found;
}

/** An item that is not as FHIR has it is left out by itself, with what stands below it. */
function readItem(source: unknown, walk: Walk): FhirItem | null {
  const parsed = fhirItemShape.safeParse(source);
  if (parsed.success) return parsed.data;
  const { path = [], message = "" } = parsed.error.issues[0] ?? {};
  const linkId =
    typeof source === "object" && source !== null && "linkId" in source && typeof source.linkId === "string"
      ? source.linkId
      : null;
  const where = path.join(".") || "item";
  const who = linkId === null ? `An item without a linkId was left out${inItsWords(source)}` : "Left out";
  walk.losses.push({
    linkId,
    kind: "left out",
    sentence: `${who}: it is not as FHIR R4 has it at ${where}: ${message}.`,
  });
  const below = typeof source === "object" && source !== null && "item" in source ? source.item : [];
  if (Array.isArray(below)) importChildren(below, undefined, { why: `what it stands under was left out.` }, walk);
  return null;
}

/** What has no name can be found by its words. */
function inItsWords(source: unknown): string {
  const text = typeof source === "object" && source !== null && "text" in source ? source.text : null;
  return typeof text === "string" && text.trim() !== "" ? ` (“${cut(text.trim(), 80)}”)` : "";
}

function importChildren(
  sources: readonly unknown[],
  section: string | undefined,
  outer: ReadConditions,
  walk: Walk,
): void {
  for (const source of sources) {
    const item = readItem(source, walk);
    if (item !== null) importOne(item, section, outer, walk);
  }
}

function importOne(item: FhirItem, section: string | undefined, outer: ReadConditions, walk: Walk): void {
  const { linkId } = item;
  const lose = (loss: Omit<ImportLoss, "linkId">) => walk.losses.push({ linkId, ...loss });
  const conditions = conditionsOf(item, outer, walk);
  const below = item.item ?? [];
  const count = item.enableWhen?.length ?? 0;
  if (!("why" in conditions) && count > 1 && item.enableBehavior === undefined)
    lose(lossOf("to check", oneIsEnough(count)));
  if (item.type === "group") {
    const never = whyNeverAsked(item);
    if (never === null) for (const loss of leftBehind(item)) lose(loss);
    if (never !== null) lose(lossOf("left out", `Left out with what stands in it: ${never}`));
    const title = [section, wordsOf(walk.around.language, item.text, item._text)].filter(Boolean).join(" / ");
    if (title.length > 300)
      lose(lossOf("not kept", "The titles of its parts are longer than 300 letters, our limit, and were cut."));
    const inside = never === null ? conditions : standsIn(linkId);
    importChildren(below, title === "" ? undefined : title, inside, walk);
    return;
  }
  if ("why" in conditions) lose(lossOf("left out", `Left out: ${conditions.why}`));
  else {
    const result = importItem(item, ownId(linkId, walk.ids), section, conditions, walk.around);
    if (result.item === null) lose(lossOf("left out", `Left out: ${result.why}`));
    else {
      const { losses, ...imported } = result;
      walk.questions.set(linkId, imported);
      walk.under.set(linkId, outer);
      for (const loss of losses) lose(loss);
      if (walk.questions.size > MOST_ITEMS)
        throw new ImportFault(`This questionnaire asks and shows more than ${MOST_ITEMS} things, which is our limit.`);
    }
  }
  const isClosed = !("why" in conditions) && takesAlong(item);
  importChildren(below, section, isClosed ? standsIn(linkId) : conditions, walk);
}

/**
 * When an item is asked: by its own conditions and those around it. Its own are enough where they need an answer of a question
 * that stands under the same ones, for that is only asked when those hold.
 */
function conditionsOf(
  { enableWhen = [], enableBehavior }: FhirItem,
  outer: ReadConditions,
  walk: Walk,
): ReadConditions {
  const own = importConditions(enableWhen, enableBehavior, walk);
  const both = bothConditions(outer, own);
  if (!("why" in both) || "why" in outer || "why" in own) return both;
  const needsOuter = enableWhen.map(
    ({ question, operator, answerBoolean }) =>
      operator !== "!=" && !(operator === "exists" && answerBoolean === false) && walk.under.get(question) === outer,
  );
  const isImplied = own.behavior === "all" ? needsOuter.some(Boolean) : needsOuter.every(Boolean);
  return isImplied ? own : both;
}

const oneIsEnough = (count: number): string =>
  `It has ${count} conditions, and the file does not say whether one or all of them are needed: here one is enough.`;

const standsIn = (linkId: string): ReadConditions => ({ why: `it stands in “${linkId}”, which was left out.` });

/** Everything in a file that can be asked here, in order, and all that was lost on the way. */
export function importItems(
  items: readonly unknown[],
  around: Surroundings,
): { questions: ReadonlyMap<string, Imported>; losses: ImportLoss[] } {
  const walk: Walk = {
    around,
    questions: new Map(),
    under: new Map(),
    all: linkIdsIn(items),
    ids: new Set(),
    losses: [],
  };
  importChildren(items, undefined, { when: [], behavior: "all" }, walk);
  return walk;
}
