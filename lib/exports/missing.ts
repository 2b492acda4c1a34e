import type { ScoreRecord } from "@/lib/assessments/score-set";
import type { ExportedPath, ExportedRecord, ExportedSitting } from "@/lib/exports/record";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** Why a sitting that was asked for has no scores, as a plain sentence; null where it was sent and stands. */
export function whyNotSent({ withdrawal, submittedAt, expiresOn }: ExportedSitting, today: LocalDate): string | null {
  if (withdrawal === "voided") return "Set aside after it was sent.";
  if (withdrawal === "cancelled") return "Taken back before it was sent.";
  if (submittedAt !== null) return null;
  return expiresOn !== null && expiresOn < today ? "Closed without an answer." : "Not sent yet.";
}

/** Why one scale of a sent sitting has no score, or one that is not made of every answer; null for a full one. */
export function whyNotFull({ status, answered, items }: ScoreRecord): string | null {
  if (status === "scored") return null;
  const told = `${answered} of ${items} answered`;
  return status === "prorated" ? `Prorated, ${told}.` : `No score, ${told}.`;
}

/** The days of the path up to today on which no check was kept, each with the reason that is known. */
export function daysWithoutCheck({ path, checks, today }: ExportedRecord): { date: LocalDate; reason: string }[] {
  if (!path) return [];
  const kept = new Set(checks.map(({ date }) => date));
  const last = lastDay(path, today);
  const days: { date: LocalDate; reason: string }[] = [];
  for (let date = path.startsOn; date <= last; date = addDays(date, 1)) {
    if (kept.has(date)) continue;
    // Today is not over: a check may still come.
    if (date === today) continue;
    days.push({ date, reason: path.pausedDays.has(date) ? "The path was paused." : "No check on this day." });
  }
  return days;
}

const lastDay = ({ endsOn }: ExportedPath, today: LocalDate) => (endsOn !== null && endsOn < today ? endsOn : today);
