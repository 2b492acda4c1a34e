import { type AnyColumn, and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessmentWithdrawal } from "@/db/schema/assessments";
import { clientStep } from "@/db/schema/client-life";
import { client, couple } from "@/db/schema/clients";
import { safetyDecision, safetyEvent, safetyScreen } from "@/db/schema/safety";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { Actor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { type Gate, type GateHistory, gateAt, instantOfRows, type ScreenResult } from "@/lib/safety/gate";

const screen = alias(safetyScreen, "w");
const event = alias(safetyEvent, "w");
const withdrawal = alias(assessmentWithdrawal, "v");
const decided = alias(safetyDecision, "g");
const link = alias(couple, "w");
const othersScreen = alias(safetyScreen, "o");
const member = alias(safetyCheckMember, "m");
const check = alias(safetyCheck, "sc");
const merge = alias(clientStep, "mg");
const joins = alias(clientStep, "jn");
const undone = alias(clientStep, "un");

export type GateHistoryRecord = OwnHistoryRecord & {
  joined: { at: string; until: string | null; history: OwnHistoryRecord }[];
};

type OwnHistoryRecord = {
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
  const whose = (column: AnyColumn) => (clientId ? sql`and ${column} = ${clientId}` : sql``);
  return qualified`(select ${screen.id}, ${screen.clientId}, ${screen.answeredAt}, ${screen.outcome}, exists (select 1 from ${assessmentWithdrawal} ${withdrawal}
      where ${withdrawal.practiceId} = ${screen.practiceId} and ${withdrawal.assessmentId} = coalesce(${screen.assessmentId}, ${screen.id})) or ${screen.isDraft} as voided, ${screen.reportsHarm}, ${screen.ownHarm}
    from ${safetyScreen} ${screen} where ${screen.practiceId} = ${practiceId} ${whose(screen.clientId)}
    union all select ${event.id}, ${event.clientId}, ${event.openedAt}, 'stop', true, null, null from ${safetyEvent} ${event}
    where ${event.practiceId} = ${practiceId} and ${event.source} = 'screen' ${whose(event.clientId)})`;
};
const screenFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'answeredAt', g.answered_at, 'outcome', g.outcome,
  'isVoided', g.voided, 'reportsHarm', g.reports_harm, 'ownHarm', g.own_harm))`;

/**
 * What makes a gate wait besides answers: the questions were asked; a link ended; two records of one person were merged, or that
 * was taken back; a linked partner said that they had hurt
 * or frightened the other. Of the last nothing but the waiting reaches this person's side.
 */
const waited = (practiceId: SQL, clientId?: SQL) => {
  const whose = (column: AnyColumn) => (clientId ? sql`and ${column} = ${clientId}` : sql``);
  const ofCouple = (person: AnyColumn, other: AnyColumn) => qualified`
    select ${link.id}, ${person} as client_id, ${link.endedAt} as at, 'clinician' as reason, false as partners from ${couple} ${link}
      where ${link.practiceId} = ${practiceId} and ${link.endedAt} is not null ${whose(person)}
    union all select ${othersScreen.id}, ${person}, ${othersScreen.answeredAt}, 'clinician', true from ${couple} ${link}
      join ${safetyScreen} ${othersScreen} on ${othersScreen.practiceId} = ${link.practiceId} and ${othersScreen.clientId} = ${other} and ${othersScreen.ownHarm}
        and ${othersScreen.answeredAt} >= ${link.linkedAt} and ${othersScreen.answeredAt} < coalesce(${link.endedAt}, 'infinity')
      where ${link.practiceId} = ${practiceId} ${whose(person)}`;
  const ofMerge = (person: AnyColumn) => qualified`
    select ${merge.id}, ${person} as client_id, ${merge.decidedAt} as at, 'clinician' as reason, false as partners from ${clientStep} ${merge}
      where ${merge.practiceId} = ${practiceId} and ${merge.intoId} is not null ${whose(person)}`;
  return qualified`(select ${member.checkId} as id, ${member.clientId}, ${check.askedAt} as at, 'screen' as reason, false as partners from ${safetyCheckMember} ${member}
      join ${safetyCheck} ${check} on ${check.practiceId} = ${member.practiceId} and ${check.id} = ${member.checkId}
      where ${member.practiceId} = ${practiceId} ${whose(member.clientId)}
    union all ${ofCouple(link.firstClientId, link.secondClientId)}
    union all ${ofCouple(link.secondClientId, link.firstClientId)}
    union all ${ofMerge(merge.clientId)}
    union all ${ofMerge(merge.intoId)})`;
};
const waitFacts = sql`jsonb_agg(jsonb_build_object('id', g.id, 'at', g.at, 'for', g.reason, 'isPartners', g.partners))`;
const decisionFacts = sql`jsonb_agg(jsonb_build_object('id', ${decided.id}, 'kind', ${decided.kind}, 'decidedAt', ${decided.decidedAt},
  'clinicianId', ${decided.decidedBy}, 'talkedAlone', ${decided.talkedAlone}))`;

const ownHistory = (clientId: SQL, practiceId: SQL) => qualified<OwnHistoryRecord>`jsonb_build_object(
  'screens', coalesce((select ${screenFacts} from ${screened(practiceId, clientId)} g), '[]'::jsonb),
  'decisions', coalesce((select ${decisionFacts} from ${safetyDecision} ${decided}
    where ${decided.practiceId} = ${practiceId} and ${decided.clientId} = ${clientId}), '[]'::jsonb),
  'waits', coalesce((select ${waitFacts} from ${waited(practiceId, clientId)} g), '[]'::jsonb))`;

/** Records of the same person that were merged into this one, with what their gates are worked out from. */
const joinedTo = (
  clientId: SQL,
  practiceId: SQL,
) => qualified`coalesce((select jsonb_agg(jsonb_build_object('at', ${joins.decidedAt},
    'until', (select min(${undone.decidedAt}) from ${clientStep} ${undone} where ${undone.practiceId} = ${joins.practiceId}
      and ${undone.clientId} = ${joins.clientId} and ${undone.intoId} = ${joins.intoId} and ${undone.kind} <> 'merged' and ${undone.decidedAt} > ${joins.decidedAt}),
    'history', ${ownHistory(sql`${joins.clientId}`, practiceId)}))
  from ${clientStep} ${joins} where ${joins.practiceId} = ${practiceId} and ${joins.intoId} = ${clientId} and ${joins.kind} = 'merged'), '[]'::jsonb)`;

/** Everything the gate of the client named by `clientId` is worked out from. */
export const historyFor = (clientId: SQL, practiceId: SQL = sql`${client.practiceId}`) =>
  qualified<GateHistoryRecord>`(${ownHistory(clientId, practiceId)} || jsonb_build_object('joined', ${joinedTo(clientId, practiceId)}))`;

/** Everything the gate of a client is worked out from, as one column of a statement about `client`. */
export const gateHistoryOf = () => historyFor(sql`${client.id}`);

/** A reason was written before the row was; it stays sealed here. */
const writtenDown = "Written down and sealed.";

export const historyFrom = ({ joined, ...own }: GateHistoryRecord): GateHistory => ({
  ...ownHistoryFrom(own),
  joined: joined.map(({ at, until, history }) => ({
    ...{ at: new Date(at), until: until === null ? null : new Date(until) },
    history: ownHistoryFrom(history),
  })),
});

function ownHistoryFrom(history: OwnHistoryRecord): GateHistory {
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
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return historyFrom(row.history);
}

/** The gate of one client whom the caller may reach. */
export async function getGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<Gate> {
  const [row] = await scope.tx
    .select({ history: gateHistoryOf(), id: client.id })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return gateFrom(row.history, scope.now);
}
