import type { Evidence } from "@/lib/signals/found";
import { type SignalAct, type SignalKind, signalRank, signalRow } from "@/lib/signals/kinds";
import type { SignalData } from "@/lib/signals/signal-facts";
import type { LocalDate } from "@/lib/time/local-date";
import { startOfDayInstant, type Zone } from "@/lib/time/zone";

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
  /** When it came onto the list last. */
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

/** Where the client lives and when it is; what staff did last; and when somebody looked before, null where nobody has. */
export type SettleAt = {
  today: LocalDate;
  now: Date;
  zone: Zone;
  acts: LastActs;
  lookedBefore: Date | null;
  newId: () => string;
};

/**
 * Sets what is kept beside what calls for a signal today. Done twice it changes nothing the second time. What was set
 * aside comes back on its day, or when something new is there, and for nothing else. What staff have done since something is
 * there answers it, also where nobody had looked yet.
 */
export function settleSignals(evidence: readonly Evidence[], kept: readonly KeptSignal[], at: SettleAt): Settled {
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
    const after = before ? moved(before, one, at) : opened(one, at);
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

function opened(evidence: Evidence, at: SettleAt): Moved {
  const { kind, key, isBoth } = evidence;
  const life = { id: at.newId(), state: "open", openedAt: at.now, shownAt: at.now, hiddenUntil: null } as const;
  return shown({ ...life, kind, key, isBoth, data: dataOf(evidence, at) }, "opened", sinceOf(evidence, at), at);
}

function moved(before: KeptSignal, evidence: Evidence, at: SettleAt): Moved {
  const { key } = evidence;
  const data = dataOf(evidence, at);
  const signal: KeptSignal = { ...before, key, data: carried(data, before.data) };
  if (before.state === "open") {
    const from = before.data.answersFrom ? new Date(before.data.answersFrom) : before.shownAt;
    return isAnswered(signal, from, at) ? { signal: { ...signal, state: "acted" }, step: "acted" } : still(signal);
  }
  const again: KeptSignal = { ...signal, state: "open", shownAt: at.now, hiddenUntil: null };
  if (isNews(evidence, data, before)) return shown(again, "reopened", sinceOf(evidence, at), at);
  const day = before.state === "snoozed" ? before.hiddenUntil : null;
  return day !== null && day <= at.today
    ? shown(again, "reopened", startOfDayInstant(day, at.zone), at)
    : still(signal);
}

/**
 * Whether something new is there. Of what began with a day, another key has to say so too: the same day begins at another moment
 * for somebody who moved, and counts from another one where the practice set its numbers anew.
 */
function isNews({ key, since }: Evidence, data: SignalData, before: KeptSignal): boolean {
  const hasOtherKey = key !== before.key;
  if (!data.since || !before.data.since) return hasOtherKey;
  return data.since > before.data.since && (hasOtherKey || (since !== null && "at" in since));
}

const still = (signal: KeptSignal): Moved => ({ signal, step: null });

/** It comes onto the list, unless it was answered before anybody looked. What was done before the last look answers nothing new. */
function shown(signal: KeptSignal, step: "opened" | "reopened", since: Date | null, at: SettleAt): Moved {
  const there = since ?? at.now;
  const from = at.lookedBefore && at.lookedBefore > there ? at.lookedBefore : there;
  const one: KeptSignal = { ...signal, data: { ...signal.data, answersFrom: from.toISOString() } };
  return isAnswered(one, from, at) ? { signal: { ...one, state: "acted" }, step: "acted" } : { signal: one, step };
}

const isAnswered = ({ kind }: KeptSignal, from: Date, { acts }: SettleAt): boolean =>
  (signalRow(kind).acts ?? []).some((act) => (acts[act] ?? from) > from);

const sinceOf = ({ since }: Evidence, { zone }: SettleAt): Date | null =>
  since && ("on" in since ? startOfDayInstant(since.on, zone) : new Date(since.at));

const dataOf = (evidence: Evidence, at: SettleAt): SignalData => {
  const since = sinceOf(evidence, at);
  return { ...evidence.data, ...(since ? { since: since.toISOString() } : {}) };
};

/** With what was kept of when: where some of what it rests on is gone, the rest is nothing new. */
function carried(data: SignalData, { since, answersFrom }: SignalData): SignalData {
  const newest = [data.since ?? "", since ?? ""].sort().at(-1);
  return { ...data, ...(newest ? { since: newest } : {}), ...(answersFrom ? { answersFrom } : {}) };
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
