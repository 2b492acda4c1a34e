import { dimensions } from "@/lib/assessments/dimension";
import { listed } from "@/lib/listed";
import { plural } from "@/lib/plural";

/** A dimension of which both sides have a score, in whole points. */
export type Distance = { dimension: string; now: number; wished: number; gap: number };

/** The dimensions whose wished lies furthest above now; several where they are equally far. Empty when none lies above. */
export function widest<Row extends Pick<Distance, "gap">>(rows: readonly Row[]): Row[] {
  const most = Math.max(...rows.map(({ gap }) => gap));
  return most > 0 ? rows.filter(({ gap }) => gap === most) : [];
}

/** The finding above now and wished. It speaks of every part only where every part has a score. */
export function distanceSentence(rows: readonly Distance[]): string {
  if (rows.length === 0) return "There are too few answers for a score.";
  const [first, ...more] = widest(rows);
  if (first && more.length === 0)
    return `The widest distance is ${first.dimension}: ${first.now} now, ${first.wished} wished.`;
  if (first)
    return `The widest distance, ${first.gap} between now and wished, is the same for ${listed([first, ...more].map(({ dimension }) => dimension))}.`;
  const without = dimensions.filter((one) => !rows.some(({ dimension }) => dimension === one));
  if (without.length === 0) return "Every part is as close as it is wished, or closer.";
  const scored = listed(rows.map(({ dimension }) => dimension));
  const verb = plural(rows.length, "is", "are");
  const missing = `${listed(without)} ${plural(without.length, "has", "have")} no gap to tell`;
  return `What has a score on both sides, ${scored}, ${verb} as close as wished, or closer; ${missing}.`;
}
