import { type Instrument, instrumentSchema, type Scale } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { Refused } from "@/lib/errors";

/** Scales as a practice lays them out itself: a few titles, and for each question the one that it counts for. */
export type ScalePlan = {
  titles: readonly string[];
  /** From the id of a question to the place of its scale in `titles`. Questions without one count for none. */
  places: ReadonlyMap<string, number>;
  reversed: readonly string[];
  method: "sum" | "mean";
  direction: Scale["direction"];
};

export const MOST_OWN_SCALES = 6;

/**
 * Whether scales may be laid out anew: nobody's published key under its own name, no safety questions, and none that calls
 * for somebody. What ships is asked for by its key besides: see `whyNotPlanScales`.
 */
export function mayPlanScales({ sensitivity, validated, scales }: Instrument): boolean {
  return sensitivity === "ordinary" && !validated && scales.every(({ critical }) => critical.length === 0);
}

/** The questions that can be counted: those whose answers are numbers between two ends. */
export const countable = (instrument: Instrument): Instrument["items"] =>
  instrument.items.filter((item) => itemRange(instrument, item) !== null);

/** What a copy of somebody's instrument is, once its scales are the practice's own: no code or figure of the original holds. */
export const NO_LONGER_THEIRS = {
  codes: [],
  certainty: { reversals: "unconfirmed", scales: "unconfirmed", scoring: "unconfirmed", figures: "unconfirmed" },
  keyNote:
    "The practice laid these scales out itself: they are not the key that the sources below describe, and no figure of theirs holds for them.",
};

/**
 * The instrument with these scales. Ranges follow from the answers; there is no figure for measurement error until the
 * practice has its own. Throws Refused with one sentence per field when a scale has no title or no questions.
 */
export function withScales(instrument: Instrument, plan: ScalePlan): Instrument {
  if (!mayPlanScales(instrument))
    throw new Refused("The scales of this questionnaire belong to its key and stay as they are.");
  const fields: Record<string, string> = {};
  const counted = countable(instrument);
  const scales = plan.titles.flatMap((title, place) => {
    const items = counted.filter((item) => plan.places.get(item.id) === place);
    if (!title.trim() && items.length > 0)
      fields[`titles.${place}`] = "Questions count for this scale: give it a title.";
    if (title.trim() && items.length === 0) fields[`titles.${place}`] = "Choose at least one question for this scale.";
    if (!title.trim() || items.length === 0) return [];
    const ranges = items.flatMap((item) => itemRange(instrument, item) ?? []);
    const share = plan.method === "mean" ? 1 / items.length : 1;
    const total = (end: "min" | "max") => ranges.reduce((sum, range) => sum + range[end], 0) * share;
    const range = { min: total("min"), max: total("max") };
    return { key: `scale-${place + 1}`, title: title.trim(), items: items.map(({ id }) => id), ...plan, range };
  });
  if (Object.keys(fields).length > 0) throw new Refused("The scales do not fit the questions yet.", fields);
  const canCount = new Set(counted.map(({ id }) => id));
  const read = instrumentSchema.safeParse({
    ...instrument,
    ...(instrument.references.length > 0 && NO_LONGER_THEIRS),
    items: instrument.items.map((item) =>
      canCount.has(item.id) ? { ...item, reversed: plan.reversed.includes(item.id) } : item,
    ),
    scales: scales.map(({ key, title, items, method, direction, range }) => ({
      key,
      title,
      items,
      method,
      direction,
      range,
    })),
  });
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? "These scales cannot be kept.");
  return read.data;
}
