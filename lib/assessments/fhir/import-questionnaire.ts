import { criticalRuleOf, proposedValues } from "@/lib/assessments/critical-proposal";
import { type FhirItem, fhirItemShape, fhirQuestionnaireShape } from "@/lib/assessments/fhir/fhir-shape";
import {
  bothConditions,
  type Conditions,
  type ImportedItem,
  importConditions,
} from "@/lib/assessments/fhir/import-conditions";
import { importItem, leftBehind, whyNeverAsked } from "@/lib/assessments/fhir/import-item";
import { readQuestionnaireText } from "@/lib/assessments/fhir/questionnaire-text";
import { type Instrument, type InstrumentSource, instrumentSchema } from "@/lib/assessments/instrument";
import type { ImportLoss } from "@/lib/assessments/instrument-shape";

const MOST_ITEMS = 500;

export type ImportResult = { ok: true; instrument: Instrument; notes: ImportLoss[] } | { ok: false; sentence: string };

const KEPT = new Set([
  "resourceType",
  "id",
  "meta",
  "url",
  "version",
  "name",
  "title",
  "status",
  "date",
  "publisher",
  "description",
  "copyright",
  "language",
  "code",
  "subjectType",
  "contained",
  "item",
  "text",
  "experimental",
]);

type Options = InstrumentSource["optionSets"][string];
type Walk = {
  contained: readonly unknown[];
  known: Map<string, { item: ImportedItem; options: Options | undefined }>;
  linkIds: Set<string>;
  ids: Set<string>;
  notes: ImportLoss[];
};

class ImportFault extends Error {}

/** An id in our alphabet that nobody else has, as close to the linkId as it can be. */
function ownId(linkId: string, taken: Set<string>): string {
  const trim = (text: string) => text.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
  const plain = trim(trim(linkId.replace(/[^A-Za-z0-9._-]+/g, "-")).slice(0, 56)) || "item";
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  taken.add(id);
  return id;
}

function readItem(source: unknown, walk: Walk): FhirItem {
  const parsed = fhirItemShape.safeParse(source);
  if (!parsed.success) {
    const { path = [], message = "" } = parsed.error.issues[0] ?? {};
    const named =
      typeof source === "object" && source !== null && "linkId" in source
        ? ` (linkId ${String(source.linkId).slice(0, 60)})`
        : "";
    throw new ImportFault(`One item${named} is not FHIR R4: ${path.join(".") || "item"}: ${message}.`);
  }
  if (walk.linkIds.has(parsed.data.linkId))
    throw new ImportFault(
      `The linkId ${parsed.data.linkId.slice(0, 60)} appears twice, so answers could not be told apart.`,
    );
  walk.linkIds.add(parsed.data.linkId);
  if (walk.linkIds.size > MOST_ITEMS) throw new ImportFault(`This questionnaire has more than ${MOST_ITEMS} items.`);
  return parsed.data;
}

function importChildren(
  sources: readonly unknown[],
  section: string | undefined,
  outer: Conditions | null,
  walk: Walk,
): void {
  for (const source of sources) {
    const item = readItem(source, walk);
    const { linkId } = item;
    const note = (kind: ImportLoss["kind"], sentence: string) => walk.notes.push({ linkId, kind, sentence });
    const own = importConditions(item.enableWhen ?? [], item.enableBehavior, walk.known);
    const conditions = outer && own ? bothConditions(outer, own) : null;
    if (item.type === "group") {
      for (const sentence of leftBehind(item)) note("not kept", sentence);
      const never = whyNeverAsked(item);
      if (never !== null) note("left out", `Left out with its questions: ${never}`);
      const title = [section, item.text?.trim()].filter(Boolean).join(" / ");
      importChildren(item.item ?? [], title === "" ? undefined : title, never === null ? conditions : null, walk);
      continue;
    }
    if (conditions === null) {
      note("left out", "Left out: when it should be asked depends on something that cannot be kept.");
    } else {
      const result = importItem(item, ownId(linkId, walk.ids), section, conditions, walk.contained);
      if (result.item === null) note("left out", `Left out: ${result.why}`);
      else {
        walk.known.set(linkId, result);
        for (const sentence of result.notes) note("not kept", sentence);
      }
    }
    importChildren(item.item ?? [], section, conditions, walk);
  }
}

function notAQuestionnaire(kind: string): string {
  if (kind === "Bundle")
    return "This file is a Bundle of several resources. Save the Questionnaire in it as a file of its own.";
  return /^[A-Za-z]{1,64}$/.test(kind)
    ? `This file is a FHIR ${kind}, not a Questionnaire.`
    : "This file is not a FHIR Questionnaire.";
}

/** A question about dying brings its rule along; the owner looks at it before anything is published. */
function withProposal(item: ImportedItem, options: NonNullable<InstrumentSource["optionSets"][string]>): ImportedItem {
  const values = proposedValues(item, options);
  return values.length > 0 ? { ...item, critical: [criticalRuleOf(item, values)] } : item;
}

function draftFrom(json: unknown, key: string): ImportResult {
  const read = fhirQuestionnaireShape.safeParse(json);
  if (!read.success) {
    const kind = typeof json === "object" && json !== null && "resourceType" in json ? String(json.resourceType) : "";
    const { path = [], message = "" } = read.error.issues[0] ?? {};
    return {
      ok: false,
      sentence:
        kind === "Questionnaire"
          ? `This is not a whole FHIR R4 Questionnaire: ${path.join(".")}: ${message}.`
          : notAQuestionnaire(kind),
    };
  }
  const source = read.data;
  if ("modifierExtension" in source)
    return {
      ok: false,
      sentence: "A modifier changes the meaning of this questionnaire in a way that cannot be kept.",
    };
  const notes = Object.keys(source)
    .filter((field) => !KEPT.has(field))
    .map(
      (field): ImportLoss => ({
        linkId: null,
        kind: "not kept",
        sentence: `“${field}” of the questionnaire is not kept.`,
      }),
    );
  const walk: Walk = { contained: source.contained ?? [], known: new Map(), linkIds: new Set(), ids: new Set(), notes };
  importChildren(source.item, undefined, { when: [], behavior: "all" }, walk);
  const items = [...walk.known.values()];
  if (items.length === 0) return { ok: false, sentence: "Nothing in this questionnaire can be asked here." };
  const title = source.title?.trim() || source.name?.trim() || "Imported questionnaire";
  const draft = instrumentSchema.safeParse({
    key,
    version: 1,
    title: title.slice(0, 300),
    purpose: source.description?.trim().slice(0, 2000) || "Imported. Say here what it is for.",
    minutes: Math.max(1, Math.min(240, Math.round(items.length / 5))),
    locale: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(source.language ?? "") ? source.language : "en-GB",
    direction: "neither",
    layout: "one-page",
    forms: ["now"],
    stems: { now: null },
    items: items.map(({ item, options }) => withProposal(item, options ?? [])),
    optionSets: Object.fromEntries(items.flatMap(({ item, options }) => (options ? [[item.id, options]] : []))),
    scales: [],
    certainty: { reversals: "unconfirmed", scales: "unconfirmed", scoring: "unconfirmed", figures: "unconfirmed" },
    licence: {
      status: "ask",
      note:
        source.copyright?.trim().slice(0, 2000) ||
        "The file names no licence. Check that your practice may use this wording.",
      wording: "needed",
    },
    validated: false,
    references: source.url ? [`Imported from ${source.url}`.slice(0, 2000)] : [],
    codes: (source.code ?? []).flatMap(({ system, code, display }) =>
      system !== undefined && code !== undefined
        ? [{ system, code, ...(display !== undefined && { display: display.slice(0, 500) }) }]
        : [],
    ),
  } satisfies Record<
    keyof Omit<InstrumentSource, "sensitivity" | "measures" | "combinations" | "criticalSaid" | "keyNote" | "origin">,
    unknown
  >);
  if (draft.success) return { ok: true, instrument: draft.data, notes: walk.notes };
  const { path = [], message = "" } = draft.error.issues[0] ?? {};
  return { ok: false, sentence: `This questionnaire contradicts itself at ${path.join(".")}: ${message}` };
}

/**
 * Reads a FHIR R4 Questionnaire (JSON text) into a draft instrument without scales, under `key`. Everything that could not be kept
 * is listed by linkId; a question whose condition cannot be kept is left out rather than always asked. At most 900,000
 * characters, forty nested brackets and 500 items. Never throws for bad input: the sentence says what to do.
 */
export function importFhirQuestionnaire(text: string, key: string): ImportResult {
  const read = readQuestionnaireText(text);
  if (!read.ok) return read;
  try {
    return draftFrom(read.json, key);
  } catch (fault) {
    if (fault instanceof ImportFault) return { ok: false, sentence: fault.message };
    throw fault;
  }
}
