import { daysBetween, type LocalDate } from "@/lib/domain/time/local-date";
import { localDate, type Zone } from "@/lib/domain/time/zone";

/** The gate of one person, from open to closed. */
export const gateStates = ["clear", "not-screened", "concern", "stop"] as const;
export type GateState = (typeof gateStates)[number];

/**
 * What the answers to one safety screen amount to, the same words as `assessments/critical`: `unfinished`
 * opens nothing (declining is not a no), and `clear` says only that no rule was met.
 */
export type ScreenResult = {
  id: string;
  answeredAt: Date;
  outcome: "clear" | "unfinished" | "concern" | "stop";
  /** Taken out of the record later, or one answer of a screen that was never sent so. What it raised stands; it opens nothing. */
  isVoided?: boolean;
};

/** What a clinician decided about the gate. `clear` opens it; out of a stop only after talking to the person alone. */
export type GateDecision = {
  id: string;
  kind: "clear" | "concern" | "stop";
  decidedAt: Date;
  clinicianId: string;
  reason: string;
  talkedAlone: boolean;
};

export type GateHistory = { screens: readonly ScreenResult[]; decisions: readonly GateDecision[] };

/** Weeks for which a clinician's clearance holds; afterwards the gate is "not-screened" and asks again. */
export const CLEARANCE_WEEKS = 12;
const CLEARANCE_MS = CLEARANCE_WEEKS * 7 * 86_400_000;
const SHORTEST_REASON = 10;

export type Gate = {
  state: GateState;
  /** Since when it has been in this state; null when nothing has ever happened. */
  since: Date | null;
  /** When a clearance runs out; null unless clear. */
  expiresAt: Date | null;
  /** What has to happen for it to open: an answered screen, or a clinician's decision. Null when clear. */
  awaits: "screen" | "clinician" | null;
};

type Step = { at: Date; screen?: ScreenResult; decision?: GateDecision };

/**
 * Why a clearance cannot be given, as a sentence for the clinician; null when it can. A negative screen is
 * an aid, not a clearance: a named clinician decides, in writing, and out of a stop only after talking to
 * the person alone (PRODUCT, section 5).
 */
export function clearanceFault(
  history: GateHistory,
  attempt: Pick<GateDecision, "clinicianId" | "reason" | "talkedAlone" | "decidedAt">,
): string | null {
  if (!attempt.clinicianId) return "A named clinician has to open the gate.";
  if (attempt.reason.trim().length < SHORTEST_REASON) return "Write down the reason in a sentence.";
  const now = gateAt(history, attempt.decidedAt);
  if (now.state === "stop" && !attempt.talkedAlone) return "A stop is released only after talking to the person alone.";
  if (!screenedAt(history, attempt.decidedAt))
    return "A safety screen from the last 12 weeks has to be answered first.";
  return null;
}

function screenedAt(history: GateHistory, at: Date): boolean {
  return history.screens.some(
    (s) =>
      s.outcome !== "unfinished" &&
      !s.isVoided &&
      s.answeredAt <= at &&
      at.getTime() - s.answeredAt.getTime() < CLEARANCE_MS,
  );
}

/** Names what a clinician had in front of them when deciding: it changes with every screen and every decision. */
export const historyMark = ({ screens, decisions }: GateHistory): string => `${screens.length}.${decisions.length}`;

/**
 * The instant to ask the gate of rows that are kept about: `now`, or that of the newest row. What is written down was
 * decided, also where the clock of whoever wrote it was ahead: a stop holds at once.
 */
export function instantOfRows({ screens, decisions }: GateHistory, now: Date): Date {
  const rows = [...screens.map(({ answeredAt }) => answeredAt), ...decisions.map(({ decidedAt }) => decidedAt)];
  return new Date(Math.max(now.getTime(), ...rows.map((at) => at.getTime())));
}

/**
 * The instant for what is written now: after everything that was decided before it, whatever two clocks or two requests
 * at once say, so that the order of the rows is the order in which they were kept. A decision may stand in the instant
 * of a screen, which it is about; a screen never in the instant of a decision, which did not know of it.
 */
export function placeInHistory({ screens, decisions }: GateHistory, kind: "screen" | "decision", now: Date): Date {
  const after = decisions.map(({ decidedAt }) => decidedAt.getTime() + 1);
  const beside = kind === "decision" ? screens.map(({ answeredAt }) => answeredAt.getTime()) : [];
  return new Date(Math.max(now.getTime(), ...after, ...beside));
}

function stepsUntil(history: GateHistory, now: Date): Step[] {
  const steps: Step[] = [
    ...history.screens.map((screen) => ({ at: screen.answeredAt, screen })),
    ...history.decisions.map((decision) => ({ at: decision.decidedAt, decision })),
  ];
  // In one instant a screen comes before a decision, so that the decision can be about it.
  return steps
    .filter((step) => step.at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.screen ? 0 : 1) - (b.screen ? 0 : 1));
}

function after(gate: Gate, step: Step, history: GateHistory): Gate {
  const since = (state: GateState) => (gate.state === state ? gate.since : step.at);
  if (step.screen) {
    const { outcome } = step.screen;
    if (outcome === "stop" || (outcome === "concern" && gate.state !== "stop"))
      return { state: outcome, since: since(outcome), expiresAt: null, awaits: "clinician" };
    const isAnswered = outcome === "clear" && !step.screen.isVoided;
    return gate.state === "not-screened" && isAnswered ? { ...gate, awaits: "clinician" } : gate;
  }
  const { decision } = step;
  if (!decision) return gate;
  if (decision.kind !== "clear") {
    const raised = decision.kind === "concern" && gate.state === "stop" ? "stop" : decision.kind;
    return { state: raised, since: since(raised), expiresAt: null, awaits: "clinician" };
  }
  const careful = decision.clinicianId !== "" && decision.reason.trim().length >= SHORTEST_REASON;
  if (!careful || (gate.state === "stop" && !decision.talkedAlone)) return gate;
  if (!screenedAt(history, step.at))
    return { state: "not-screened", since: step.at, expiresAt: null, awaits: "screen" };
  return { state: "clear", since: since("clear"), expiresAt: new Date(step.at.getTime() + CLEARANCE_MS), awaits: null };
}

function expired(gate: Gate, at: Date): Gate {
  if (gate.state !== "clear" || !gate.expiresAt || gate.expiresAt > at) return gate;
  return { state: "not-screened", since: gate.expiresAt, expiresAt: null, awaits: "screen" };
}

const UNSCREENED: Gate = { state: "not-screened", since: null, expiresAt: null, awaits: "screen" };

/** One person's gate at `now`, from every screen and decision so far. Later entries are ignored; incomplete clearances too. */
export function gateAt(history: GateHistory, now: Date): Gate {
  const gate = stepsUntil(history, now).reduce((g, step) => after(expired(g, step.at), step, history), UNSCREENED);
  return expired(gate, now);
}

/** For anything done as a couple the worse of the two gates holds. */
export function worseOf(a: GateState, b: GateState): GateState {
  return gateStates.indexOf(a) >= gateStates.indexOf(b) ? a : b;
}

/** What a state leaves open besides exercises. */
export function gateOpens(state: GateState): { coupleCharts: boolean; gapCharts: boolean; nextWeek: boolean } {
  const clear = state === "clear";
  return { coupleCharts: clear, gapCharts: clear, nextWeek: state !== "stop" };
}

/** The spans, in local dates, in which a stop keeps the path in its week. `until` is the day of the release, or null. */
export function stopSpans(history: GateHistory, zone: Zone, now: Date): { from: LocalDate; until: LocalDate | null }[] {
  const spans: { from: LocalDate; until: LocalDate | null }[] = [];
  let gate = UNSCREENED;
  for (const step of stepsUntil(history, now)) {
    const next = after(expired(gate, step.at), step, history);
    const open = spans.at(-1);
    if (next.state === "stop" && gate.state !== "stop") spans.push({ from: localDate(step.at, zone), until: null });
    if (next.state !== "stop" && gate.state === "stop" && open) open.until = localDate(step.at, zone);
    gate = next;
  }
  return spans.filter((span) => span.until === null || daysBetween(span.from, span.until) > 0);
}
