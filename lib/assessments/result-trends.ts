import { changeThreshold } from "@/lib/assessments/change";
import type { Scale } from "@/lib/assessments/instrument";
import { isComparable, judged, type ResponseSet } from "@/lib/assessments/result-view";
import { type Sides, sidesIn } from "@/lib/assessments/score-set";

/** A response on one scale, exact. `date`: a local date, `label` the same in words. A side without a score is null. */
export type TrendPoint = Sides & { date: string; label: string };

export type Trend = {
  key: string;
  title: string;
  scale: Scale;
  points: TrendPoint[];
  threshold: number | null;
  kind: "published" | "estimated" | "assumed" | null;
};

/** Every scale over all responses that count it in the same way. */
export function trends(result: ResponseSet, dayWords: (date: string) => string): Trend[] {
  const { responses, shown } = result;
  return shown.instrument.scales.flatMap((shipped) => {
    const scale = judged(shipped, result);
    const points = responses
      .filter((response) => isComparable(response, shown, scale.key))
      .map((response) => ({
        date: response.date,
        label: dayWords(response.date),
        ...sidesIn(response.scores, scale.key),
      }));
    if (points.filter(({ now }) => now !== null).length < 2) return [];
    const threshold = changeThreshold(scale)?.points ?? null;
    return {
      key: scale.key,
      title: scale.title,
      scale,
      points,
      threshold,
      kind: threshold === null ? null : (scale.reliability?.kind ?? null),
    };
  });
}
