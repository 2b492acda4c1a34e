import { changeThreshold, compareScores } from "@/lib/assessments/change";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { isComparable, judged, type ResponseSet, type SentResponse, toldIn } from "@/lib/assessments/result-view";
import { type Sides, scoreIn, shownScore, sidesIn } from "@/lib/assessments/score-set";

/** A response on one scale, exact. `date`: a local date, `label` the same in words. A side without a score is null. */
export type TrendPoint = Sides & {
  date: string;
  label: string;
  /** Counted as the shown response is. */
  isCompared: boolean;
  /** Another line begins here: the one before was counted otherwise. */
  isBreak: boolean;
};

export type Trend = {
  key: string;
  title: string;
  scale: Scale;
  points: TrendPoint[];
  /** What the line says, from its first score to its newest, with what that rests on. */
  finding: string | null;
  threshold: number | null;
  kind: "published" | "estimated" | "assumed" | null;
};

/** From the first score that can be compared to the newest, in a sentence; null without two. Gains are told only where words of gain may be. */
function findingOf(result: ResponseSet, scale: Scale, dayWords: (date: string) => string): string | null {
  const scored = result.responses.flatMap((response) => {
    const kept = isComparable(response, result.shown, scale.key)
      ? scoreIn(response.scores, scale.key, "now")
      : undefined;
    return kept?.score == null ? [] : [{ score: kept.score, status: kept.status, day: dayWords(response.date) }];
  });
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first || !last || scored.length < 2) return null;
  const isProrated = [first.status, last.status].includes("prorated");
  const change = toldIn(result, compareScores(scale, first.score, last.score, { isProrated }));
  const [from, to] = [shownScore(first.score, scale), shownScore(last.score, scale)];
  const moved =
    from === to ? `${to} on ${last.day}, as on ${first.day}` : `From ${from} on ${first.day} to ${to} on ${last.day}`;
  return `${moved}: ${change.words.replace(/\.$/, "")}.`;
}

/** Whether a score of this response has a place on the axis of the shown one: the same scale over the same range. */
export function isOnAxis({ instrument }: SentResponse, shown: SentResponse, key: string): boolean {
  const rangeIn = (of: Instrument) => {
    const scale = of.scales.find((one) => one.key === key);
    return scale ? `${scale.method} ${scale.direction} ${scale.range.min} ${scale.range.max}` : null;
  };
  return rangeIn(instrument) !== null && rangeIn(instrument) === rangeIn(shown.instrument);
}

/** Every scale over all responses that have a place on its axis; where it was counted otherwise, another line begins. */
export function trends(result: ResponseSet, dayWords: (date: string) => string): Trend[] {
  const { responses, shown } = result;
  return shown.instrument.scales.flatMap((shipped) => {
    const scale = judged(shipped, result);
    const drawn = responses.filter((response) => isOnAxis(response, shown, scale.key));
    const points = drawn.map((response, i) => ({
      date: response.date,
      label: dayWords(response.date),
      isCompared: isComparable(response, shown, scale.key),
      isBreak: i > 0 && !isComparable(drawn[i - 1] ?? null, response, scale.key),
      ...sidesIn(response.scores, scale.key),
    }));
    if (points.filter(({ now }) => now !== null).length < 2) return [];
    const threshold = changeThreshold(scale)?.points ?? null;
    return {
      key: scale.key,
      title: scale.title,
      scale,
      points,
      finding: findingOf(result, scale, dayWords),
      threshold,
      kind: threshold === null ? null : (scale.reliability?.kind ?? null),
    };
  });
}
