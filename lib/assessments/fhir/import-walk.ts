import type { Surroundings } from "@/lib/assessments/fhir/answer-lists";
import { type FhirItem, fhirItemShape } from "@/lib/assessments/fhir/fhir-shape";
import {
  bothConditions,
  type Imported,
  importConditions,
  type ReadConditions,
} from "@/lib/assessments/fhir/import-conditions";
import { importItem, whyNeverAsked } from "@/lib/assessments/fhir/import-item";
import { leftBehind, lossOf } from "@/lib/assessments/fhir/import-losses";
import { wordsOf } from "@/lib/assessments/fhir/import-words";
import type { ImportLoss } from "@/lib/assessments/instrument-shape";

/** A fault for which the whole file has to be refused. */
export class ImportFault extends Error {}

const MOST_ITEMS = 500;

type Walk = {
  around: Surroundings;
  /** What can be asked, in order, by its linkId. */
  questions: Map<string, Imported>;
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
  const who = linkId === null ? "An item without a linkId was left out" : "Left out";
  walk.losses.push({
    linkId,
    kind: "left out",
    sentence: `${who}: it is not as FHIR R4 has it at ${where}: ${message}.`,
  });
  const below = typeof source === "object" && source !== null && "item" in source ? source.item : [];
  if (Array.isArray(below)) importChildren(below, undefined, { why: `what it stands under was left out.` }, walk);
  return null;
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
  const conditions = bothConditions(outer, importConditions(item.enableWhen ?? [], item.enableBehavior, walk));
  const below = item.item ?? [];
  if (item.type === "group") {
    const never = whyNeverAsked(item);
    if (never === null) for (const loss of leftBehind(item)) lose(loss);
    if (never !== null) lose(lossOf("left out", `Left out with what stands in it: ${never}`));
    const title = [section, wordsOf(walk.around.language, item.text, item._text)].filter(Boolean).join(" / ");
    if (title.length > 300)
      lose(lossOf("not kept", "The titles of its parts are longer than 300 letters, our limit, and were cut."));
    const inside = never === null ? conditions : { why: `it stands in “${linkId}”, which was left out.` };
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
      for (const loss of losses) lose(loss);
      if (walk.questions.size > MOST_ITEMS)
        throw new ImportFault(`This questionnaire asks and shows more than ${MOST_ITEMS} things, which is our limit.`);
    }
  }
  importChildren(below, section, conditions, walk);
}

/** Everything in a file that can be asked here, in order, and all that was lost on the way. */
export function importItems(
  items: readonly unknown[],
  around: Surroundings,
): { questions: ReadonlyMap<string, Imported>; losses: ImportLoss[] } {
  const walk: Walk = { around, questions: new Map(), all: linkIdsIn(items), ids: new Set(), losses: [] };
  importChildren(items, undefined, { when: [], behavior: "all" }, walk);
  return walk;
}
