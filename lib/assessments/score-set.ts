import { exact } from "@/lib/assessments/exact";
import type { Form, Scale } from "@/lib/assessments/instrument";
import type { ScaleScore } from "@/lib/assessments/scale-score";

/** The score of one scale of one form as it is kept: exact, in the unit of the scale. */
export type ScoreRecord = Omit<ScaleScore, "reason">;

/** All that one response came to, in any order. */
export type ScoreSet = readonly Pick<ScoreRecord, "scale" | "form" | "score">[];

/** Both forms of one scale. A side is null where there is no score, or where it may not be seen. */
export type Sides = Record<Form, number | null>;

/** Both forms and the distance between them (wished minus now), which is null unless both are there. */
export type Points = Sides & { gap: number | null };

/** Points of which every one is there. */
export type FullPoints = { [side in keyof Points]: number };

/** What a scale of a form came to; undefined where the response has no such scale. */
export function scoreIn<Score extends Pick<ScoreRecord, "scale" | "form">>(
  set: readonly Score[],
  scale: string,
  form: Form,
): Score | undefined {
  return set.find((one) => one.scale === scale && one.form === form);
}

/** Both forms of a scale, exact. */
export const sidesIn = (set: ScoreSet, scale: string): Sides => ({
  now: scoreIn(set, scale, "now")?.score ?? null,
  wished: scoreIn(set, scale, "wished")?.score ?? null,
});

/** Wished minus now, exact; null unless both are there. */
export const exactGap = ({ now, wished }: Sides): number | null =>
  now === null || wished === null ? null : exact(wished - now);

/** A score, gap or change in whole points. Always of the exact figure, and last. */
export const wholePoints = (exact: number): number => Math.round(exact) + 0;

/**
 * The score of any scale for a reader. Sums are whole unless prorated; then a decimal keeps them on the side of a band or
 * cut-off that they were judged on. Means keep two.
 */
export const shownScore = (exact: number, { method }: Pick<Scale, "method">): number =>
  method === "mean" ? Math.round(exact * 100) / 100 : Math.round(exact * 10) / 10;

/** A side of a gap, a gap or its change for a reader: in whole points, and of a mean as its score is shown. */
export const shownPoints = (exact: number, { method }: Partial<Pick<Scale, "method">>): number =>
  method === "mean" ? shownScore(exact, { method }) + 0 : wholePoints(exact);

/**
 * Exact sides in whole points. The gap is rounded from the exact gap and not taken between rounded sides, so every page
 * states the same one; it can differ by one from the difference of the figures beside it.
 */
export function pointsOf(sides: Sides): Points {
  const [now, wished, gap] = [sides.now, sides.wished, exactGap(sides)].map((one) =>
    one == null ? null : wholePoints(one),
  );
  return { now: now ?? null, wished: wished ?? null, gap: gap ?? null };
}

/** True where both sides have a score, and so a gap. */
export const isFull = (points: Points): points is FullPoints => points.gap !== null;
