import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";
import { exactGap, type Points, pointsOf, wholePoints } from "@/lib/assessments/score-set";
import { weeklyMedians } from "@/lib/connection/weekly-medians";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";
import type { ShareItem } from "./share-items";

export type ScoreRecord = { scaleKey: string; form: Form; score: number | null };

/** A dimension that may be seen: 0 to 96, exact, or null for a side that has no score. */
export type ScoreRow = Points & { dimension: Dimension };

/** The dimensions that `items` name, in the fixed order; one without any score is not there at all. */
export function scoreRows(scores: readonly ScoreRecord[], items: readonly ShareItem[]): ScoreRow[] {
  return dimensions.flatMap((dimension) => {
    if (!items.includes(dimension)) return [];
    const side = (form: Form) => scores.find((one) => one.scaleKey === dimension && one.form === form)?.score ?? null;
    const sides = { now: side("now"), wished: side("wished") };
    return sides.now === null && sides.wished === null ? [] : [{ dimension, ...sides, gap: exactGap(sides) }];
  });
}

/** A pair with both its scores: what two people show each other has no half rows and no empty cells. */
export const isWhole = ({ now, wished }: Points): boolean => now !== null && wished !== null;

/** One dimension of two people. A side is null where nothing of that person is drawn. */
export type PairRow = { dimension: Dimension; first: Points | null; second: Points | null };

/** The same dimensions of two people side by side, in the fixed order; a dimension that neither has is left out. */
export function pairRows(first: readonly ScoreRow[], second: readonly ScoreRow[]): PairRow[] {
  return dimensions.flatMap((dimension) => {
    const row = { dimension, first: sideOf(first, dimension), second: sideOf(second, dimension) };
    return row.first || row.second ? [row] : [];
  });
}

function sideOf(rows: readonly ScoreRow[], dimension: Dimension) {
  const row = rows.find((one) => one.dimension === dimension);
  return row ? { now: row.now, wished: row.wished, gap: row.gap } : null;
}

/** Rows as they are drawn and told: each side and each gap in whole points, rounded once from the exact figures. */
export const inWholePoints = (rows: readonly PairRow[]): PairRow[] =>
  rows.map(({ dimension, first, second }) => ({
    dimension,
    first: first && pointsOf(first),
    second: second && pointsOf(second),
  }));

/** The gaps of both and how far the two are from what they wish together; null unless both have a gap. */
export function bothGaps({ first, second }: PairRow): { a: number; b: number; width: number } | null {
  const [a, b] = [first?.gap ?? null, second?.gap ?? null];
  return a === null || b === null ? null : { a, b, width: Math.max(0, a) + Math.max(0, b) };
}

/** What the two wish for more, added; null unless both have a gap. A wish for less of the one takes nothing off the other's. */
export const combinedGap = (row: PairRow): number | null => bothGaps(row)?.width ?? null;

/** How far the two wishes are from each other, in whole points; null unless both wish something. */
export const wishesApart = ({ first, second }: PairRow): number | null =>
  first?.wished == null || second?.wished == null ? null : wholePoints(Math.abs(first.wished - second.wished));

/** Widest combined gap first; rows without one keep their order at the end. */
export function widestTogetherFirst(rows: readonly PairRow[]): PairRow[] {
  const width = (row: PairRow) => combinedGap(row) ?? Number.MIN_SAFE_INTEGER;
  return [...rows].sort((a, b) => width(b) - width(a));
}

export type SharedWeek = { week: number; score: number | null };

/** Days with a check that a week needs before its middle is shown to the other: of one day it would be that day's score. */
const FEWEST_DAYS = 2;

/** The middle of each finished week, ten at most; null for one with checks on fewer than two days. No single day is told. */
export function finishedWeeks(
  checks: readonly { date: LocalDate; value: number }[],
  startDate: LocalDate,
  today: LocalDate,
): SharedWeek[] {
  return weeklyMedians(checks, startDate, today)
    .filter(({ complete, week }) => complete && week <= 10)
    .map(({ week, median, days }) => ({ week, score: days < FEWEST_DAYS ? null : median }));
}

/** On how many days of each finished week something was practised, done or tried; weeks without any are not there. */
export function practisedWeeks(
  dates: readonly LocalDate[],
  startDate: LocalDate,
  today: LocalDate,
): { week: number; days: number }[] {
  const finished = Math.floor((daysBetween(startDate, today) + 1) / 7);
  const days = new Map<number, Set<LocalDate>>();
  for (const date of dates) {
    const week = Math.floor(daysBetween(startDate, date) / 7) + 1;
    if (week >= 1 && week <= finished) days.set(week, (days.get(week) ?? new Set()).add(date));
  }
  return [...days].sort(([a], [b]) => a - b).map(([week, set]) => ({ week, days: set.size }));
}

/** What of one person is to be seen, and no more. */
export type SharedView = {
  connection: SharedWeek[];
  practice: { week: number; days: number }[];
  dimensions: { date: LocalDate; rows: ScoreRow[] } | null;
};

export const nothingShared: SharedView = { connection: [], practice: [], dimensions: null };

export const isNothing = ({ connection, practice, dimensions }: SharedView): boolean =>
  connection.length === 0 && practice.length === 0 && dimensions === null;
