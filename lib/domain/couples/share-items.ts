/** The five dimensions in their fixed order, by the keys of the scales that measure them. */
export const shareableDimensions = ["emotional", "intellectual", "recreational", "social", "sexual"] as const;
export type ShareableDimension = (typeof shareableDimensions)[number];

export type ScoreForm = "now" | "wished";
export type DimensionItem = `${ShareableDimension}-${ScoreForm}`;
export type ShareItem = "connection-weeks" | "practice-days" | DimensionItem;

const dimensionItems = shareableDimensions.flatMap((dimension): DimensionItem[] => [
  `${dimension}-now`,
  `${dimension}-wished`,
]);

/**
 * All that a partner can ever be shown, one decision each. Words, safety answers, single days and what was planned are
 * not on it, so nobody can be asked for them. A gap is the line between now and wished: it is seen when both are.
 */
export const shareItems: readonly ShareItem[] = ["connection-weeks", "practice-days", ...dimensionItems];

const dimensionWords: Record<ShareableDimension, string> = {
  emotional: "Emotional",
  intellectual: "Intellectual",
  recreational: "Recreational",
  social: "Social",
  sexual: "Sexual",
};

/** What an item is called, for its owner and for staff: "Emotional, now". */
export function itemWords(item: ShareItem): string {
  if (item === "connection-weeks") return "Connection, week by week";
  if (item === "practice-days") return "On how many days I practised";
  const [dimension, form] = partsOf(item);
  return `${dimensionWords[dimension]}, ${form}`;
}

/** The same inside a sentence: "emotional now", "the days on which I practised". */
export function itemInSentence(item: ShareItem): string {
  return item === "practice-days" ? "the days on which I practised" : itemWords(item).toLowerCase().replace(",", "");
}

export const isShareItem = (text: string): text is ShareItem => shareItems.some((item) => item === text);

/** Dimension and form of a dimension's item. */
export function partsOf(item: DimensionItem): [ShareableDimension, ScoreForm] {
  const [dimension, form] = item.split("-");
  return [dimension as ShareableDimension, form as ScoreForm];
}

export const isDimensionItem = (item: ShareItem): item is DimensionItem =>
  item !== "connection-weeks" && item !== "practice-days";

/** An item by its number, which is what stands in an address: a browser's history then names nothing. Null for no item. */
export function itemAt(number: number): ShareItem | null {
  return shareItems[number - 1] ?? null;
}

/** 1 for the first of the list. */
export const numberOf = (item: ShareItem): number => shareItems.indexOf(item) + 1;
