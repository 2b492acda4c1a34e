import { formatLongDay } from "@/lib/format";
import type { LocalDate } from "@/lib/time/local-date";

/** What a report can hold, in the order in which it stands there. Nothing about safety is among them. */
export const reportParts = ["connection", "dimensions", "gaps", "practice", "anxiety", "assessments", "goals"] as const;
export type ReportPart = (typeof reportParts)[number];

export const partTitles: Record<ReportPart, string> = {
  connection: "Connection",
  dimensions: "Five dimensions, now and wished",
  gaps: "Gap over time",
  practice: "Practice, and how it went",
  anxiety: "Anxiety, before and after",
  assessments: "Assessments",
  goals: "Goals, in the client’s words",
};

/** What is chosen at first. Goals are the client’s own words: whoever writes the report takes them in. */
export const partsAtFirst: readonly ReportPart[] = reportParts.filter((part) => part !== "goals");

export const reportReaders = ["client", "referrer", "record"] as const;
export type ReportReader = (typeof reportReaders)[number];

/** What a therapist chose for one report. `from` is null for “since the beginning”; the last day belongs to it. */
export type ReportPlan = {
  title: string;
  reader: ReportReader;
  /** The name of a referrer, where it was given. */
  addressee: string | null;
  from: LocalDate | null;
  to: LocalDate;
  parts: readonly ReportPart[];
  /** The therapist’s own words. */
  words: string | null;
};

/** Whom a report is for, as its head says it. */
export function forWhom({ reader, addressee }: Pick<ReportPlan, "reader" | "addressee">, clientName: string): string {
  if (reader === "client") return clientName;
  return reader === "referrer" ? (addressee ?? "The referrer") : "The record";
}

/** With its year: a report is read years later. */
export const fullDate = (date: LocalDate): string => formatLongDay(date, "");

/** "1 March 2026 to 30 November 2026". */
export const periodWords = ({ from, to }: Pick<ReportPlan, "from" | "to">): string =>
  from === null ? `From the beginning to ${fullDate(to)}` : `${fullDate(from)} to ${fullDate(to)}`;

/** Whether a local date lies in the period. */
export const isInPeriod = ({ from, to }: Pick<ReportPlan, "from" | "to">, date: LocalDate): boolean =>
  date <= to && (from === null || date >= from);

const closed: readonly ReportPart[] = ["dimensions", "gaps", "assessments"];

/**
 * Parts that the portal shows in weeks of joint steps alone, as on the client’s own pages. A report with one of them waits
 * there in other weeks: the same for every cause.
 */
export const waitsForJointSteps = (parts: readonly ReportPart[]): boolean =>
  parts.some((part) => closed.includes(part));
