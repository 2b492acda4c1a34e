import { and, eq, sql } from "drizzle-orm";
import { readsPartner } from "@/db/couple-reach";
import { areExercisesAway } from "@/db/queries/exercises/exercises-away";
import { type DecisionRecord, readDecisions } from "@/db/queries/protocol/enrolment";
import { client, couple } from "@/db/schema/clients";
import { enrolment, enrolmentDecision } from "@/db/schema/protocol";
import { safetyCheck, stopChoice } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { Actor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { chosenOwnSteps } from "@/lib/protocol/chosen-own-steps";
import { saysGainAt } from "@/lib/safety/own-side";
import { calendarOf } from "@/lib/safety/practice-week";
import { type SharedClass, type SharedClassInput, sharedClassAt } from "@/lib/safety/shared-class";
import { startOfDayInstant } from "@/lib/time/zone";
import { type GateHistoryRecord, historyFor, historyFrom } from "./safety-gate";

/** A decision of a path about own steps, or an undo. */
type ChosenRecord = DecisionRecord & { isForBoth: boolean };

export type SharedClassFacts = {
  history: GateHistoryRecord;
  startDate: string | null;
  zone: string;
  link: {
    linkedAt: string;
    endedAt: string | null;
    endShownOn: string | null;
    /** That of the couple. The zone that the partner lives in is not read. */
    zone: string;
    ownDays: string[];
    partner: { history: GateHistoryRecord; startDate: string | null; chosen: ChosenRecord[] };
  } | null;
  /** Decisions of the path about own steps, and every undo. */
  chosen: ChosenRecord[];
  choices: {
    at: string;
    choice: "now" | "next-week" | "unchanged";
    unchangedUntil: string | null;
    isPartners: boolean;
  }[];
};

const other = sql`case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end`;
const startOf = (person: typeof other) => sql`(select max(e.start_date) from ${enrolment} e
  where e.practice_id = ${client.practiceId} and e.client_id = ${person})`;
const chosenBy = (person: typeof other) => sql`coalesce((select jsonb_agg(jsonb_build_object('id', d.id,
    'effectiveOn', d.effective_on, 'madeAt', d.decided_at, 'change', d.change,
    'isForBoth', d.couple_id is not null)) from ${enrolmentDecision} d
  where d.practice_id = ${client.practiceId} and d.change ->> 'kind' in ('own-steps', 'undo')
    and d.enrolment_id = (select e.id from ${enrolment} e where e.practice_id = ${client.practiceId}
      and e.client_id = ${person} order by e.start_date desc limit 1)), '[]'::jsonb)`;
const ofClient = sql`k.practice_id = ${client.practiceId}
  and (k.first_client_id = ${client.id} or k.second_client_id = ${client.id})`;

/** The newest link of a client: it stands, or its end is not shown yet; an older one counts no more. */
const linkFacts = sql`(select jsonb_build_object('linkedAt', k.linked_at, 'endedAt', k.ended_at, 'endShownOn', k.end_shown_on,
    'zone', k.zone, 'ownDays', coalesce((select jsonb_agg(q.own_from) from ${safetyCheck} q
      where q.practice_id = k.practice_id and q.couple_id = k.id and q.own_from is not null), '[]'::jsonb),
    'partner', jsonb_build_object('history', ${historyFor(other)}, 'startDate', ${startOf(other)},
      'chosen', ${chosenBy(other)}))
  from ${couple} k where ${ofClient} order by k.linked_at desc limit 1)`;
const choiceFacts = sql`coalesce((select jsonb_agg(jsonb_build_object('at', s.chosen_at, 'choice', s.choice,
    'unchangedUntil', s.unchanged_until, 'isPartners', s.client_id <> ${client.id})) from ${stopChoice} s where s.practice_id = ${client.practiceId}
      and (s.client_id = ${client.id} or s.couple_id in (select k.id from ${couple} k where ${ofClient} and k.ended_at is null))), '[]'::jsonb)`;

/** All that joint steps of a client are worked out from, as one column of a statement about `client` with a join. */
export const sharedClassFacts =
  () => sql<SharedClassFacts>`jsonb_build_object('history', ${historyFor(sql`${client.id}`)},
  'startDate', ${startOf(sql`${client.id}`)}, 'zone', ${client.zone}, 'link', ${linkFacts},
  'chosen', ${chosenBy(sql`${client.id}`)}, 'choices', ${choiceFacts})`;

/** The same facts for linked clients alone, null for others: what a list of many reads. */
export const sharedClassIfLinked = () =>
  sql<SharedClassFacts | null>`case when exists (select 1 from ${couple} k where ${ofClient}) then ${sharedClassFacts()} end`;

export function sharedClassInput(facts: SharedClassFacts): SharedClassInput {
  const { history, startDate, zone, link, chosen, choices } = facts;
  return {
    history: historyFrom(history),
    calendar: calendarOf([startDate], zone),
    link: link && {
      linkedAt: new Date(link.linkedAt),
      endedAt: link.endedAt === null ? null : new Date(link.endedAt),
      endShownAt: link.endShownOn === null ? null : startOfDayInstant(link.endShownOn, link.zone),
      calendar: calendarOf([startDate, link.partner.startDate], link.zone),
      partner: {
        history: historyFrom(link.partner.history),
        chosen: chosenOwnSteps(readDecisions(link.partner.chosen)),
      },
    },
    ownDays: (link?.ownDays ?? []).map((at) => new Date(at)),
    chosen: chosenOwnSteps(readDecisions(chosen)),
    choices: choices.map(({ at, ...choice }) => ({ ...choice, at: new Date(at) })),
  };
}

/** Joint steps as a column of a statement about `client` with a join: whether they are open, and never why. */
export const sharedClassOf = (now: Date) =>
  sharedClassFacts().mapWith((facts: SharedClassFacts) => sharedClassAt(sharedClassInput(facts), now));

/** Everything joint steps of a client within reach are worked out from, for whoever decides about them. */
export async function getSharedClassInput<A extends Actor>(
  scope: Scope<A>,
  clientId: string,
): Promise<SharedClassInput> {
  const [row] = await scope.tx
    .select({ facts: sharedClassFacts(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return sharedClassInput(row.facts);
}

/**
 * Whether words of gain may be said about a client to the caller. Attachment grows under intermittent harm too, so a rising
 * score is never told as improvement while the gate is not clear or joint steps are closed (docs/RULES.md, section 1).
 */
export async function saysGainOf(scope: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const { input, reads } = await sharedClassFor(scope, clientId);
  return saysGainAt(input, reads, scope.now);
}

/** Everything joint steps are worked out from, and whether the caller may be told what of it is the partner's. */
export async function sharedClassFor(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<{ input: SharedClassInput; reads: boolean }> {
  const [row] = await scope.tx
    .select({ facts: sharedClassFacts(), readsPartner: readsPartner(scope) })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { input: sharedClassInput(row.facts), reads: row.readsPartner };
}

/** Whether the caller may be told what a client's gate waits for on the partner's side. */
export async function readsPartnerOf({ tx, ...scope }: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ reads: readsPartner({ tx, ...scope }), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(eq(client.practiceId, scope.actor.practiceId), eq(client.id, clientId)));
  return row?.reads ?? false;
}

export type ExerciseGate = {
  shared: SharedClass;
  /** The person put the exercises away by their own choice. What they said about their safety closes nothing. */
  areAway: boolean;
};

/** What a client's exercises go by, for pages and commands alike. */
export async function getExerciseGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<ExerciseGate> {
  const [row] = await scope.tx
    .select({ shared: sharedClassOf(scope.now), areAway: areExercisesAway(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { shared: row.shared, areAway: row.areAway };
}
