/** Where a safety event came from. */
export const eventSources = ["not-safe-button", "screen", "critical-answer", "therapist"] as const;
export type EventSource = (typeof eventSources)[number];

/** Who is asked, one after another, when nobody acknowledges; then round again. */
export const escalationOrder = ["therapist", "supervisor", "owner"] as const;
export type EscalationLevel = (typeof escalationOrder)[number];

/** One kept step in the life of an event. `by` is null when the clock escalated it. */
export type EventStep =
  | { kind: "acknowledged"; at: Date; by: string }
  | { kind: "noted"; at: Date; by: string; note: string }
  | { kind: "escalated"; at: Date; by: string | null; to: EscalationLevel }
  | { kind: "closed"; at: Date; by: string; note: string };

export type SafetyEvent = {
  id: string;
  source: EventSource;
  openedAt: Date;
  /** Something was said about dying, or a marker of high danger. */
  isDanger: boolean;
  steps: readonly EventStep[];
};

/** The practice's rule: minutes without acknowledgement before the next person is asked, and which levels are filled. */
export type EscalationRule = { minutes: number; levels: readonly EscalationLevel[] };

/** How long “I am on it” holds without a note, and how long a note holds (ours). An open event never falls silent. */
export const onItHours = { danger: 2, other: 12, noted: 24 } as const;
/** The same people are not written to again within this time, however short the practice's own minutes are (ours). */
const MINUTES_TO_THE_SAME = 60;

export type EventStatus = {
  state: "open" | "acknowledged" | "closed";
  /** Whose turn it is now; null when closed, or when nobody is there to ask. */
  turn: EscalationLevel | null;
  /** Who is on it, while that holds. */
  onIt: { by: string; since: Date } | null;
  /** Escalations that the clock has reached and that no step records yet, oldest first: one round at the most. */
  overdue: { to: EscalationLevel; at: Date }[];
  /** When the next level will be asked if nothing happens; null when closed, or when nobody is there to ask. */
  nextAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
};

type Folded = { turn: EscalationLevel | null; askedAt: Date; onIt: { by: string; since: Date; until: Date } | null };

const plus = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
const inOrder = (steps: readonly EventStep[]) => [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());

/** What the steps amount to: who was asked last, and whether somebody is on it since. */
function folded(event: SafetyEvent, steps: readonly EventStep[], first: EscalationLevel | null): Folded {
  const hours = event.isDanger ? onItHours.danger : onItHours.other;
  let state: Folded = { turn: first, askedAt: event.openedAt, onIt: null };
  for (const step of steps) {
    if (step.kind === "escalated") state = { turn: step.to, askedAt: step.at, onIt: null };
    if (step.kind === "acknowledged")
      state = { ...state, onIt: { by: step.by, since: step.at, until: plus(step.at, hours * 60) } };
    if (step.kind === "noted")
      state = { ...state, onIt: { by: step.by, since: step.at, until: plus(step.at, onItHours.noted * 60) } };
  }
  return state;
}

/**
 * Where an event stands at `now`. Unacknowledged, it goes from level to level every `rule.minutes`, and round again. “I am on
 * it” stops that until it runs out; a note holds for longer. Closing ends it for good. Steps after `now` are ignored.
 */
export function eventStatus(event: SafetyEvent, rule: EscalationRule, now: Date): EventStatus {
  if (!(rule.minutes > 0)) throw new RangeError("An escalation time is at least one minute");
  const steps = inOrder(event.steps.filter((step) => step.at <= now));
  const closed = steps.find((step) => step.kind === "closed");
  const base = { openedAt: event.openedAt, closedAt: closed?.at ?? null };
  if (closed) return { ...base, state: "closed", turn: null, onIt: null, overdue: [], nextAt: null };
  const filled = escalationOrder.filter((level) => rule.levels.includes(level));
  let { turn, askedAt, onIt } = folded(event, steps, filled[0] ?? null);
  const overdue: { to: EscalationLevel; at: Date }[] = [];
  for (;;) {
    const to = levelAfter(filled, turn);
    if (!to) return { ...base, state: onIt ? "acknowledged" : "open", turn, onIt, overdue, nextAt: null };
    const at = onIt?.until ?? plus(askedAt, to === turn ? Math.max(rule.minutes, MINUTES_TO_THE_SAME) : rule.minutes);
    if (at > now || overdue.length === filled.length)
      return { ...base, state: onIt ? "acknowledged" : "open", turn, onIt, overdue, nextAt: at };
    overdue.push({ to, at });
    turn = to;
    askedAt = at;
    onIt = null;
  }
}

/** The next filled level, round again after the last. */
function levelAfter(filled: readonly EscalationLevel[], turn: EscalationLevel | null): EscalationLevel | null {
  const order: readonly (EscalationLevel | null)[] = escalationOrder;
  return filled.find((level) => order.indexOf(level) > order.indexOf(turn)) ?? filled[0] ?? null;
}

/** Why a step cannot be added now, as a sentence; null when it can. */
export function stepFault(event: SafetyEvent, step: EventStep): string | null {
  if (event.steps.some((s) => s.kind === "closed")) return "This event is closed.";
  const { turn, askedAt, onIt } = folded(event, inOrder(event.steps), null);
  const isOnIt = onIt !== null && onIt.until > step.at;
  if (step.kind === "acknowledged" && isOnIt) return "Somebody is already on it.";
  if (step.kind === "noted" && !isOnIt) return "Say first that you are on it.";
  if ((step.kind === "closed" || step.kind === "noted") && step.note.trim().length === 0)
    return step.kind === "closed" ? "Write a note about how it ended." : "Write a note about where it stands.";
  if (step.kind === "escalated" && step.by !== null && !onIt && turn === step.to && plus(askedAt, 5) > step.at)
    return `The ${step.to} has just been asked.`;
  return null;
}

/**
 * Whether an event opens for somebody: they were asked about it, as the first or later, or took a step of their own. Who
 * reads the client and was not asked sees that there is one; saying “I am on it” opens it.
 */
export function opensFor(
  { steps }: Pick<SafetyEvent, "steps">,
  people: readonly { level: EscalationLevel; accountId: string }[],
  accountId: string,
): boolean {
  if (steps.some((step) => step.by === accountId)) return true;
  const first = escalationOrder.find((level) => people.some((one) => one.level === level));
  const asked = new Set([first, ...steps.map((step) => (step.kind === "escalated" ? step.to : undefined))]);
  return people.some((one) => one.accountId === accountId && asked.has(one.level));
}
