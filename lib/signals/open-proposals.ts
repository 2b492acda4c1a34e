import type { ConnectionStatus } from "@/lib/connection/connection-status";
import type { LoggedAttempt } from "@/lib/exercises/attempt";
import { practiceRows } from "@/lib/protocol/adherence";
import { exercisesAhead } from "@/lib/protocol/changes/exercises-ahead";
import { type Decision, rulesOf } from "@/lib/protocol/decision";
import type { Phase, ProtocolVersion } from "@/lib/protocol/definition";
import { phaseOfWeek } from "@/lib/protocol/definition";
import { phaseStart } from "@/lib/protocol/milestones";
import { isAskedForNow, type ProtocolPath } from "@/lib/protocol/path";
import {
  type GentlerLimits,
  type GentlerProposal,
  gentlerProposals,
  type Observation,
  readiness,
  type WeighedAttempt,
} from "@/lib/signals/proposals";
import type { ClosenessSeen } from "@/lib/signals/side-by-side-first";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** Days of attempts that proposals are weighed from (ours): four weeks hold three times of anything asked for weekly. */
export const PROPOSAL_DAYS = 28;

/** What a clinician said to a proposal, as far as it decides whether the same one comes up again. */
export type AnsweredProposal = { kind: "go-gentler" | "next-phase"; about: string; answeredOn: LocalDate };

export type ProposalFacts = {
  version: ProtocolVersion;
  path: ProtocolPath;
  attempts: readonly WeighedAttempt[];
  decisions: readonly Decision[];
  answers: readonly AnsweredProposal[];
  /** Whether words of gain may be said of this client. */
  saysGain: boolean;
  connection: ConnectionStatus;
  /** As the practice has set them; what ships where it is left out. */
  limits?: GentlerLimits;
  /** The newest emotional and recreational closeness; older than the attempts that are weighed it says nothing. */
  closeness: ClosenessSeen | null;
};

/**
 * Exercises that a gentler step is proposed for, and are still asked for; an answer or a decision about one starts afresh. What
 * the dimensions propose is proposed for the week that is lived: one at a time, and not for all that is ahead.
 */
export function openGentlerProposals(facts: ProposalFacts): GentlerProposal[] {
  const { version, path, attempts, decisions, answers, closeness } = facts;
  if (path.paused || path.ended) return [];
  const since: Record<string, LocalDate> = {};
  const note = (exercise: string, day: LocalDate) => {
    if (day > (since[exercise] ?? "")) since[exercise] = day;
  };
  for (const { kind, about, answeredOn } of answers) if (kind === "go-gentler") note(about, answeredOn);
  for (const { change, effectiveOn } of decisions) {
    const exercise = rulesOf(change).exercise(change);
    if (exercise !== null) note(exercise, effectiveOn);
  }
  const asked = exercisesAhead(path);
  const isRecent = closeness !== null && closeness.answeredOn > addDays(path.today, -PROPOSAL_DAYS);
  const seen = isRecent ? closeness : null;
  return gentlerProposals(version, attempts, since, seen, facts.limits).filter(({ exercise, because }) =>
    because === "dimensions" ? isAskedForNow(path, exercise) : asked.has(exercise),
  );
}

/** The three observations about the current week, and the phase that would follow it when this is the last of its own. */
export type Readiness = { observations: Observation[]; week: number; nextPhase: Phase | null; isAnswered: boolean };

/** Null outside of the weeks and after the last one. `isAnswered`: this week's question has been answered already. */
export function readinessNow(facts: ProposalFacts): Readiness | null {
  const { version, path, attempts, answers, connection: status, saysGain } = facts;
  const { current, today } = path;
  if (!current || path.paused || current.number >= path.totalWeeks) return null;
  const logged: readonly LoggedAttempt[] = attempts;
  const from = phaseStart(path, current.phase.number) ?? current.startsOn;
  const here = attempts.filter((attempt) => attempt.date >= from);
  const next = phaseOfWeek(version, current.number + 1);
  const nextPhase = next.number === current.phase.number ? null : next;
  return {
    observations: readiness(practiceRows(current, logged, today), here, { status, saysGain }, today),
    week: current.number,
    nextPhase,
    isAnswered: answers.some(
      ({ kind, about, answeredOn }) =>
        kind === "next-phase" && about === aboutPhase(next.number) && answeredOn >= current.startsOn,
    ),
  };
}

/** How an answer names the phase that it is about. */
export const aboutPhase = (number: number): string => `phase-${number}`;

/**
 * The kinds that a caseload tells of: a gentler step, and a next phase for which all three observations are met. Nobody
 * is called ready for more closeness while words of gain wait (docs/RULES.md, section 1).
 */
export function openProposalKinds(facts: ProposalFacts): ("go-gentler" | "next-phase")[] {
  const ready = readinessNow(facts);
  const isReady =
    facts.saysGain && ready?.nextPhase && !ready.isAnswered && ready.observations.every(({ met }) => met === true);
  return [
    ...(openGentlerProposals(facts).length > 0 ? (["go-gentler"] as const) : []),
    ...(isReady ? (["next-phase"] as const) : []),
  ];
}
