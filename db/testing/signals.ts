import type { SignalKind } from "@/lib/signals/kinds";
import { type KeptSignal, openSignals } from "@/lib/signals/settle";
import type { SignalData } from "@/lib/signals/signal-facts";

type Listed = { signals: KeptSignal[] } | undefined;

/** What stands on the list about a client, most pressing first. */
export const kindsOf = (fact: Listed): SignalKind[] => openSignals(fact?.signals ?? []).map(({ kind }) => kind);

/** What one of them shows; null where it is not on the list. */
export const dataOf = (fact: Listed, wanted: SignalKind): SignalData | null =>
  openSignals(fact?.signals ?? []).find(({ kind }) => kind === wanted)?.data ?? null;
