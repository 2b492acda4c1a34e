import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { signal, signalChoice, signalChoiceNote, signalEvent, signalEventNote } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { type SignalKind, signalKinds } from "@/lib/signals/kinds";
import type { LensKey } from "@/lib/signals/lenses";
import { type KeptSignal, type SignalStep, type SignalStepTaken, signalSteps } from "@/lib/signals/settle";
import { type Thresholds, thresholdsOf } from "@/lib/signals/thresholds";
import { signalColumns, standingSignals } from "./standing-signals";
import { thresholdColumn } from "./thresholds";

const past = alias(signal, "ps");
const event = alias(signalEvent, "pe");
const by = alias(account, "pa");
const chosen = alias(signalChoice, "pc");

/** So many of the newest things that happened stand in the history. */
const MOST_SHOWN = 40;

/** Of one instant: by the table of signals, then in the order of a signal's life. What is drawn by chance decides nothing. */
const inOrder = (kind: SQL, step: SQL) =>
  sql`array_position(${sql.param([...signalKinds])}::text[], ${kind}::text), array_position(${sql.param([...signalSteps])}::text[], ${step}::text)`;

export type SignalPast = {
  id: string;
  signalId: string;
  kind: SignalKind;
  step: SignalStep;
  at: Date;
  /** Null where it went by itself. */
  by: string | null;
  until: string | null;
  note: string | null;
};

type PastRecord = Omit<SignalPast, "at" | "note"> & { at: string; note: string | null; isBoth: boolean };

/** What somebody took a signal to be about. */
export type SignalConsidered = {
  id: string;
  signalId: string;
  kind: SignalKind;
  lens: LensKey;
  note: string | null;
  connection: number | null;
  by: string;
  at: Date;
};

type ConsideredRecord = Omit<SignalConsidered, "at"> & { at: string; isBoth: boolean };

export type ClientSignals = {
  signals: KeptSignal[];
  /** Newest first. */
  history: SignalPast[];
  /** Newest first. */
  considered: SignalConsidered[];
  thresholds: Thresholds;
  mayChange: boolean;
};

/** The signals of one client that the reader may know of, and what became of earlier ones. */
export async function getClientSignals(scope: Scope<StaffActor>, clientId: string): Promise<ClientSignals> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const [row] = await tx
    .select({
      clientId: client.id,
      ...signalColumns(scope),
      thresholds: thresholdColumn(actor.practiceId),
      mayChange: visibleClients(scope, "change").mapWith(Boolean),
      considered: qualified<
        ConsideredRecord[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', ${chosen.id}, 'signalId', ${past.id}, 'kind', ${past.kind}, 'lens', ${chosen.lens},
          'note', ${chosen.noteSealed}, 'connection', ${chosen.connection}, 'by', ${by.name}, 'at', ${chosen.chosenAt}, 'isBoth', ${past.isBoth}) order by ${chosen.chosenAt} desc, ${past.openedAt} desc, ${chosen.id})
        from ${signal} ${past} join ${signalChoice} ${chosen} on ${chosen.practiceId} = ${past.practiceId} and ${chosen.signalId} = ${past.id}
        join ${account} ${by} on ${by.practiceId} = ${chosen.practiceId} and ${by.id} = ${chosen.chosenBy}
        where ${past.practiceId} = ${client.practiceId} and ${past.clientId} = ${client.id}), '[]'::jsonb)`,
      history: qualified<
        PastRecord[]
      >`coalesce((select jsonb_agg(h.fact order by h.place) from (select row_number() over (order by ${event.takenAt} desc, ${inOrder(sql`${past.kind}`, sql`${event.step}`)}, ${event.id}) as place,
          jsonb_build_object('id', ${event.id}, 'signalId', ${past.id}, 'kind', ${past.kind}, 'step', ${event.step}, 'at', ${event.takenAt},
            'by', ${by.name}, 'until', ${event.until}, 'note', ${event.noteSealed}, 'isBoth', ${past.isBoth}) as fact
        from ${signal} ${past} join ${signalEvent} ${event} on ${event.practiceId} = ${past.practiceId} and ${event.signalId} = ${past.id}
        left join ${account} ${by} on ${by.practiceId} = ${event.practiceId} and ${by.id} = ${event.takenBy}
        where ${past.practiceId} = ${client.practiceId} and ${past.clientId} = ${client.id}
        order by place limit ${MOST_SHOWN}) h), '[]'::jsonb)`,
    })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  const standing = (await standingSignals(scope, [row])).get(clientId);
  const { practiceId } = actor;
  const kept = row.history
    .filter(({ isBoth }) => row.readsPartner || !isBoth)
    .map(({ at, note, isBoth: _, ...one }) => ({
      ...one,
      at: new Date(at),
      note: signalEventNote.readOrNull(note, { practiceId, id: one.id }),
    }));
  return {
    signals: standing?.signals ?? [],
    history: [...justNow(standing?.steps ?? [], scope.now), ...kept],
    considered: row.considered
      .filter(({ isBoth }) => row.readsPartner || !isBoth)
      .map(({ at, note, isBoth: _, ...one }) => ({
        ...one,
        at: new Date(at),
        note: signalChoiceNote.readOrNull(note, { practiceId, id: one.id }),
      })),
    thresholds: thresholdsOf(row.thresholds),
    mayChange: row.mayChange,
  };
}

/** What has happened and the worker has not written yet reads as it will: nobody can tell whether it came by. */
const justNow = (steps: readonly SignalStepTaken[], at: Date): SignalPast[] =>
  steps
    .toSorted(
      (a, b) =>
        signalKinds.indexOf(a.kind) - signalKinds.indexOf(b.kind) ||
        signalSteps.indexOf(a.step) - signalSteps.indexOf(b.step),
    )
    .map(({ signalId, kind, step }) => ({
      ...{ id: `${kind} ${step}`, signalId, kind, step, at },
      ...{ by: null, until: null, note: null },
    }));
