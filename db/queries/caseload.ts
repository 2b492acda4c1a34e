import { and, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import type { KeptConnection } from "@/lib/domain/connection/kept-summary";
import { authorize } from "@/lib/domain/policy";
import type { Decision } from "@/lib/domain/protocol/decision";
import type { SafetyHold } from "@/lib/domain/protocol/standing";
import type { EventSource } from "@/lib/domain/safety/events";
import { type Gate, gateAt, gateOpens, stopSpans } from "@/lib/domain/safety/gate";
import { type AnsweredProposal, PROPOSAL_DAYS } from "@/lib/domain/signals/open-proposals";
import type { WeighedAttempt } from "@/lib/domain/signals/proposals";
import { assessment, assessmentScore, assessmentWithdrawal, instrumentVersion } from "../schema/assessments";
import { client, couple } from "../schema/clients";
import { connectionCheck, connectionSummary } from "../schema/connection";
import { exerciseAttempt } from "../schema/exercises";
import { account } from "../schema/identity";
import { enrolment, enrolmentMove, protocolProposalAnswer, protocolVersion } from "../schema/protocol";
import { safetyEvent, safetyEventStep } from "../schema/safety";
import { swapAnswer, swapRequest } from "../schema/swap-requests";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";
import { decisionsOf, isNewestEnrolment } from "./enrolment";
import { coupleGateOf, gateHistoryOf, historyFrom } from "./safety-gate";

/** The light facts by which the whole caseload is ranked and filtered before a page of it is read. */
export type CaseloadFact = {
  clientId: string;
  name: string;
  therapistId: string;
  zone: string;
  createdAt: Date;
  hasAccepted: boolean;
  startDate: string | null;
  protocolVersionId: string | null;
  decisions: Decision[];
  lastActivityAt: Date | null;
  connection: KeptConnection | null;
  baselineAnswered: boolean;
  openEvents: { source: EventSource; openedAt: string; acknowledged: boolean }[];
  gate: Gate;
  safetyHolds: SafetyHold[];
  overdue: { title: string; dueOn: string }[];
  toReview: { title: string; answeredAt: string }[];
  nextDueOn: string | null;
  /** What proposals are weighed from: the last four weeks, without anybody's words. */
  recent: WeighedAttempt[];
  answers: AnsweredProposal[];
  /** Wishes for another exercise on this enrolment, with what answered them. */
  swaps: { exercise: string; askedOn: string; answers: { decisionId: string | null }[] }[];
  /** Versions that the enrolment was on before it was moved, each until the day of the move; oldest first. */
  moves: { fromVersionId: string; until: string }[];
};

const sameClient = sql`x.practice_id = ${client.practiceId} and x.client_id = ${client.id}`;
const standing = sql`not exists (select 1 from ${assessmentWithdrawal} w where w.practice_id = x.practice_id and w.assessment_id = x.id)`;

export async function getCaseloadFacts(scope: Scope<StaffActor>, search: string): Promise<CaseloadFact[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const rows = await tx
    .select({
      clientId: client.id,
      name: account.name,
      therapistId: client.therapistId,
      zone: client.zone,
      createdAt: client.createdAt,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      startDate: enrolment.startDate,
      protocolVersionId: enrolment.protocolVersionId,
      decisions: decisionsOf(),
      lastActivityAt: client.lastActivityAt,
      connection: connectionSummary.kept,
      baselineAnswered: sql<boolean>`exists (select 1 from ${assessment} x where ${sameClient}
        and x.week_number = 0 and x.submitted_at is not null and ${standing})`,
      openEvents: sql<
        CaseloadFact["openEvents"]
      >`coalesce((select jsonb_agg(jsonb_build_object('source', x.source, 'openedAt', x.opened_at,
          'acknowledged', exists (select 1 from ${safetyEventStep} s where s.practice_id = x.practice_id and s.event_id = x.id and s.kind = 'acknowledged')))
        from ${safetyEvent} x where ${sameClient}
        and not exists (select 1 from ${safetyEventStep} s where s.practice_id = x.practice_id and s.event_id = x.id and s.kind = 'closed')), '[]'::jsonb)`,
      gateHistory: gateHistoryOf(),
      overdue: sql<
        CaseloadFact["overdue"]
      >`coalesce((select jsonb_agg(jsonb_build_object('title', v.title, 'dueOn', x.due_on))
        from ${assessment} x join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is null and x.due_on < ${today} and coalesce(x.expires_on >= ${today}, true) and ${standing}), '[]'::jsonb)`,
      toReview: sql<
        CaseloadFact["toReview"]
      >`coalesce((select jsonb_agg(jsonb_build_object('title', v.title, 'answeredAt', x.submitted_at))
        from ${assessment} x join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is not null and x.reviewed_at is null and ${standing}), '[]'::jsonb)`,
      nextDueOn: sql<string | null>`(select min(x.due_on)::text from ${assessment} x where ${sameClient}
        and x.submitted_at is null and coalesce(x.expires_on >= ${today}, true) and ${standing})`,
      recent: sql<
        WeighedAttempt[]
      >`coalesce((select jsonb_agg(jsonb_build_object('exercise', x.exercise_key, 'date', x.local_date,
          'loggedAt', x.recorded_at, 'outcome', x.outcome, 'anxietyBefore', x.anxiety_before, 'anxietyAfter', x.anxiety_after) order by x.recorded_at)
        from ${exerciseAttempt} x where ${sameClient} and x.local_date > ${today} - ${PROPOSAL_DAYS}::int), '[]'::jsonb)`.mapWith(
        (rows: (Omit<WeighedAttempt, "loggedAt"> & { loggedAt: string })[]) =>
          rows.map((row) => ({ ...row, loggedAt: new Date(row.loggedAt) })),
      ),
      answers: sql<
        AnsweredProposal[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'about', x.about, 'answeredOn', x.answered_on))
        from ${protocolProposalAnswer} x where x.practice_id = ${enrolment.practiceId} and x.enrolment_id = ${enrolment.id}), '[]'::jsonb)`,
      swaps: sql<
        CaseloadFact["swaps"]
      >`coalesce((select jsonb_agg(jsonb_build_object('exercise', x.exercise_key, 'askedOn', x.asked_on, 'answers', coalesce((
          select jsonb_agg(jsonb_build_object('decisionId', n.decision_id) order by n.answered_at, n.id)
          from ${swapAnswer} n where n.practice_id = x.practice_id and n.request_id = x.id), '[]'::jsonb)) order by x.asked_at)
        from ${swapRequest} x where x.practice_id = ${enrolment.practiceId} and x.enrolment_id = ${enrolment.id}), '[]'::jsonb)`,
      moves: sql<
        CaseloadFact["moves"]
      >`coalesce((select jsonb_agg(jsonb_build_object('fromVersionId', x.from_version_id, 'until', x.effective_on) order by x.moved_at)
        from ${enrolmentMove} x where x.practice_id = ${enrolment.practiceId} and x.enrolment_id = ${enrolment.id}), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .leftJoin(enrolment, isNewestEnrolment)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .where(and(visibleClients(scope), matches(search)));
  return rows.map(({ gateHistory, ...row }) => {
    const history = historyFrom(gateHistory);
    return { ...row, gate: gateAt(history, now), safetyHolds: stopSpans(history, row.zone, now) };
  });
}

/** A search looks for the words in the name; % and _ are letters like any other. */
const matches = (search: string): SQL | undefined =>
  search ? ilike(account.name, `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined;

export type CaseloadDetail = {
  clientId: string;
  pronouns: string | null;
  partnerName: string | null;
  therapistName: string;
  lastActivity: string | null;
  usual: KeptConnection["baseline"] | null;
  checks: { date: string; score: number }[];
  practice: { date: string; outcome: string }[];
  nextDueTitle: string | null;
  reviewTitle: string | null;
  /** True while the couple's safety gate is not clear: then there are no dimensions here. */
  gapsClosed: boolean;
  dimensions: { scaleKey: string; form: "now" | "wished"; score: number | null }[];
};

/** The rows of one page of the caseload: one statement, one index look-up per client and column. */
export async function getCaseloadDetails(
  scope: Scope<StaffActor>,
  ids: string[],
): Promise<Map<string, CaseloadDetail>> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  if (ids.length === 0) return new Map();
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const therapist = sql`(select t.name from ${account} t where t.practice_id = ${client.practiceId} and t.id = ${client.therapistId})`;
  const rows = await tx
    .select({
      clientId: client.id,
      pronouns: client.pronouns,
      partnerName: sql<string | null>`coalesce((
        select a2.name from ${couple} k
        join ${client} c2 on c2.practice_id = k.practice_id
          and c2.id = case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end
        join ${account} a2 on a2.practice_id = c2.practice_id and a2.id = c2.account_id
        where k.practice_id = ${client.practiceId} and k.ended_at is null
          and ${client.id} in (k.first_client_id, k.second_client_id) limit 1), ${client.partnerName})`,
      therapistName: sql<string>`${therapist}`,
      lastActivity: client.lastActivity,
      usual: sql<KeptConnection["baseline"] | null>`${connectionSummary.kept} -> 'baseline'`,
      checks: sql<
        { date: string; score: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', r.local_date, 'score', r.score) order by r.recorded_at)
        from (select x.local_date, x.score, x.recorded_at from ${connectionCheck} x where ${sameClient} order by x.recorded_at desc limit 10) r), '[]'::jsonb)`,
      practice: sql<
        { date: string; outcome: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', x.local_date, 'outcome', x.outcome))
        from ${exerciseAttempt} x where ${sameClient} and x.local_date > ${today} - 7), '[]'::jsonb)`,
      nextDueTitle: sql<string | null>`(select v.title from ${assessment} x
        join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is null and coalesce(x.expires_on >= ${today}, true) and ${standing} order by x.due_on, v.title limit 1)`,
      reviewTitle: sql<string | null>`(select v.title from ${assessment} x
        join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is not null and x.reviewed_at is null and ${standing} order by x.submitted_at desc limit 1)`,
      coupleGate: coupleGateOf(now),
      dimensions: sql<CaseloadDetail["dimensions"]>`coalesce((
        select jsonb_agg(jsonb_build_object('scaleKey', s.scale_key, 'form', s.form, 'score', s.score))
        from ${assessmentScore} s where s.practice_id = ${client.practiceId} and s.assessment_id = (
          select x.id from ${assessment} x
          join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
          where ${sameClient} and v.key = 'five-dimensions' and x.submitted_at is not null and ${standing}
          order by x.submitted_at desc limit 1)), '[]'::jsonb)`,
    })
    .from(client)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .where(and(visibleClients(scope), inArray(client.id, ids)));
  return new Map(
    rows.map(({ coupleGate, ...row }) => {
      const gapsClosed = !gateOpens(coupleGate).gapCharts;
      return [row.clientId, { ...row, gapsClosed, dimensions: gapsClosed ? [] : row.dimensions }];
    }),
  );
}

/** Protocol versions in use, each read once however many clients follow it. */
export async function getProtocolVersions(
  { actor, tx }: Scope<StaffActor>,
  ids: string[],
): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: protocolVersion.id, definition: protocolVersion.definition })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), inArray(protocolVersion.id, ids)));
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}
