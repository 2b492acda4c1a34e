import { alias } from "drizzle-orm/pg-core";
import { readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { signal, signalRound } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { signalEvidence } from "@/lib/signals/evidence";
import { keptEdition } from "@/lib/signals/kept-edition";
import { type KeptSignal, rankOf, type SignalStepTaken, settleSignals } from "@/lib/signals/settle";
import { getSignalFacts } from "./signal-facts";
import { getThresholds } from "./thresholds";

const kept = alias(signal, "sg");
const round = alias(signalRound, "sr");

type SignalRecord = Omit<KeptSignal, "openedAt" | "shownAt"> & { openedAt: string; shownAt: string };

/** Columns of a statement about `client`: its signals, whether time has passed them by, and whether the reader reads the partner. */
export const signalColumns = (scope: Scope<StaffActor>) => ({
  signals: qualified<
    SignalRecord[]
  >`coalesce((select jsonb_agg(jsonb_build_object('id', ${kept.id}, 'kind', ${kept.kind}, 'key', ${kept.key}, 'data', ${kept.data},
      'isBoth', ${kept.isBoth}, 'state', ${kept.state}, 'openedAt', ${kept.openedAt}, 'shownAt', ${kept.shownAt}, 'hiddenUntil', ${kept.hiddenUntil}))
    from ${signal} ${kept} where ${kept.practiceId} = ${client.practiceId} and ${kept.clientId} = ${client.id} and ${kept.resolvedAt} is null), '[]'::jsonb)`,
  areSignalsOld: qualified<boolean>`not coalesce((select (${round.edition}, ${round.nextAt}) > (${keptEdition}::smallint, ${scope.now.toISOString()}::timestamptz) from ${signalRound} ${round}
    where ${round.practiceId} = ${client.practiceId} and ${round.id} = ${client.id}), false)`,
  readsPartner: readsPartner(scope),
});

type Row = { clientId: string; signals: SignalRecord[]; areSignalsOld: boolean; readsPartner: boolean };

/** `steps`: what has happened by now and is not kept yet. */
export type InForce = { signals: KeptSignal[]; steps: SignalStepTaken[] };

/**
 * The signals of these clients that the reader may know of. What time has passed by since they were kept is worked out here and
 * now, and written by the worker: mostly there is none, and nothing more is asked.
 */
export async function standingSignals(scope: Scope<StaffActor>, rows: readonly Row[]): Promise<Map<string, InForce>> {
  const standing = new Map<string, InForce>(
    rows.map(({ clientId, signals }) => [clientId, { signals: signals.map(read), steps: [] }]),
  );
  const old = rows.flatMap(({ clientId, areSignalsOld }) => (areSignalsOld ? [clientId] : []));
  if (old.length > 0) {
    const thresholds = await getThresholds(scope);
    for (const one of await getSignalFacts(scope, old, thresholds)) {
      const { clientId, facts, isSetAside } = one;
      const evidence = isSetAside ? [] : signalEvidence(facts, thresholds);
      // Nobody can ask for what is not kept yet by this id.
      const at = { ...one, today: facts.today, now: scope.now, newId: () => clientId };
      const settled = settleSignals(evidence, standing.get(clientId)?.signals ?? [], at);
      standing.set(clientId, { signals: settled.standing, steps: settled.steps });
    }
  }
  for (const { clientId, readsPartner: reads } of rows) {
    const { signals, steps } = standing.get(clientId) ?? { signals: [], steps: [] };
    const isRead = ({ isBoth }: { isBoth: boolean }) => reads || !isBoth;
    standing.set(clientId, { signals: signals.filter(isRead).sort(byRank), steps: steps.filter(isRead) });
  }
  return standing;
}

const byRank = (a: KeptSignal, b: KeptSignal): number => rankOf(a) - rankOf(b) || Number(a.isBoth) - Number(b.isBoth);

const read = ({ openedAt, shownAt, ...one }: SignalRecord): KeptSignal => ({
  ...one,
  openedAt: new Date(openedAt),
  shownAt: new Date(shownAt),
});
