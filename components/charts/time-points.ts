/** A place on the axis of time with both sides of a score; a side is null where it has none. */
export type TimePoint = {
  at: number;
  now: number | null;
  wished: number | null;
  /** Another line begins here: what stands before it was asked otherwise and is not compared with it. */
  isBreak?: boolean;
};

/** Half way before each point at which another line begins. */
export const breaksIn = (points: readonly TimePoint[]): number[] =>
  points.flatMap(({ at, isBreak }, i) => {
    const before = points[i - 1];
    return isBreak && before ? [(before.at + at) / 2] : [];
  });

/** A frame in pixels, and where the plot stands in it. */
export type Plot = { width: number; height: number; left: number; right: number; top: number; floor: number };

/** The ends of an axis of days; equal ends are moved apart, so that what lies on one day stands in the middle. */
export function endsOfTime(days: readonly number[]): [number, number] {
  const [from, to] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0) return [0, 1];
  return from === to ? [from - 1, to + 1] : [from, to];
}
