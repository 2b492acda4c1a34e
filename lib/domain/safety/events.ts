/** Where a safety event came from. */
export const eventSources = ["not-safe-button", "screen", "critical-answer", "therapist"] as const;
export type EventSource = (typeof eventSources)[number];

/** Who is asked, one after another, when nobody acknowledges. */
export const ladder = ["therapist", "supervisor", "owner"] as const;
export type Rung = (typeof ladder)[number];

/** One kept step in the life of an event. `by` is null when the clock escalated it. */
export type EventStep =
  | { kind: "acknowledged"; at: Date; by: string }
  | { kind: "escalated"; at: Date; by: string | null; to: Rung }
  | { kind: "closed"; at: Date; by: string; note: string };

export type SafetyEvent = { id: string; source: EventSource; openedAt: Date; steps: readonly EventStep[] };

/** The practice's rule: minutes without acknowledgement before the next person is asked, and which rungs are filled. */
export type EscalationRule = { minutes: number; rungs: readonly Rung[] };

export type EventStanding = {
  state: "open" | "acknowledged" | "closed";
  /** Whose turn it is now; null when closed. */
  turn: Rung | null;
  /** Escalations that the clock has reached and that no step records yet, oldest first. */
  overdue: { to: Rung; at: Date }[];
  /** When the next rung will be asked if nothing happens; null when acknowledged, closed, or at the top. */
  nextAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
};

/**
 * Where an event stands at `now`. Unacknowledged, it climbs one filled rung of the ladder every
 * `rule.minutes`, counted from its opening or from the last escalation. Acknowledging stops the climb; a
 * person can still escalate by hand. Closing ends it for good. Steps after `now` are ignored.
 */
export function eventStanding(event: SafetyEvent, rule: EscalationRule, now: Date): EventStanding {
  if (!(rule.minutes > 0)) throw new RangeError("An escalation time is at least one minute");
  const steps = event.steps.filter((step) => step.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  const closed = steps.find((step) => step.kind === "closed");
  const acknowledged = steps.some((step) => step.kind === "acknowledged");
  const filled = ladder.filter((rung) => rule.rungs.includes(rung));
  const climbed = steps.flatMap((step) => (step.kind === "escalated" ? [step] : [])).at(-1);
  const base = { openedAt: event.openedAt, closedAt: closed?.at ?? null };
  if (closed) return { ...base, state: "closed", turn: null, overdue: [], nextAt: null };
  let turn: Rung | null = climbed?.to ?? filled[0] ?? null;
  if (acknowledged) return { ...base, state: "acknowledged", turn, overdue: [], nextAt: null };
  const overdue: { to: Rung; at: Date }[] = [];
  let since = climbed?.at ?? event.openedAt;
  for (;;) {
    const to = rungAfter(filled, turn);
    const at = new Date(since.getTime() + rule.minutes * 60_000);
    if (!to) return { ...base, state: "open", turn, overdue, nextAt: null };
    if (at > now) return { ...base, state: "open", turn, overdue, nextAt: at };
    overdue.push({ to, at });
    turn = to;
    since = at;
  }
}

function rungAfter(filled: readonly Rung[], turn: Rung | null): Rung | null {
  if (turn === null) return null;
  return filled.find((rung) => ladder.indexOf(rung) > ladder.indexOf(turn)) ?? null;
}

/** Why a step cannot be added now, as a sentence; null when it can. */
export function stepFault(event: SafetyEvent, step: EventStep): string | null {
  if (event.steps.some((s) => s.kind === "closed")) return "This event is closed.";
  if (step.kind === "acknowledged" && event.steps.some((s) => s.kind === "acknowledged"))
    return "Somebody is already on it.";
  if (step.kind === "closed" && step.note.trim().length === 0) return "Write a note about how it ended.";
  if (
    step.kind === "escalated" &&
    step.by !== null &&
    event.steps.some((s) => s.kind === "escalated" && s.to === step.to)
  )
    return `The ${step.to} has already been asked.`;
  return null;
}

/**
 * Whether an event opens for somebody: they were asked about it, as the first or later, or took a step of their own. Who
 * reads the client and was not asked sees that there is one; saying “I am on it” opens it.
 */
export function opensFor(
  { steps }: Pick<SafetyEvent, "steps">,
  people: readonly { rung: Rung; accountId: string }[],
  accountId: string,
): boolean {
  if (steps.some((step) => step.by === accountId)) return true;
  const first = ladder.find((rung) => people.some((one) => one.rung === rung));
  const asked = new Set([first, ...steps.map((step) => (step.kind === "escalated" ? step.to : undefined))]);
  return people.some((one) => one.accountId === accountId && asked.has(one.rung));
}
