import type { Choice } from "@/lib/assessments/fhir/answer-lists";
import { importFhirJson } from "@/lib/assessments/fhir/import-questionnaire";
import type { Instrument, Item } from "@/lib/assessments/instrument";

/** One item of the file that a questionnaire came from, as it stands there. */
export type SourceNode = Readonly<Record<string, unknown>> & { linkId?: unknown; type?: unknown; item?: unknown };

/** The file behind an imported questionnaire, and what it was before anybody here changed it. */
export type Origin = {
  source: Readonly<Record<string, unknown>>;
  imported: Instrument;
  choices: ReadonlyMap<string, readonly Choice[]>;
  /** Whether it still asks what the file asks, in the same words: then it goes back under the file's own name. */
  isUntouched: boolean;
};

const isNode = (value: unknown): value is SourceNode => typeof value === "object" && value !== null;

export const nodesOf = (items: unknown): SourceNode[] => (Array.isArray(items) ? items.filter(isNode) : []);

/** Every name that the file gives, whether what bears it is asked here or not. */
export function namesIn(items: unknown, found: Set<string> = new Set()): Set<string> {
  for (const node of nodesOf(items)) {
    if (typeof node.linkId === "string") found.add(node.linkId);
    namesIn(node.item, found);
  }
  return found;
}

/** What an item asks, and how: nothing of what it counts, or means for safety. */
const askedBy = ({ optionSets }: Instrument, item: Item): string => {
  const { text, kind, min, max, unit, required, mayDecline, enableWhen, enableBehavior } = item;
  const options = optionSets[item.options ?? ""]?.map(({ value, label }) => [value, label]);
  return JSON.stringify([text, kind, min, max, unit, required && !mayDecline, enableWhen, enableBehavior, options]);
};

export function isAskedAlike(before: Instrument, now: Instrument, linkId: string): boolean {
  const [was, is] = [before, now].map((one) => one.items.find((item) => item.linkId === linkId));
  return was !== undefined && is !== undefined && askedBy(before, was) === askedBy(now, is);
}

/** Where an instrument came from; null for what was made here. */
export function originOf(instrument: Instrument): Origin | null {
  if (!instrument.origin) return null;
  const source = instrument.origin.questionnaire;
  const read = importFhirJson(source, instrument.key);
  if (!read.ok) return null;
  const names = (one: Instrument) => one.items.map(({ linkId, id }) => linkId ?? `/${id}`);
  const [before, now] = [names(read.instrument), names(instrument)];
  const isUntouched =
    before.length === now.length &&
    before.every((linkId, i) => linkId === now[i] && isAskedAlike(read.instrument, instrument, linkId));
  return { source, imported: read.instrument, choices: read.choices, isUntouched };
}

const textIn = (source: Origin["source"], field: string): string | null => {
  const value = source[field];
  return typeof value === "string" && value !== "" ? value : null;
};

/** The file's own address with its version; null where it has none. */
export function canonicalOf({ source }: Pick<Origin, "source">): string | null {
  const url = textIn(source, "url");
  const version = textIn(source, "version");
  return url === null || version === null ? url : `${url}|${version}`;
}
