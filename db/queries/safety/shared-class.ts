import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { otherOf, readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
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

const coupleRow = alias(couple, "k");
const enrolmentRow = alias(enrolment, "e");
const decision = alias(enrolmentDecision, "d");
const check = alias(safetyCheck, "q");
const stopChoiceRow = alias(stopChoice, "s");

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

const other = otherOf(coupleRow, client.id);
const startOf = (
  person: typeof other,
) => qualified`(select max(${enrolmentRow.startDate}) from ${enrolment} ${enrolmentRow}
  where ${enrolmentRow.practiceId} = ${client.practiceId} and ${enrolmentRow.clientId} = ${person})`;
const chosenBy = (person: typeof other) => qualified`coalesce((select jsonb_agg(jsonb_build_object('id', ${decision.id},
    'effectiveOn', ${decision.effectiveOn}, 'madeAt', ${decision.decidedAt}, 'change', ${decision.change},
    'isForBoth', ${decision.coupleId} is not null)) from ${enrolmentDecision} ${decision}
  where ${decision.practiceId} = ${client.practiceId} and ${decision.change} ->> 'kind' in ('own-steps', 'undo')
    and ${decision.enrolmentId} = (select ${enrolmentRow.id} from ${enrolment} ${enrolmentRow} where ${enrolmentRow.practiceId} = ${client.practiceId}
      and ${enrolmentRow.clientId} = ${person} order by ${enrolmentRow.startDate} desc limit 1)), '[]'::jsonb)`;
const ofClient = sql`${coupleRow.practiceId} = ${client.practiceId}
  and (${coupleRow.firstClientId} = ${client.id} or ${coupleRow.secondClientId} = ${client.id})`;

/** The newest link of a client: it stands, or its end is not shown yet; an older one counts no more. */
const linkFacts = qualified`(select jsonb_build_object('linkedAt', ${coupleRow.linkedAt}, 'endedAt', ${coupleRow.endedAt}, 'endShownOn', ${coupleRow.endShownOn},
    'zone', ${coupleRow.zone}, 'ownDays', coalesce((select jsonb_agg(${check.ownFrom}) from ${safetyCheck} ${check}
      where ${check.practiceId} = ${coupleRow.practiceId} and ${check.coupleId} = ${coupleRow.id} and ${check.ownFrom} is not null), '[]'::jsonb),
    'partner', jsonb_build_object('history', ${historyFor(other)}, 'startDate', ${startOf(other)},
      'chosen', ${chosenBy(other)}))
  from ${couple} ${coupleRow} where ${ofClient} order by ${coupleRow.linkedAt} desc limit 1)`;
const choiceFacts = qualified`coalesce((select jsonb_agg(jsonb_build_object('at', ${stopChoiceRow.chosenAt}, 'choice', ${stopChoiceRow.choice},
    'unchangedUntil', ${stopChoiceRow.unchangedUntil}, 'isPartners', ${stopChoiceRow.clientId} <> ${client.id})) from ${stopChoice} ${stopChoiceRow} where ${stopChoiceRow.practiceId} = ${client.practiceId}
      and (${stopChoiceRow.clientId} = ${client.id} or ${stopChoiceRow.coupleId} in (select ${coupleRow.id} from ${couple} ${coupleRow} where ${ofClient} and ${coupleRow.endedAt} is null))), '[]'::jsonb)`;

/** All that joint steps of a client are worked out from, as one column of a statement about `client`. */
export const sharedClassFacts =
  () => qualified<SharedClassFacts>`jsonb_build_object('history', ${historyFor(sql`${client.id}`)},
  'startDate', ${startOf(sql`${client.id}`)}, 'zone', ${client.zone}, 'link', ${linkFacts},
  'chosen', ${chosenBy(sql`${client.id}`)}, 'choices', ${choiceFacts})`;

/** The same facts for linked clients alone, null for others: what a list of many reads. */
export const sharedClassIfLinked = () =>
  qualified<SharedClassFacts | null>`case when exists (select 1 from ${couple} ${coupleRow} where ${ofClient}) then ${sharedClassFacts()} end`;

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

/** Joint steps as a column of a statement about `client`: whether they are open, and never why. */
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
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { input: sharedClassInput(row.facts), reads: row.readsPartner };
}

/** Whether the caller may be told what a client's gate waits for on the partner's side. */
export async function readsPartnerOf({ tx, ...scope }: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ reads: readsPartner({ tx, ...scope }), id: client.id })
    .from(client)
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
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { shared: row.shared, areAway: row.areAway };
}
