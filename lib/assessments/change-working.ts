import { changeThreshold, type Threshold } from "@/lib/assessments/change";
import type { Form, Scale } from "@/lib/assessments/instrument";
import { isComparable, judged, type ResponseSet, type SentResponse } from "@/lib/assessments/result-view";
import { scoreIn } from "@/lib/assessments/score-set";
import { reliableChange, reliableChangeIndex } from "@/lib/statistics/reliable-change";

/** How change on one scale is judged, in score units. */
export type ChangeWorking = {
  key: string;
  title: string;
  kind: NonNullable<Scale["reliability"]>["kind"];
  source: string;
  /** What the figures rest on; null where the source prints the threshold itself and nothing else. */
  figures: { sd: number; reliability: number; sem: number; sdiff: number } | null;
  threshold: Threshold;
  /** Change over Sdiff, per form that has two scores; beyond 1.96 either way it is reliable. */
  indices: { form: Form; index: number }[];
};

/**
 * The figures behind the words "beyond measurement error", for each scale that has any: SEM, Sdiff, the threshold, and the
 * reliable-change index since `before` (Jacobson & Truax 1991, see `reliableChange`).
 */
export function changeWorking(result: ResponseSet, before: SentResponse | null): ChangeWorking[] {
  const { shown } = result;
  return shown.instrument.scales.flatMap((shipped) => {
    const scale = judged(shipped, result);
    const { reliability } = scale;
    if (reliability === null) return [];
    const { value, sd, kind, source } = reliability;
    const known = value === null || sd === null ? null : { value, sd, ...reliableChange(sd, value) };
    const threshold = changeThreshold(scale);
    if (threshold === null) return [];
    const earlier = isComparable(before, shown, scale.key) ? before : null;
    const indices = shown.instrument.forms.flatMap((form) => {
      const [pre, post] = [
        scoreIn(earlier?.scores ?? [], scale.key, form)?.score,
        scoreIn(shown.scores, scale.key, form)?.score,
      ];
      if (!known || pre == null || post == null) return [];
      return { form, index: reliableChangeIndex(pre, post, known.sd, known.value) };
    });
    const figures = known && { sd: known.sd, reliability: known.value, sem: known.sem, sdiff: known.sdiff };
    return { key: scale.key, title: scale.title, kind, source, figures, threshold, indices };
  });
}
