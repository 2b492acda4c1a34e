import type { Evidence } from "@/lib/signals/evidence";
import { type SignalAct, type SignalKind, signalRank, signalRow } from "@/lib/signals/kinds";
import type { SignalData } from "@/lib/signals/signal-facts";
import type { LocalDate } from "@/lib/time/local-date";

/** `open` stands on the list. The others wait: until a day, until something new, or because somebody acted. */
export const signalStates = ["open", "snoozed", "known", "acted"] as const;
export type SignalState = (typeof signalStates)[number];

/** What happens to a signal. `acted`: somebody did what it asks for. `reopened`: its day came, or something new is there. */
export const signalSteps = ["opened", "reopened", "snoozed", "known", "acted", "resolved"] as const;
export type SignalStep = (typeof signalSteps)[number];

/** A signal that has not been resolved, as it is kept. */
export type KeptSignal = {
  id: string;
  kind: SignalKind;
  key: string;
  data: SignalData;
  isBoth: boolean;
  state: SignalState;
  openedAt: Date;
  /** When it came onto the list last: an act answers it from then on. */
  shownAt: Date;
  /** The day on which it comes back; set while it is snoozed. */
  hiddenUntil: LocalDate | null;
};

/** When staff last did each of the things that answer signals. */
export type LastActs = Readonly<Partial<Record<SignalAct, Date>>>;

export type Settled = {
  /** All that stand afterwards. */
  standing: KeptSignal[];
  /** New, or other than they were kept. */
  changed: KeptSignal[];
  resolved: KeptSignal[];
  steps: SignalStepTaken[];
};

/** A step, and whether the signal that took it tells of the partner. */
export type SignalStepTaken = { signalId: string; kind: SignalKind; isBoth: boolean; step: SignalStep };

export type SettleAt = { today: LocalDate; now: Date; newId: () => string };

/**
 * Sets what is kept beside what calls for a signal today. Done twice it changes nothing the second time. What was set
 * aside comes back on its day, or when something new is there, and for nothing else.
 */
export function settleSignals(
  evidence: readonly Evidence[],
  kept: readonly KeptSignal[],
  acts: LastActs,
  { today, now, newId }: SettleAt,
): Settled {
  const settled: Settled = { standing: [], changed: [], resolved: [], steps: [] };
  const taken = (step: SignalStep, { id: signalId, kind, isBoth }: KeptSignal) =>
    settled.steps.push({ signalId, kind, isBoth, step });
  for (const one of kept) {
    if (evidence.some(isSame(one))) continue;
    settled.resolved.push(one);
    taken("resolved", one);
  }
  for (const one of evidence) {
    const before = kept.find(isSame(one));
    const after = before ? moved(before, one, acts, { today, now }) : opened(one, now, newId());
    settled.standing.push(after.signal);
    if (!before || isOther(before, after.signal)) settled.changed.push(after.signal);
    if (after.step) taken(after.step, after.signal);
  }
  return settled;
}

type Told = Pick<Evidence, "kind" | "isBoth">;

/** What tells of the partner and what tells of the person alone are two signals: neither's history is the other's. */
const isSame = (one: Told) => (other: Told) => one.kind === other.kind && one.isBoth === other.isBoth;

type Moved = { signal: KeptSignal; step: SignalStep | null };

const opened = (evidence: Evidence, now: Date, id: string): Moved => ({
  signal: { ...evidence, id, state: "open", openedAt: now, shownAt: now, hiddenUntil: null },
  step: "opened",
});

function moved(before: KeptSignal, evidence: Evidence, acts: LastActs, at: Omit<SettleAt, "newId">): Moved {
  const signal = { ...before, ...evidence };
  const isBack = before.state === "snoozed" && before.hiddenUntil !== null && before.hiddenUntil <= at.today;
  if (before.state !== "open" && (isBack || before.key !== evidence.key))
    return { signal: { ...signal, state: "open", shownAt: at.now, hiddenUntil: null }, step: "reopened" };
  const isAnswered = (signalRow(before.kind).acts ?? []).some((act) => (acts[act] ?? before.shownAt) > before.shownAt);
  if (before.state === "open" && isAnswered) return { signal: { ...signal, state: "acted" }, step: "acted" };
  return { signal, step: null };
}

const isOther = (a: KeptSignal, b: KeptSignal): boolean =>
  a.state !== b.state || a.key !== b.key || dataWords(a.data) !== dataWords(b.data);

/** The same whatever order a database gives the fields of a value in. */
const dataWords = (data: SignalData): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What stands on the list, most pressing first. */
export const openSignals = <S extends Pick<KeptSignal, "state" | "kind" | "data">>(signals: readonly S[]): S[] =>
  signals.filter(({ state }) => state === "open").sort((a, b) => rankOf(a) - rankOf(b));

/** Lower comes first. What somebody is on comes after what nobody is. */
export const rankOf = ({ kind, data }: Pick<KeptSignal, "kind" | "data">): number =>
  signalRank(kind, data.isTaken === true);

const WEEK_MS = 7 * 86_400_000;

/**
 * Of what is open: what is shown, and what folds into “+n” because more than `newAWeek` came up within seven days. Safety,
 * decline, consent and lost letters are never folded.
 */
export function foldNew<S extends Pick<KeptSignal, "state" | "kind" | "data" | "shownAt">>(
  signals: readonly S[],
  newAWeek: number,
  now: Date,
): { shown: S[]; folded: S[] } {
  let fresh = 0;
  const folded: S[] = [];
  const shown = openSignals(signals).filter((one) => {
    const isFresh = now.getTime() - one.shownAt.getTime() < WEEK_MS;
    if (!isFresh) return true;
    fresh += 1;
    if (fresh <= newAWeek || signalRow(one.kind).neverFolds) return true;
    folded.push(one);
    return false;
  });
  return { shown, folded };
}
