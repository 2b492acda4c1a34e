import { changeThreshold, leastReliable } from "@/lib/assessments/change";
import { exact } from "@/lib/assessments/exact";
import type { Scale } from "@/lib/assessments/instrument";
import { normalCdf } from "@/lib/statistics/normal";
import { reliableChange } from "@/lib/statistics/reliable-change";

const numbers = ["Two", "Three", "Four", "Five", "Six"];
const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A scale that is judged, and that of the earlier form where another one was answered then. */
export type Compared = { scale: Scale; earlier?: Scale };

/** By how much a score moves when one answer does. */
const stepOf = ({ multiplier, method, items }: Scale) =>
  multiplier / (method === "mean" ? Math.max(1, items.length) : 1);

/** How often measurement error alone takes this scale past its threshold upwards, by the normal distribution in its steps. */
function chanceOf({ scale, earlier = scale }: Compared): number | null {
  const threshold = changeThreshold(scale, earlier);
  const errors = [scale, earlier].flatMap(({ reliability }) =>
    reliability?.value == null || reliability.sd == null ? [] : reliableChange(reliability.sd, reliability.value).sem,
  );
  if (threshold === null || errors.length < 2) return null;
  const step = Math.min(...[scale, earlier].map(stepOf));
  const inSteps = { ...threshold, points: exact(threshold.points / step) };
  const sdiff = Math.hypot(...errors);
  return sdiff === 0 ? 0 : 1 - normalCdf(((leastReliable(inSteps) - 0.5) * step) / sdiff);
}

/**
 * How many clients there are to one in whom at least one of these scales rises past its threshold with no true change at all
 * (as many fall). The scales are taken as independent. Null for fewer than two that have a figure.
 */
export function oneInByChance(scales: readonly Compared[]): number | null {
  const chances = scales.flatMap((one) => chanceOf(one) ?? []);
  if (chances.length < 2) return null;
  const any = 1 - chances.reduce((none, chance) => none * (1 - chance), 1);
  return any > 0 ? Math.round(1 / any) : null;
}

/** What it means that several scales are judged at once, in two sentences; null where one stands by itself. */
export function chanceWords(scales: readonly Compared[]): string | null {
  const among = oneInByChance(scales);
  if (among === null) return null;
  const judged = scales.filter((one) => chanceOf(one) !== null);
  const kinds = [
    ...new Set(judged.flatMap(({ scale, earlier }) => [earlier, scale].flatMap((one) => one?.reliability?.kind ?? []))),
  ].join(", ");
  const how = numbers[judged.length - 2] ?? String(judged.length);
  const one = `one client in ${words[among - 2] ?? among}`;
  return `${how} scales are judged at once (${kinds}): with no true change at all, ${one} shows at least one of them up, and ${one} at least one down, by chance. Ask for a second sitting before you speak of one dimension alone.`;
}
