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
  /** Whether it says that the partner has hurt or frightened the person, or the person the partner; null where not asked. */
  reportsHarm?: boolean | null;
  ownHarm?: boolean | null;
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

/**
 * What makes a gate wait besides answers: the questions were asked (`screen`), or a clinician has to look again
 * (`clinician`), because a link ended or because the partner said something that is theirs to say.
 */
export type GateWait = {
  id: string;
  at: Date;
  for: "screen" | "clinician";
  /** Because of what the partner said: who may not read the partner is not told that it waits. */
  isPartners?: boolean;
};

/**
 * Another record of the same person that was merged into this one: what its gate was then counts here too, the stricter of
 * both, until the merge is taken back. Making the gate wait, then and when it is taken back, is among the `waits`.
 */
export type JoinedHistory = { at: Date; until: Date | null; history: GateHistory };

export type GateHistory = {
  screens: readonly ScreenResult[];
  decisions: readonly GateDecision[];
  waits: readonly GateWait[];
  joined?: readonly JoinedHistory[];
};

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

type Step = { at: Date } & (
  | { screen: ScreenResult }
  | { decision: GateDecision }
  | { wait: GateWait }
  | { joined: GateState }
);

type Attempt = Pick<GateDecision, "clinicianId" | "reason" | "talkedAlone" | "decidedAt"> & {
  /** Free words of a check that nobody has marked as read. */
  hasUnreadWords?: boolean;
  /** The first clearance of each of a couple. */
  isFirstOfCouple?: boolean;
};

/**
 * Why a clearance cannot be given, as a sentence for the clinician; null when it can. A negative screen is an aid, not a
 * clearance: a named clinician decides, in writing; out of a stop, without full answers, and for the first time in a
 * couple only after talking to the person alone (docs/RULES.md, section 5).
 */
export function clearanceFault(history: GateHistory, attempt: Attempt): string | null {
  if (!attempt.clinicianId) return "A named clinician has to open the gate.";
  if (attempt.reason.trim().length < SHORTEST_REASON) return "Write down the reason in a sentence.";
  if (attempt.hasUnreadWords)
    return "Something was written in the safety questions that nobody has read. Read it first, and mark it as read.";
  if (!wasAsked(history, attempt.decidedAt)) return "A safety check from the last 12 weeks has to be asked first.";
  if (attempt.talkedAlone) return null;
  if (gateAt(history, attempt.decidedAt).state === "stop")
    return "A stop is released only after talking to the person alone.";
  if (!isScreened(history, attempt.decidedAt))
    return "The questions were not answered in full since they were last asked. Talk to the person alone first.";
  if (attempt.isFirstOfCouple) return "The first clearance of each of a couple needs a talk alone.";
  return null;
}

const isRecent = (at: Date, now: Date) => at <= now && now.getTime() - at.getTime() < CLEARANCE_MS;

/** Answered in full within twelve weeks, and since the questions were last asked. */
function isScreened({ screens, waits }: GateHistory, at: Date): boolean {
  const asked = waits.filter((wait) => wait.for === "screen" && wait.at <= at).map((wait) => wait.at.getTime());
  const last = Math.max(Number.NEGATIVE_INFINITY, ...asked);
  return screens.some(
    (s) => s.outcome !== "unfinished" && !s.isVoided && isRecent(s.answeredAt, at) && s.answeredAt.getTime() >= last,
  );
}

/** Calm answers that were in front of the clinician and were taken out of the record since: the wrong person gave them. */
const restsOnVoided = ({ screens }: GateHistory, at: Date): boolean =>
  screens.some((s) => s.isVoided && s.outcome === "clear" && isRecent(s.answeredAt, at));

/** Asked, or answered, within twelve weeks. */
const wasAsked = ({ screens, waits }: GateHistory, at: Date): boolean =>
  waits.some((wait) => wait.for === "screen" && isRecent(wait.at, at)) ||
  screens.some((screen) => isRecent(screen.answeredAt, at));

/** Names what a clinician had in front of them when deciding: it changes with every screen and every decision. */
export const historyMark = ({ screens, decisions, waits }: GateHistory): string =>
  `${screens.length}.${decisions.length}.${waits.length}`;

/**
 * The instant to ask the gate of rows that are kept about: `now`, or that of the newest row. What is written down was
 * decided, also where the clock of whoever wrote it was ahead: a stop holds at once.
 */
export function instantOfRows({ screens, decisions, waits }: GateHistory, now: Date): Date {
  const rows = [
    ...screens.map(({ answeredAt }) => answeredAt),
    ...decisions.map(({ decidedAt }) => decidedAt),
    ...waits.map(({ at }) => at),
  ];
  return new Date(Math.max(now.getTime(), ...rows.map((at) => at.getTime())));
}

/**
 * The instant for what is written now: after everything that was decided before it, whatever two clocks or two requests
 * at once say, so that the order of the rows is the order in which they were kept. A decision may stand in the instant
 * of a screen, which it is about; a screen never in the instant of a decision, which did not know of it.
 */
export function placeInHistory(
  { screens, decisions, waits }: GateHistory,
  kind: "screen" | "decision" | "wait",
  now: Date,
): Date {
  const after = decisions.map(({ decidedAt }) => decidedAt.getTime() + 1);
  const asked = kind === "wait" ? [] : waits.map(({ at }) => at.getTime());
  const beside = [...asked, ...(kind === "decision" ? screens.map(({ answeredAt }) => answeredAt.getTime()) : [])];
  return new Date(Math.max(now.getTime(), ...after, ...beside));
}

function stepsUntil(history: GateHistory, now: Date): Step[] {
  // In one instant asking comes before answering, and both before a decision, so that the decision can be about them.
  const steps: Step[] = [
    ...history.waits.map((wait) => ({ at: wait.at, wait })),
    ...(history.joined ?? [])
      .filter(({ until }) => until === null || until > now)
      .map((other) => ({ at: other.at, joined: gateAt(other.history, other.at).state })),
    ...history.screens.map((screen) => ({ at: screen.answeredAt, screen })),
    ...history.decisions.map((decision) => ({ at: decision.decidedAt, decision })),
  ];
  return steps.filter((step) => step.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function after(gate: Gate, step: Step, history: GateHistory): Gate {
  const since = (state: GateState) => (gate.state === state ? gate.since : step.at);
  const waiting = (awaits: "screen" | "clinician"): Gate =>
    gate.state === "stop" || gate.state === "concern"
      ? gate
      : { state: "not-screened", since: since("not-screened"), expiresAt: null, awaits };
  if ("wait" in step) return gate.awaits === "screen" ? gate : waiting(step.wait.for);
  if ("joined" in step) {
    const isStricter = gateStates.indexOf(step.joined) > gateStates.indexOf(gate.state);
    return isStricter ? { state: step.joined, since: step.at, expiresAt: null, awaits: "clinician" } : gate;
  }
  if ("screen" in step) {
    const { outcome } = step.screen;
    if (outcome === "stop" || (outcome === "concern" && gate.state !== "stop"))
      return { state: outcome, since: since(outcome), expiresAt: null, awaits: "clinician" };
    if (outcome === "unfinished") return waiting("clinician");
    return gate.state === "not-screened" && !step.screen.isVoided ? { ...gate, awaits: "clinician" } : gate;
  }
  const { decision } = step;
  if (decision.kind !== "clear") {
    const raised = gate.state === "stop" ? "stop" : decision.kind;
    return { state: raised, since: since(raised), expiresAt: null, awaits: "clinician" };
  }
  const careful = decision.clinicianId !== "" && decision.reason.trim().length >= SHORTEST_REASON;
  if (!careful || (gate.state === "stop" && !decision.talkedAlone)) return gate;
  const talked = decision.talkedAlone && wasAsked(history, step.at) && !restsOnVoided(history, step.at);
  if (!isScreened(history, step.at) && !talked)
    return { state: "not-screened", since: step.at, expiresAt: null, awaits: "screen" };
  return { state: "clear", since: since("clear"), expiresAt: new Date(step.at.getTime() + CLEARANCE_MS), awaits: null };
}

function expired(gate: Gate, at: Date): Gate {
  if (!gate.expiresAt || gate.expiresAt > at) return gate;
  return { state: "not-screened", since: gate.expiresAt, expiresAt: null, awaits: "screen" };
}

const UNSCREENED: Gate = { state: "not-screened", since: null, expiresAt: null, awaits: "screen" };

/** One person's gate at `now`, from every screen and decision so far. Later entries are ignored; incomplete clearances too. */
export function gateAt(history: GateHistory, now: Date): Gate {
  const gate = stepsUntil(history, now).reduce((g, step) => after(expired(g, step.at), step, history), UNSCREENED);
  return expired(gate, now);
}

/** The gates of two linked people: the clearances of a couple end on the same day, that of the earlier one. */
export function gatesOfCouple(a: GateHistory, b: GateHistory, now: Date): [Gate, Gate] {
  const [one, other] = [gateAt(a, now), gateAt(b, now)];
  if (!one.expiresAt || !other.expiresAt) return [one, other];
  const expiresAt = new Date(Math.min(one.expiresAt.getTime(), other.expiresAt.getTime()));
  return [
    { ...one, expiresAt },
    { ...other, expiresAt },
  ];
}
