import { changeThreshold, leastReliable } from "@/lib/assessments/change";
import type { Scale } from "@/lib/assessments/instrument";
import { normalCdf } from "@/lib/statistics/normal";
import { reliableChange } from "@/lib/statistics/reliable-change";

const numbers = ["Two", "Three", "Four", "Five", "Six"];
const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** How often measurement error alone takes this scale past its threshold upwards, by the normal distribution in its steps. */
function chanceOf(scale: Scale): number | null {
  const threshold = changeThreshold(scale);
  const { value, sd } = scale.reliability ?? {};
  if (threshold === null || value == null || sd == null) return null;
  const step = scale.multiplier / (scale.method === "mean" ? Math.max(1, scale.items.length) : 1);
  const inSteps = { ...threshold, points: threshold.points / step };
  const { sdiff } = reliableChange(sd, value);
  return sdiff === 0 ? 0 : 1 - normalCdf(((leastReliable(inSteps) - 0.5) * step) / sdiff);
}

/**
 * How many clients there are to one in whom at least one of these scales rises past its threshold with no true change at all
 * (as many fall). The scales are taken as independent. Null for fewer than two that have a figure.
 */
export function oneInByChance(scales: readonly Scale[]): number | null {
  const chances = scales.flatMap((scale) => chanceOf(scale) ?? []);
  if (chances.length < 2) return null;
  const any = 1 - chances.reduce((none, chance) => none * (1 - chance), 1);
  return any > 0 ? Math.round(1 / any) : null;
}

/** What it means that several scales are judged at once, in two sentences; null where one stands by itself. */
export function chanceWords(scales: readonly Scale[]): string | null {
  const among = oneInByChance(scales);
  if (among === null) return null;
  const judged = scales.filter((scale) => chanceOf(scale) !== null);
  const kinds = [...new Set(judged.flatMap(({ reliability }) => reliability?.kind ?? []))].join(", ");
  const how = numbers[judged.length - 2] ?? String(judged.length);
  const one = `one client in ${words[among - 2] ?? among}`;
  return `${how} scales are judged at once (${kinds}): with no true change at all, ${one} shows at least one of them up, and ${one} at least one down, by chance. Ask for a second sitting before you speak of one dimension alone.`;
}
