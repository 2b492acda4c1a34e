import type { SignalKind } from "@/lib/signals/kinds";
import type { SignalData } from "@/lib/signals/signal-facts";
import type { LocalDate } from "@/lib/time/local-date";

/** An instant, or the beginning of a day where the client lives. */
type Since = { at: string } | { on: LocalDate };

/**
 * That something calls for a signal. `key` names what it rests on: the same key is the same evidence. `isBoth`: it would
 * tell of the partner, and is nothing for who may not read them. `since`: the newest of what it rests on is there, so that
 * what staff did later may have answered it; null where nobody can say.
 */
export type Evidence = { kind: SignalKind; key: string; data: SignalData; isBoth: boolean; since: Since | null };

/** Something that calls for a signal of the person alone. */
export const found = (kind: SignalKind, key: string, data: SignalData = {}, since: Since | null = null): Evidence => ({
  ...{ kind, key, data, isBoth: false, since },
});

/** Of what was answered together the order stays. */
export const newestFirst = <One extends { answeredAt: string }>(all: readonly One[]): One[] =>
  all.toSorted((a, b) => Date.parse(b.answeredAt) - Date.parse(a.answeredAt));

/** The last of days or instants in one form of words; "" of none. */
export const newest = (values: readonly string[]): string => [...values].sort().at(-1) ?? "";
