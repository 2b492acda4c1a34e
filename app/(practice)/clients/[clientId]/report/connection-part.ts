import type { ConnectionData } from "@/components/charts/connection-data";
import type { ReportFacts } from "@/db/queries/reports/report-facts";
import { clientPathToday } from "@/lib/protocol/path-today";
import { fullDate, type ReportPlan } from "@/lib/reports/report";
import { hasFallen } from "@/lib/signals/client-summary";
import { daysBetween } from "@/lib/time/local-date";
import { connectionView } from "../overview/connection-view";
import { firstTimeEvents } from "../overview/practice-view";
import { linesFor } from "./goals-part";
import { type FoundPart, paperPart } from "./paper-part";

/**
 * Connection as the overview draws it, and its sentence without a word of gain. A first day takes away what is drawn and
 * listed before it; the start that weeks are compared with stays the client’s own. Weeks are those of the client’s own pages.
 */
export function connectionPart(facts: ReportFacts, plan: ReportPlan): FoundPart {
  const { from, to } = plan;
  const { header, attempts } = facts;
  const { enrolment } = header;
  const standing = enrolment && clientPathToday(enrolment, to);
  const checks = facts.checks.map((check) => ({ ...check, note: null }));
  const last = checks.at(-1)?.recordedAt ?? new Date(0);
  const { data, sentence, goalSentence, status } = connectionView(
    { header, checks, saysGain: false },
    standing,
    to,
    last,
    (start) => firstTimeEvents({ attempts }, enrolment?.version ?? null, start),
    { line: linesFor(facts, plan).connection, day: fullDate },
  );
  const drawn = withoutHours(from === null ? data : since(data, daysBetween(header.countsFrom, from)));
  return paperPart(
    "connection",
    {
      sub: "How connected do you feel right now? 1 to 10. Small dots: checks. Line: the middle of each week.",
      sentences: [sentence, ...(goalSentence ? [goalSentence] : [])],
      drawing: drawn.checks.length > 0 ? { kind: "connection", data: drawn } : null,
      table: {
        columns: [
          { title: "Week", share: 1, isFigure: true },
          { title: "Days with a check", share: 2, isFigure: true },
          { title: "Median", share: 2, isFigure: true },
          { title: "Lowest", share: 2, isFigure: true },
        ],
        rows: drawn.medians.map(({ week, days, median, lowest }) => [
          String(week),
          String(days),
          median === null ? "No checks" : median.toFixed(1),
          lowest === null ? "No checks" : String(lowest),
        ]),
      },
      notes:
        from !== null && from > header.countsFrom && drawn.baseline
          ? ["The lines of the first fortnight are of days before this period."]
          : [],
    },
    { isFall: hasFallen(status) },
  );
}

/** Paper has nothing to point at: when a check was made, to the minute, is not said. */
const withoutHours = (data: ConnectionData): ConnectionData => ({
  ...data,
  checks: data.checks.map((check) => ({ ...check, when: "" })),
});

/** Marks and rows from a day on, counted from the first; the axis stays whole. */
function since(data: ConnectionData, day: number): ConnectionData {
  const firstWeek = Math.floor(day / 7) + 1;
  return {
    ...data,
    checks: data.checks.filter(({ at }) => at >= day),
    medians: data.medians.filter(({ week }) => week >= firstWeek),
    events: data.events.filter(({ at }) => at >= day),
  };
}
