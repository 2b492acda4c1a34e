import { and, eq, type SQL, sql } from "drizzle-orm";
import { assessmentWithdrawal } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { safetyDecision, safetyEvent, safetyScreen } from "@/db/schema/safety";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { Actor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { type Gate, type GateHistory, gateAt, instantOfRows, type ScreenResult } from "@/lib/safety/gate";

export type GateHistoryRecord = {
  screens: {
    id: string;
    answeredAt: string;
    outcome: ScreenResult["outcome"];
    isVoided: boolean;
    reportsHarm: boolean | null;
    ownHarm: boolean | null;
  }[];
  decisions: {
    id: string;
    kind: "clear" | "concern" | "stop";
    decidedAt: string;
    clinicianId: string;
    talkedAlone: boolean;
  }[];
  waits: { id: string; at: string; for: "screen" | "clinician"; isPartners: boolean }[];
};

/**
 * What was said in screens: whatever a card raised, sent or not, and each event that an answer to one opened. A stop answer counts the
 * moment it is given, also where it is taken back before the rest is sent: somebody may be watching. Like a voided screen
 * such an answer raises the gate and is no screening.
 */
const screened = (practiceId: SQL, clientId?: SQL) => {
  const whose = clientId ? sql`and w.client_id = ${clientId}` : sql``;
  return sql`(select w.id, w.client_id, w.answered_at, w.outcome, exists (select 1 from ${assessmentWithdrawal} v
      where v.practice_id = w.practice_id and v.assessment_id = coalesce(w.assessment_id, w.id)) or w.is_draft as voided, w.reports_harm, w.own_harm
    from ${safetyScreen} w where w.practice_id = ${practiceId} ${whose}
    union all select w.id, w.client_id, w.opened_at, 'stop', true, null, null from ${safetyEvent} w
    where w.practice_id = ${practiceId} and w.source = 'screen' ${whose})`;
};
const screenFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'answeredAt', g.answered_at, 'outcome', g.outcome,
  'isVoided', g.voided, 'reportsHarm', g.reports_harm, 'ownHarm', g.own_harm))`;

/**
 * What makes a gate wait besides answers: the questions were asked; a link ended; a linked partner said that they had hurt
 * or frightened the other. Of the last nothing but the waiting reaches this person's side.
 */
const waited = (practiceId: SQL, clientId?: SQL) => {
  const whose = (column: SQL) => (clientId ? sql`and ${column} = ${clientId}` : sql``);
  const ofCouple = (person: SQL, other: SQL) => sql`
    select w.id, ${person} as client_id, w.ended_at as at, 'clinician' as reason, false as partners from ${couple} w
      where w.practice_id = ${practiceId} and w.ended_at is not null ${whose(person)}
    union all select o.id, ${person}, o.answered_at, 'clinician', true from ${couple} w
      join ${safetyScreen} o on o.practice_id = w.practice_id and o.client_id = ${other} and o.own_harm
        and o.answered_at >= w.linked_at and o.answered_at < coalesce(w.ended_at, 'infinity')
      where w.practice_id = ${practiceId} ${whose(person)}`;
  return sql`(select m.check_id as id, m.client_id, sc.asked_at as at, 'screen' as reason, false as partners from ${safetyCheckMember} m
      join ${safetyCheck} sc on sc.practice_id = m.practice_id and sc.id = m.check_id
      where m.practice_id = ${practiceId} ${whose(sql`m.client_id`)}
    union all ${ofCouple(sql`w.first_client_id`, sql`w.second_client_id`)}
    union all ${ofCouple(sql`w.second_client_id`, sql`w.first_client_id`)})`;
};
const waitFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'at', g.at, 'for', g.reason, 'isPartners', g.partners))`;
const decisionFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'decidedAt', g.decided_at,
  'clinicianId', g.decided_by, 'talkedAlone', g.talked_alone))`;

/** Everything the gate of the client named by `clientId` is worked out from. */
export const historyFor = (
  clientId: SQL,
  practiceId: SQL = sql`${client.practiceId}`,
) => sql<GateHistoryRecord>`jsonb_build_object(
  'screens', coalesce((select ${screenFacts} from ${screened(practiceId, clientId)} g), '[]'::jsonb),
  'decisions', coalesce((select ${decisionFacts} from ${safetyDecision} g
    where g.practice_id = ${practiceId} and g.client_id = ${clientId}), '[]'::jsonb),
  'waits', coalesce((select ${waitFacts} from ${waited(practiceId, clientId)} g), '[]'::jsonb))`;

/** The same for many clients at once, as derived tables by client_id: each table is read once, not once per client. */
export const screensByClient = (practiceId: string) =>
  sql`(select g.client_id, ${screenFacts} as facts from ${screened(sql`${practiceId}::uuid`)} g group by 1)`;
export const decisionsByClient = (practiceId: string) =>
  sql`(select g.client_id, ${decisionFacts} as facts from ${safetyDecision} g where g.practice_id = ${practiceId} group by 1)`;

export const waitsByClient = (practiceId: string) =>
  sql`(select g.client_id, ${waitFacts} as facts from ${waited(sql`${practiceId}::uuid`)} g group by 1)`;

/** Everything the gate of a client is worked out from, as one column of a statement about `client` with a join. */
export const gateHistoryOf = () => historyFor(sql`${client.id}`);

/** A reason was written before the row was; it stays sealed here. */
const writtenDown = "Written down and sealed.";

export function historyFrom(history: GateHistoryRecord): GateHistory {
  return {
    screens: history.screens.map((screen) => ({ ...screen, answeredAt: new Date(screen.answeredAt) })),
    decisions: history.decisions.map(({ decidedAt, ...decision }) => ({
      ...decision,
      decidedAt: new Date(decidedAt),
      reason: writtenDown,
    })),
    waits: history.waits.map((wait) => ({ ...wait, at: new Date(wait.at) })),
  };
}

/** The gate as the rows have it by now. */
export const gateOf = (history: GateHistory, now: Date): Gate => gateAt(history, instantOfRows(history, now));

export const gateFrom = (history: GateHistoryRecord, now: Date): Gate => gateOf(historyFrom(history), now);

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
