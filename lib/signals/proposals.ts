import { type ConnectionStatus, hasHeld } from "@/lib/connection/connection-status";
import { statusSentence } from "@/lib/connection/status-sentence";
import type { AttemptOutcome } from "@/lib/exercises/attempt";
import type { Exercise } from "@/lib/exercises/exercise";
import { plural } from "@/lib/plural";
import type { PracticeRow } from "@/lib/protocol/adherence";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import {
  type ClosenessSeen,
  isPlayNearer,
  playEvidence,
  playFor,
  withPlayInstead,
} from "@/lib/signals/side-by-side-first";
import { median } from "@/lib/statistics/central-values";
import type { LocalDate } from "@/lib/time/local-date";

/** Skips in a row, and times running at `HIGH_ANXIETY` or more before an exercise, that bring up a gentler step (ours). */
export const SKIPS_IN_A_ROW = 2;
export const HIGH_ANXIETY = 8;
export const HIGH_TIMES_RUNNING = 3;

/** From where on a gentler step is proposed, as the practice has it. */
export type GentlerLimits = { skipsInARow: number; highAnxiety: number; highTimesRunning: number };
export const usualGentler: GentlerLimits = {
  skipsInARow: SKIPS_IN_A_ROW,
  highAnxiety: HIGH_ANXIETY,
  highTimesRunning: HIGH_TIMES_RUNNING,
};

/** What proposals need of an attempt. Anxiety is 0–10 or null when left out. */
export type WeighedAttempt = {
  exercise: string;
  date: LocalDate;
  loggedAt: Date;
  outcome: AttemptOutcome;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
};

/** A gentler step, proposed and never taken: why, with the evidence, and what could stand in (smallest first). */
export type GentlerProposal = {
  exercise: string;
  because: "skips" | "anxiety" | "dimensions";
  evidence: string;
  dates: LocalDate[];
  alternatives: Exercise[];
};

/**
 * Proposes a gentler step for an exercise whose last two attempts were skips, or that was met with anxiety
 * of 8 or more three times running (attempts without a figure are passed over); and, of exercises about feelings, the recreational
 * step where emotional closeness is low and recreational higher. `since` per exercise is the day of the last decision about
 * it, dismissals included: only what happened after counts.
 */
export function gentlerProposals(
  version: ProtocolVersion,
  attempts: readonly WeighedAttempt[],
  since: Readonly<Record<string, LocalDate>> = {},
  closeness: ClosenessSeen | null = null,
  limits: GentlerLimits = usualGentler,
): GentlerProposal[] {
  const seen = isPlayNearer(closeness) ? closeness : null;
  const aboutFeelings = seen ? withPlayInstead(version).map(({ key }) => key) : [];
  return [...new Set([...attempts.map((a) => a.exercise), ...aboutFeelings])].flatMap((key): GentlerProposal[] => {
    const exercise = exerciseOf(version, key);
    if (!exercise) return [];
    const from = since[key];
    const own = attempts
      .filter((a) => a.exercise === key && (from === undefined || a.date > from))
      .sort((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime());
    const isNew = seen !== null && aboutFeelings.includes(key) && (from === undefined || seen.answeredOn > from);
    const found = skipsOf(own, limits) ?? anxietyOf(own, limits) ?? (isNew ? dimensionsOf(seen) : null);
    if (!found) return [];
    const steps = exercise.gentler.flatMap((k) => exerciseOf(version, k) ?? []);
    const play = seen && playFor(version, exercise);
    const alternatives = play ? [play, ...steps.filter((step) => step !== play)] : steps;
    return [{ exercise: key, ...found, alternatives }];
  });
}

type Because = Pick<GentlerProposal, "because" | "evidence" | "dates">;
const numbers = ["two", "three", "four", "five", "six"];
const inLetters = (count: number) => numbers[count - 2] ?? String(count);

function skipsOf(own: readonly WeighedAttempt[], { skipsInARow }: GentlerLimits): Because | null {
  const last = own.slice(-skipsInARow);
  if (last.length < skipsInARow || last.some((a) => a.outcome !== "skipped")) return null;
  const evidence = `Skipped the last ${inLetters(skipsInARow)} times.`;
  return { because: "skips", evidence, dates: last.map((a) => a.date) };
}

function anxietyOf(own: readonly WeighedAttempt[], { highAnxiety, highTimesRunning }: GentlerLimits): Because | null {
  const last = own.filter((a) => a.anxietyBefore !== null).slice(-highTimesRunning);
  if (last.length < highTimesRunning || last.some((a) => (a.anxietyBefore ?? 0) < highAnxiety)) return null;
  const figures = last.map((a) => a.anxietyBefore).join(", ");
  return {
    because: "anxiety",
    evidence: `Anxiety before: ${figures}, the last ${inLetters(highTimesRunning)} times.`,
    dates: last.map((a) => a.date),
  };
}

const dimensionsOf = (seen: ClosenessSeen): Pick<GentlerProposal, "because" | "evidence" | "dates"> => ({
  because: "dimensions",
  evidence: playEvidence(seen),
  dates: [seen.answeredOn],
});

/** One thing seen, not a score: met, not met, or null when there is too little to say. */
export type Observation = {
  key: "practice" | "anxiety" | "connection";
  met: boolean | null;
  sentence: string;
  detail: string;
};

/** What the third observation rests on; a rise is told as one only where words of gain may be said. */
export type ConnectionSeen = { status: ConnectionStatus; saysGain: boolean };

/**
 * "Ready for the next phase?" as three observations: practised on most planned days so far; anxiety falls
 * during exercises (medians of pairs, at least 3); connection has not fallen. An attempt that was stopped is an
 * attempt, and not yet practice. They inform; nothing moves on by them, and what cannot be said is not met.
 */
export function readiness(
  rows: readonly PracticeRow[],
  attempts: readonly WeighedAttempt[],
  { status, saysGain }: ConnectionSeen,
  today: LocalDate,
): Observation[] {
  const marks = rows.flatMap((r) => r.days).filter((d) => d.date <= today);
  const done = marks.filter((d) => d.mark === "done").length;
  const stopped = marks.filter((d) => d.mark === "tried").length;
  const asked = done + stopped + marks.filter((d) => d.mark === "not-logged").length;
  const early = stopped === 0 ? "" : `, and ${plural(stopped, "one", String(stopped))} stopped early`;
  const pairs = attempts.flatMap((a) =>
    a.anxietyBefore === null || a.anxietyAfter === null ? [] : [[a.anxietyBefore, a.anxietyAfter] as const],
  );
  const before = median(pairs.map(([b]) => b));
  const after = median(pairs.map(([, a]) => a));
  const enough = pairs.length >= 3 && before !== null && after !== null;
  return [
    {
      key: "practice",
      met: asked === 0 ? null : done * 2 > asked,
      sentence: "Practised on most planned days",
      detail: asked === 0 ? "Nothing planned so far" : `${done} of ${asked} so far${early}`,
    },
    {
      key: "anxiety",
      met: enough ? after < before : null,
      sentence: "Anxiety falls during exercises",
      detail: enough
        ? `Median ${before} before, ${after} after, ${pairs.length} times`
        : `${pairs.length} of 3 pairs needed to say`,
    },
    {
      key: "connection",
      met: hasHeld(status),
      sentence: "Connection has not fallen",
      detail: statusSentence(status, { tellsRise: saysGain }),
    },
  ];
}

/** "2 of 3 met. You decide, not the count." */
export function readinessSentence(observations: readonly Observation[]): string {
  const met = observations.filter((o) => o.met).length;
  return `${met} of ${observations.length} met. You decide, not the count.`;
}
