import { signatureOf } from "@/lib/assessments/build/counting";
import { asSentence, questionWords } from "@/lib/assessments/build/places";
import { type Instrument, type Item, instrumentSchema, type Scale } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { NO_LONGER_THEIRS } from "@/lib/assessments/scale-plan";
import { Refused } from "@/lib/errors";
import { plural } from "@/lib/plural";

/** A draft after a step, and what went along with it, in sentences for whoever took the step. */
export type Settled = { instrument: Instrument; along: string[] };

/**
 * Makes a draft whole again after a step: what named a question that is gone names it no more, ranges follow from the answers,
 * and printed figures leave a scale that is now counted in another way. Throws Refused where no draft can come of it.
 */
export function settle(before: Instrument, after: Instrument): Settled {
  const along: string[] = [];
  const items = after.items.map((item) => settledItem(before, after, item, along));
  const worded = { ...after, items };
  const scales: Scale[] = [];
  for (const scale of worded.scales) {
    const next = settledScale(before, worded, scale, scales, along);
    if (next) scales.push(next);
  }
  const theirs = after.references.length > 0 && countingOf(before) !== countingOf({ ...worded, scales });
  const read = instrumentSchema.safeParse({ ...worded, ...(theirs && NO_LONGER_THEIRS), scales });
  if (read.success) return { instrument: read.data, along };
  throw new Refused(read.error.issues[0]?.message ?? "This cannot be kept as it is.");
}

const countingOf = (instrument: Instrument): string =>
  JSON.stringify(instrument.scales.map((scale) => [scale.key, signatureOf(instrument, scale)]));

function settledItem(before: Instrument, after: Instrument, item: Item, along: string[]): Item {
  const isThere = new Set(after.items.map(({ id }) => id));
  const enableWhen = item.enableWhen.filter(({ itemId }) => isThere.has(itemId));
  if (enableWhen.length < item.enableWhen.length) {
    const gone = item.enableWhen.filter(({ itemId }) => !isThere.has(itemId)).map(({ itemId }) => itemId);
    const about = gone.map((id) => questionWords(before, id)).join(" and ");
    const now = enableWhen.length === 0 ? "always asked" : "asked by its other conditions alone";
    along.push(`${asSentence(questionWords(after, item.id))} depended on ${about} and is now ${now}.`);
  }
  const loses = item.reversed && itemRange(after, item) === null;
  if (loses) along.push(`${asSentence(questionWords(after, item.id))} has no range any more and is not reversed.`);
  return { ...item, enableWhen, reversed: item.reversed && !loses };
}

function settledScale(
  before: Instrument,
  after: Instrument,
  scale: Scale,
  kept: readonly Scale[],
  along: string[],
): Scale | null {
  const counted = scale.items.filter((id) => {
    const item = after.items.find((one) => one.id === id);
    return item !== undefined && (scale.method === "algorithm" || itemRange(after, item) !== null);
  });
  if (isBroken(after, scale, counted, kept)) {
    along.push(`The scale “${scale.title}” has nothing left to count and is gone.`);
    return null;
  }
  const fewer = scale.items.length - counted.length;
  if (fewer > 0)
    along.push(`The scale “${scale.title}” counts ${plural(fewer, "one question", `${fewer} questions`)} less.`);
  const next = withRange(after, { ...scale, items: counted });
  return withFigures(before, after, next, along);
}

function isBroken(
  after: Instrument,
  { algorithm }: Scale,
  counted: readonly string[],
  kept: readonly Scale[],
): boolean {
  if (algorithm?.kind === "tiers") return algorithm.tiers.flat().some((key) => !kept.some((one) => one.key === key));
  if (algorithm?.kind === "gated-sum" && !after.items.some(({ id }) => id === algorithm.gate)) return true;
  return counted.length === 0;
}

/** The range that the answers of a sum or mean can give, and a rule for blanks that leaves something to count. */
export function withRange(instrument: Instrument, scale: Scale): Scale {
  if (scale.method === "algorithm") return scale;
  const ranges = scale.items.flatMap((id) => {
    const item = instrument.items.find((one) => one.id === id);
    return (item && itemRange(instrument, item)) ?? [];
  });
  const share = (scale.method === "mean" ? 1 / ranges.length : 1) * scale.multiplier;
  const total = (end: "min" | "max") => ranges.reduce((sum, range) => sum + range[end], 0) * share;
  const most = Math.max(0, scale.items.length - 1);
  return {
    ...scale,
    range: { min: total("min"), max: total("max") },
    ...(scale.maxMissing !== undefined && { maxMissing: Math.min(scale.maxMissing, most) }),
  };
}

export const hasFigures = ({ bands, cutoff, reliability }: Scale): boolean =>
  bands.length > 0 || cutoff !== undefined || reliability !== null;

/** Printed figures belong to the printed way of counting; a practice's own stay as far as they lie in the range. */
function withFigures(before: Instrument, after: Instrument, scale: Scale, along: string[]): Scale {
  const first = before.scales.find(({ key }) => key === scale.key);
  if (!first || !hasFigures(scale) || signatureOf(before, first) === signatureOf(after, scale)) return scale;
  const { cutoff, figuresSource, ...rest } = scale;
  if (figuresSource !== "ours") {
    along.push(
      `Bands, cut-off and measurement error of “${scale.title}” are taken off: they belong to the way in which it was counted before.`,
    );
    return { ...rest, bands: [], reliability: null };
  }
  const isInside = (value: number) => value >= scale.range.min && value <= scale.range.max;
  const bands = scale.bands.filter(({ min }) => isInside(min));
  const isCut = cutoff !== undefined && isInside(cutoff.value);
  if (bands.length < scale.bands.length || (cutoff && !isCut))
    along.push(`Figures of “${scale.title}” outside of its new range are taken off.`);
  return { ...rest, bands, ...(isCut && { cutoff }), ...((bands.length > 0 || isCut) && { figuresSource }) };
}
