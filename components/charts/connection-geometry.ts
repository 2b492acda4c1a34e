import {
  type ConnectionCheck,
  type ConnectionData,
  type ConnectionWeek,
  mostFlags,
} from "@/components/charts/connection-data";
import { spread } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";

export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  /** Foot of the phase strip, and top and floor of the 1 to 10 axis. */
  strip: number;
  top: number;
  floor: number;
};

/** Room for the labels at the right shrinks to the figures alone on a small screen. */
export function frameFor(width: number): Frame {
  const narrow = width < 560;
  const height = narrow ? 300 : 350;
  return { width, height, left: 34, right: narrow ? width - 30 : width - 92, strip: 26, top: 62, floor: height - 24 };
}

export function placeDay(frame: Frame, weeks: number): (day: number) => number {
  return scale([0, weeks * 7], [frame.left, frame.right]);
}

/** The weeks whose numbers stand under the axis: all of them, or every second, third … where they would touch. */
export function labelledWeeks(weeks: number, frame: Pick<Frame, "left" | "right">): number[] {
  const every = Math.ceil(18 / ((frame.right - frame.left) / weeks));
  return Array.from({ length: weeks }, (_, index) => index + 1).filter((week) => (week - 1) % every === 0);
}

export function placeScore(frame: Frame): (score: number) => number {
  return scale([1, 10], [frame.floor, frame.top]);
}

/** The middle of a week, where its median stands. */
export function middleOfWeek(week: number): number {
  return (week - 0.5) * 7;
}

/** A check as it is drawn: where it is of another record, with that record’s number. */
export type DrawnCheck = ConnectionCheck & { record?: number };

/** Every check on the chart, in the order of time: of other records those that lie in its weeks. */
export function drawnChecks({ checks, elsewhere = [], weeks }: ConnectionData): readonly DrawnCheck[] {
  if (elsewhere.length === 0) return checks;
  const others = elsewhere.flatMap((other) =>
    other.checks.filter(({ at }) => at >= 0 && at < weeks * 7).map((check) => ({ ...check, record: other.record })),
  );
  return [...checks, ...others].sort((a, b) => a.at - b.at);
}

/** The check nearest to a horizontal place in pixels; null without checks. */
export function nearestCheck(
  checks: readonly ConnectionCheck[],
  frame: Frame,
  weeks: number,
  x: number,
): number | null {
  const place = placeDay(frame, weeks);
  let nearest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  checks.forEach((check, index) => {
    const away = Math.abs(place(check.at) - x);
    if (away >= distance) return;
    distance = away;
    nearest = index;
  });
  return nearest;
}

export type FlagPlace = { number: number; flagX: number; x: number; endY: number };

/** Flags stand over their day, moved apart where they would touch; the lead ends above the nearest check. */
export function flagPlaces(data: ConnectionData, frame: Frame, most: number): FlagPlace[] {
  const day = placeDay(frame, data.weeks);
  const score = placeScore(frame);
  const events = data.events.slice(0, most);
  const apart = spread(
    events.map((event) => day(event.at)),
    21,
    frame.right - 10,
  );
  return events.map((event, index) => {
    const x = day(event.at);
    const nearest = nearestCheck(data.checks, frame, data.weeks, x);
    const check = nearest === null ? undefined : data.checks[nearest];
    const endY = check ? score(check.score) - 10 : frame.floor;
    return { number: index + 1, flagX: apart[index] ?? x, x, endY };
  });
}

/** "Today" stands in the flag lane beside its line, on the side that is free; at the foot when neither is. */
export function todayLabel(x: number, data: ConnectionData, frame: Frame): { x: number; y: number; before: boolean } {
  const flags = flagPlaces(data, frame, mostFlags).map((flag) => flag.flagX);
  const isFree = (from: number, to: number) => flags.every((flag) => flag + 12 < from || flag - 12 > to);
  const y = frame.strip + 20;
  if (x + 42 <= frame.right && isFree(x, x + 42)) return { x: x + 7, y, before: false };
  if (x - 42 >= frame.left && isFree(x - 42, x)) return { x: x - 7, y, before: true };
  const before = x + 42 > frame.right;
  return { x: before ? x - 7 : x + 7, y: frame.floor - 6, before };
}

/** The lines across the chart, of the baseline and of a goal, with labels that are kept 14 pixels apart. */
export function lineLabels(
  { baseline, goal, weeks }: Pick<ConnectionData, "baseline" | "goal" | "weeks">,
  frame: Frame,
) {
  const score = placeScore(frame);
  const from = frame.left;
  const lines = [
    ...(baseline
      ? ([
          { name: "Upper", value: baseline.upper, kind: "limit", from },
          { name: "Median", value: baseline.median, kind: "median", from },
          { name: "Lower", value: baseline.lower, kind: "limit", from },
        ] as const)
      : []),
    ...(goal
      ? ([
          { name: "Goal", value: goal.at, kind: "goal", from: placeDay(frame, weeks)(Math.max(0, goal.from)) },
        ] as const)
      : []),
  ];
  const labels = spread(
    lines.map((line) => score(line.value)),
    14,
    frame.floor,
  );
  return lines.map((line, index) => ({
    ...line,
    y: score(line.value),
    labelY: labels[index] ?? 0,
    // A goal is a whole number; a median and its limits have one decimal.
    figure: line.kind === "goal" ? String(line.value) : line.value.toFixed(1),
  }));
}

/** What is read for one check: when, how much, its week, and what was written with it. */
export function checkSentence(check: DrawnCheck, weeks: readonly ConnectionWeek[]): string {
  const note = check.note ? `. “${check.note}”` : "";
  if (check.record !== undefined) return `${check.when}: ${check.score} of 10, on record ${check.record}${note}`;
  const week = weeks.find((one) => one.week === Math.floor(check.at / 7) + 1);
  const median = week?.median == null ? "" : `. Week ${week.week} median ${week.median.toFixed(1)}`;
  const signal = week?.signal ? `, ${week.signal}` : "";
  return `${check.when}: ${check.score} of 10${median}${signal}${note}`;
}
