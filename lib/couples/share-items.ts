import { type Dimension, dimensionLabels, dimensions } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";

export type ShareItem = "connection-weeks" | "practice-days" | Dimension;

/**
 * All that a partner can ever be shown, one decision each. A dimension is a pair, how it is and how it is wished, so that no
 * half of one leaves a hole. Words, safety answers, single days and what was planned are not here: nobody can be asked for them.
 */
export const shareItems: readonly ShareItem[] = ["connection-weeks", "practice-days", ...dimensions];

/** Never shown by a client alone: a tick only lets it be part of a picture that the therapist releases to both. */
export const isShownAlone = (item: ShareItem): boolean => item !== "sexual";

/** What an item is called, for its owner and for staff: "Emotional, now and wished". */
export function itemWords(item: ShareItem): string {
  if (item === "connection-weeks") return "Connection, week by week";
  if (item === "practice-days") return "On how many days I practised";
  return `${dimensionLabels[item]}, now and wished`;
}

/** The same inside a sentence: "emotional, now and wished", "the days on which I practised". */
export function itemInSentence(item: ShareItem): string {
  return item === "practice-days" ? "the days on which I practised" : itemWords(item).toLowerCase();
}

export const isShareItem = (text: string): text is ShareItem => shareItems.some((item) => item === text);

export const isDimensionItem = (item: ShareItem): item is Dimension =>
  item !== "connection-weeks" && item !== "practice-days";

/** One side of a dimension, as it could be shared before the two became a pair: "emotional-now". */
export type SharedSide = { dimension: Dimension; form: Form };

/** The side that a kept decision is about; null for every other item. */
export function sideOfItem(text: string): SharedSide | null {
  const [name, form, ...rest] = text.split("-");
  const dimension = dimensions.find((one) => one === name);
  if (!dimension || rest.length > 0 || (form !== "now" && form !== "wished")) return null;
  return { dimension, form };
}

/** What a kept decision was about, in words, for old ones too; null for what was never on the list. */
export function keptItemWords(text: string): string | null {
  if (isShareItem(text)) return itemWords(text);
  const side = sideOfItem(text);
  return side && `${dimensionLabels[side.dimension]}, ${side.form}`;
}

/** The pairs within a kept list of items: a dimension is there when it stands itself, or both of its sides do. */
export function pairsWithin(kept: readonly string[]): ShareItem[] {
  return shareItems.filter(
    (item) => kept.includes(item) || (["now", "wished"] as const).every((form) => kept.includes(`${item}-${form}`)),
  );
}

/** An item by its number, which is what stands in an address: a browser's history then names nothing. Null for no item. */
export function itemAt(number: number): ShareItem | null {
  return shareItems[number - 1] ?? null;
}

/** 1 for the first of the list. */
export const numberOf = (item: ShareItem): number => shareItems.indexOf(item) + 1;
