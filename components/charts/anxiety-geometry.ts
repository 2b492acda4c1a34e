import { circle } from "@/components/charts/geometry";
import { nameLines } from "@/components/charts/name-lines";
import { brokenLine, scale } from "@/components/charts/scales";

type Pair = { before: number; after: number };
export type AnxietySeries = {
  exercise: string;
  /** Each time, before and after, 0 to 10. */
  times: readonly Pair[];
  median: Pair;
};

/** As a page sends it: a name with each number would be most of what is sent. */
export type SentAnxiety = {
  exercise: string;
  times: readonly (readonly [before: number, after: number])[];
  median: Pair;
};

export const sentAnxiety = (series: readonly AnxietySeries[]): SentAnxiety[] =>
  series.map(({ exercise, times, median }) => ({
    ...{ exercise, median },
    times: times.map(({ before, after }) => [before, after] as const),
  }));

export const heardAnxiety = (sent: readonly SentAnxiety[]): AnxietySeries[] =>
  sent.map(({ times, ...one }) => ({ ...one, times: times.map(([before, after]) => ({ before, after })) }));

/** The table has all of them. */
export const mostDrawn = 4;

export const anxietyY = scale([0, 10], [170, 16]);

/** A slope for each exercise, side by side over `width` pixels, with the places of its marks, figures and name. */
export function anxietySlopes(series: readonly AnxietySeries[], width: number) {
  const pitch = (width - 24) / Math.max(width < 400 ? 2 : 3, series.length);
  const half = Math.min(27, pitch * 0.28);
  const lines = series.map(({ exercise }) => nameLines(exercise, Math.floor((pitch - 8) / 5.7)));
  const below = 190 + 15 * Math.max(1, ...lines.map((words) => words.length));
  const slopes = series.map((one, index) => {
    const x = 24 + pitch * (index + 0.5);
    const line = (time: Pair) =>
      brokenLine([
        { x: x - half, y: anxietyY(time.before) },
        { x: x + half, y: anxietyY(time.after) },
      ]);
    return {
      one,
      each: one.times.map(line).join(""),
      middle: line(one.median),
      before: circle(x - half, anxietyY(one.median.before), 4.5),
      after: circle(x + half, anxietyY(one.median.after), 4.5),
      figures: {
        before: { x: x - half - 8, y: anxietyY(one.median.before) + 4 },
        after: { x: x + half + 8, y: anxietyY(one.median.after) + 4 },
      },
      names: (lines[index] ?? []).map((words, line) => ({ words, x, y: 190 + 15 * line })),
      times: { x, y: below },
    };
  });
  return { slopes, height: below + 5 };
}
