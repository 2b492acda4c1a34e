import type { ConnectionData, ConnectionEvent } from "@/components/charts/connection-data";
import type { ClientOverview, ReadCheck } from "@/db/queries/clients/client-overview";
import type { MeasuredElsewhere } from "@/db/queries/clients/measured-elsewhere";
import { type ConnectionOverlap, connectionOverlap } from "@/lib/connection/connection-overlap";
import { firstJudgedWeek, isLow } from "@/lib/connection/connection-signal";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { summariseConnection } from "@/lib/connection/connection-summary";
import type { WeeklyMedian } from "@/lib/connection/weekly-medians";
import { formatMoment } from "@/lib/format";
import { type GoalLine, goalLineSentence } from "@/lib/goals/goal-lines";
import type { PathToday } from "@/lib/protocol/path-today";
import { daysBetween } from "@/lib/time/local-date";
import { localHour } from "@/lib/time/zone";

export type ConnectionView = {
  data: ConnectionData;
  sentence: string;
  /** Where the goal line stands, and since when; null without one. */
  goalSentence: string | null;
  /** A fall that is to be looked at, and the week that it was judged by. */
  signal: { kind: "watch" | "review"; week: number; sentence: string } | null;
  /** The newest whole week beside the baseline. */
  status: ConnectionStatus;
  /** How far the days since overlap the first fortnight; null before it can be told, and while a rise is not to be. */
  overlap: ConnectionOverlap | null;
};

/** The connection chart of a client: calendar weeks from the start date, phases as they were lived. */
export function connectionView(
  { header, checks, saysGain }: Pick<ClientOverview, "header" | "checks" | "saysGain">,
  standing: PathToday | null,
  today: string,
  now: Date,
  eventsFrom: (startsOn: string) => ConnectionEvent[],
  { line, day }: { line: GoalLine | null; day: (date: string) => string },
  elsewhere: readonly Pick<MeasuredElsewhere, "recordNumber" | "checks">[] = [],
): ConnectionView {
  const judged = lastDayOf(standing, today);
  const startDate = header.countsFrom;
  const values = checks.map(({ date, score }) => ({ date, value: score }));
  const tellsRise = saysGain;
  const summary = summariseConnection(values, startDate, judged, { tellsRise });
  const { baseline } = summary;
  const formed = baseline.status === "formed" ? baseline : null;
  const lowest = new Map<number, number>();
  for (const { date, score } of checks) {
    const week = Math.floor(daysBetween(startDate, date) / 7) + 1;
    lowest.set(week, Math.min(lowest.get(week) ?? 10, score));
  }
  const isLowWeek = (week: WeeklyMedian | undefined) =>
    formed !== null && week?.complete === true && week.week >= firstJudgedWeek(formed) && isLow(week, formed);
  const planned = standing ? standing.path.weeks.length + standing.path.waiting.length : 10;
  const weeks = Math.max(planned, summary.weeks.length);
  const dayNow = daysBetween(startDate, today);
  const placed = ({ date, score, recordedAt, note }: ReadCheck) => ({
    at: toHundredths(daysBetween(startDate, date) + localHour(recordedAt, header.zone) / 24),
    score,
    when: formatMoment(recordedAt, now, header.zone),
    ...(note ? { note } : {}),
  });
  const { signal, sentence, status } = summary;
  const latest = status.kind === "judged" ? status.latest : null;
  return {
    data: {
      weeks,
      today: dayNow >= 0 && dayNow < weeks * 7 ? dayNow + 0.5 : null,
      checks: checks.filter(({ date }) => date >= startDate).map(placed),
      ...(elsewhere.some((other) => other.checks.length > 0)
        ? {
            elsewhere: elsewhere.flatMap((other) =>
              other.checks.length > 0 ? [{ record: other.recordNumber, checks: other.checks.map(placed) }] : [],
            ),
          }
        : {}),
      medians: summary.weeks.map((week, index) => ({
        week: week.week,
        median: week.median,
        lowest: lowest.get(week.week) ?? null,
        days: week.days,
        ...(isLowWeek(week) ? { signal: isLowWeek(summary.weeks[index - 1]) ? "review" : "watch" } : {}),
      })),
      baseline: formed && {
        median: formed.median,
        lower: toHundredths(formed.lower),
        upper: toHundredths(formed.upper),
      },
      events: eventsFrom(startDate),
      goal: line && { at: line.at, from: daysBetween(startDate, line.agreedOn), agreedOn: day(line.agreedOn) },
      phases: phasesOf(standing, weeks),
    },
    sentence,
    goalSentence: line && goalLineSentence(line, day),
    signal: signal !== "none" && latest ? { kind: signal, week: latest.week, sentence } : null,
    status,
    overlap: tellsRise ? connectionOverlap(values, startDate, judged) : null,
  };
}

/** Of a day: a quarter of an hour, and less than a pixel. */
const toHundredths = (days: number) => Math.round(days * 100) / 100;

/** Phases over calendar weeks: a held or repeated week makes its phase longer. */
function phasesOf(standing: PathToday | null, weeks: number): ConnectionData["phases"] {
  const lived = standing?.path.weeks.map(({ phase }) => phase) ?? [];
  const waiting = standing?.path.waiting.map(({ phase }) => phase) ?? [];
  const phases: { number: number; name: string; from: number; to: number }[] = [];
  [...lived, ...waiting].slice(0, weeks).forEach(({ number, title }, i) => {
    const last = phases.at(-1);
    if (last?.number === number && last.name === title) last.to = i + 1;
    else phases.push({ number, name: title, from: i + 1, to: i + 1 });
  });
  return phases;
}

/** After the protocol has ended nobody expects checks: the weeks are judged up to its last day. */
function lastDayOf(standing: PathToday | null, today: string): string {
  const end = standing?.path.endsOn;
  return end && end < today ? end : today;
}
