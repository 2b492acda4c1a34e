import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import type { SafetyHold } from "@/lib/domain/protocol/standing";
import {
  type Gate,
  type GateHistory,
  type GateState,
  gateAt,
  instantOfRows,
  type ScreenResult,
  stopSpans,
  worseOf,
} from "@/lib/domain/safety/gate";
import type { Zone } from "@/lib/domain/time/zone";
import { assessmentWithdrawal } from "../schema/assessments";
import { client, couple } from "../schema/clients";
import { safetyDecision, safetyEvent, safetyScreen } from "../schema/safety";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";
import { areExercisesAway } from "./exercises-away";

export type KeptGateHistory = {
  screens: { id: string; answeredAt: string; outcome: ScreenResult["outcome"]; isVoided: boolean }[];
  decisions: {
    id: string;
    kind: "clear" | "concern" | "stop";
    decidedAt: string;
    clinicianId: string;
    talkedAlone: boolean;
  }[];
};

/**
 * What was said in screens: whatever a card raised, sent or not, and each event that an answer to one opened. A stop answer counts the
 * moment it is given, also where it is taken back before the rest is sent: somebody may be watching. Like a voided screen
 * such an answer raises the gate and is no screening.
 */
const screened = (practiceId: SQL, clientId?: SQL) => {
  const whose = clientId ? sql`and w.client_id = ${clientId}` : sql``;
  return sql`(select w.id, w.client_id, w.answered_at, w.outcome, exists (select 1 from ${assessmentWithdrawal} v
      where v.practice_id = w.practice_id and v.assessment_id = coalesce(w.assessment_id, w.id)) or w.is_draft as voided
    from ${safetyScreen} w where w.practice_id = ${practiceId} ${whose}
    union all select w.id, w.client_id, w.opened_at, 'stop', true from ${safetyEvent} w
    where w.practice_id = ${practiceId} and w.source = 'screen' ${whose})`;
};
const screenFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'answeredAt', g.answered_at, 'outcome', g.outcome,
  'isVoided', g.voided))`;
const decisionFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'decidedAt', g.decided_at,
  'clinicianId', g.decided_by, 'talkedAlone', g.talked_alone))`;

const historyFor = (
  clientId: SQL,
  practiceId: SQL = sql`${client.practiceId}`,
) => sql<KeptGateHistory>`jsonb_build_object(
  'screens', coalesce((select ${screenFacts} from ${screened(practiceId, clientId)} g), '[]'::jsonb),
  'decisions', coalesce((select ${decisionFacts} from ${safetyDecision} g
    where g.practice_id = ${practiceId} and g.client_id = ${clientId}), '[]'::jsonb))`;

/** The same for many clients at once, as derived tables by client_id: each table is read once, not once per client. */
export const screensByClient = (practiceId: string) =>
  sql`(select g.client_id, ${screenFacts} as facts from ${screened(sql`${practiceId}::uuid`)} g group by 1)`;
export const decisionsByClient = (practiceId: string) =>
  sql`(select g.client_id, ${decisionFacts} as facts from ${safetyDecision} g where g.practice_id = ${practiceId} group by 1)`;

/** The gate histories of linked partners, by the client_id of the other: couples are few, so each is looked up. */
export const partnersByClient = (practiceId: string) =>
  sql`(select p.client_id, ${historyFor(sql`p.partner_id`, sql`${practiceId}::uuid`)} as facts from (
    select k.first_client_id as client_id, k.second_client_id as partner_id from ${couple} k
      where k.practice_id = ${practiceId} and k.ended_at is null
    union all select k.second_client_id, k.first_client_id from ${couple} k
      where k.practice_id = ${practiceId} and k.ended_at is null) p)`;

/** Everything the gate of a client is worked out from, as one column of a statement about `client` with a join. */
export const gateHistoryOf = () => historyFor(sql`${client.id}`);

const partnerId = sql`case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end`;

/** The worse of a client's gate and, while they are linked, the partner's: the state alone leaves this file. */
export const coupleGateOf = (now: Date) =>
  sql<GateState>`jsonb_build_array(${historyFor(sql`${client.id}`)}) || coalesce((
    select jsonb_build_array(${historyFor(partnerId)}) from ${couple} k
    where k.practice_id = ${client.practiceId} and k.ended_at is null
      and ${client.id} in (k.first_client_id, k.second_client_id) limit 1), '[]'::jsonb)`.mapWith(
    (histories: KeptGateHistory[]) => histories.map((one) => gateFrom(one, now).state).reduce(worseOf),
  );

/** A reason was written before the row was; it stays sealed here. */
const writtenDown = "Written down and sealed.";

export function historyFrom(history: KeptGateHistory): GateHistory {
  return {
    screens: history.screens.map((screen) => ({ ...screen, answeredAt: new Date(screen.answeredAt) })),
    decisions: history.decisions.map(({ decidedAt, ...decision }) => ({
      ...decision,
      decidedAt: new Date(decidedAt),
      reason: writtenDown,
    })),
  };
}

/** The gate, and the spans in which a stop held the path, as the rows have it by now. */
export const gateOf = (history: GateHistory, now: Date): Gate => gateAt(history, instantOfRows(history, now));
export const holdsOf = (history: GateHistory, zone: Zone, now: Date): SafetyHold[] =>
  stopSpans(history, zone, instantOfRows(history, now));

export const gateFrom = (history: KeptGateHistory, now: Date): Gate => gateOf(historyFrom(history), now);

/** The same for a client whom the caller has looked up in scope, and locked if it is to be added to. */
export async function gateHistory({ actor, tx }: Scope, clientId: string): Promise<GateHistory> {
  const [row] = await tx
    .select({ history: gateHistoryOf(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return historyFrom(row.history);
}

/** The gate of one client whom the caller may reach. */
export async function getGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<Gate> {
  const [row] = await scope.tx
    .select({ history: gateHistoryOf(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return gateFrom(row.history, scope.now);
}

/**
 * What holds for anything done as a couple: the worse of the two gates, or the own one without a linked partner. Of
 * the partner nothing else is read, and not which of the two it is.
 */
export async function getCoupleGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<GateState> {
  const [row] = await scope.tx
    .select({ state: coupleGateOf(scope.now), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return row.state;
}

export type ExerciseGate = {
  /** The couple's gate: the worse of the two. */
  state: GateState;
  /** The person put the exercises away by their own choice. What they said about their safety closes nothing. */
  areAway: boolean;
};

/** What the safety gate says about a client's exercises, for pages and commands alike. */
export async function getExerciseGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<ExerciseGate> {
  const [row] = await scope.tx
    .select({ state: coupleGateOf(scope.now), areAway: areExercisesAway(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { state: row.state, areAway: row.areAway };
}
