import type { ChangeSentences } from "@/lib/assessments/change-sentence";
import { type Measures, measuresCloseness } from "@/lib/assessments/closeness";
import { dimensionForms } from "@/lib/assessments/dimension";
import {
  isComparable,
  resultSentences,
  type ScaleRow,
  type SentResponse,
  scaleRows,
} from "@/lib/assessments/result-view";
import { fullDate, isInPeriod, type ReportPlan } from "@/lib/reports/report";
import type { LocalDate } from "@/lib/time/local-date";

/** A response as a report reads it: no answer, only what it came to, and what its newest version says it measures. */
export type ReportedResponse = Omit<SentResponse, "answers"> & { measures: Measures };

/** The newest response to one instrument in the period, beside the first that is counted alike. */
export type AssessmentLine = {
  title: string;
  date: LocalDate;
  since: LocalDate | null;
  rows: ScaleRow[];
  /** What moved beyond measurement error since then. */
  moved: ChangeSentences;
};

const ofDimensions = (key: string): boolean => dimensionForms.some((form) => form === key);

/**
 * The scores of everything that was answered, oldest first, with what the change since the first is worth and what that
 * rests on. Questions of safety are never among them; the five dimensions have parts of their own. Of a measure of closeness
 * no change is called better: whether it may be is not a report’s to know.
 */
export function assessmentLines(
  responses: readonly ReportedResponse[],
  period: Pick<ReportPlan, "from" | "to">,
): AssessmentLine[] {
  const told = responses.filter(
    ({ instrument, date }) => instrument.sensitivity !== "safety" && !ofDimensions(instrument.key) && date <= period.to,
  );
  const keys = [...new Set(told.map(({ instrument }) => instrument.key))];
  return keys.flatMap((key): AssessmentLine[] => {
    const all = told.filter(({ instrument }) => instrument.key === key).map((one) => ({ ...one, answers: [] }));
    const shown = all.findLast(({ date }) => isInPeriod(period, date));
    if (!shown) return [];
    const { instrument, measures } = shown;
    const before =
      all.find(
        (one) =>
          one.id !== shown.id &&
          one.submittedAt < shown.submittedAt &&
          instrument.scales.some((scale) => isComparable(one, shown, scale.key)),
      ) ?? null;
    const saysGain = !measuresCloseness({ measures, forms: instrument.forms });
    const result = { responses: all, shown, estimates: new Map(), saysGain };
    const { title } = instrument;
    const moved = before ? resultSentences(result, before, fullDate(before.date)) : { falls: "", others: "" };
    return [{ title, date: shown.date, since: before?.date ?? null, rows: scaleRows(result, before), moved }];
  });
}

/** The finding over the table: falls first. What each change rests on stands beside it there too. */
export function assessmentFinding(lines: readonly AssessmentLine[]): string {
  if (lines.length === 0) return "Nothing else was answered in this time.";
  if (lines.every(({ since }) => since === null)) return "First answers: there is nothing to compare them with yet.";
  const told = (which: keyof ChangeSentences) =>
    lines.flatMap(({ title, moved }) => (moved[which] ? [`${title}. ${moved[which]}`] : []));
  return (
    [...told("falls"), ...told("others")].join(" ") ||
    "Nothing moved beyond measurement error, as far as there is a figure for it."
  );
}
