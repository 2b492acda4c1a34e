import { and, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import type { KeptConnection } from "@/lib/domain/connection/kept-summary";
import { authorize } from "@/lib/domain/policy";
import type { Decision } from "@/lib/domain/protocol/decision";
import type { SafetyHold } from "@/lib/domain/protocol/standing";
import type { EventSource } from "@/lib/domain/safety/events";
import { type Gate, gateAt, gateOpens, stopSpans } from "@/lib/domain/safety/gate";
import type { AnsweredProposal } from "@/lib/domain/signals/open-proposals";
import type { WeighedAttempt } from "@/lib/domain/signals/proposals";
import { assessment, assessmentScore, instrumentVersion } from "../schema/assessments";
import { client, couple } from "../schema/clients";
import { connectionCheck, connectionSummary } from "../schema/connection";
import { exerciseAttempt } from "../schema/exercises";
import { account } from "../schema/identity";
import { enrolment, protocolVersion } from "../schema/protocol";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";
import {
  answersByEnrolment,
  baselinesByClient,
  dueOf,
  movesByEnrolment,
  openEventsByClient,
  recentByClient,
  standing,
  swapsByEnrolment,
  unseenByClient,
} from "./caseload-tables";
import { decisionsByEnrolment, isNewestEnrolment, type KeptDecision, readDecisions } from "./enrolment";
import { coupleGateOf, decisionsByClient, historyFrom, type KeptGateHistory, screensByClient } from "./safety-gate";

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

/** The light facts of every client within reach: one statement that reads each table once, whatever their number. */
export async function getCaseloadFacts(scope: Scope<StaffActor>, search: string): Promise<CaseloadFact[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const { practiceId } = actor;
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const seen = tx.$with("seen").as(
    tx
      .select({
        id: client.id,
        name: account.name,
        hasPassword: hasPassword.as("has_password"),
        today: today.as("today"),
      })
      .from(client)
      .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
      .where(and(visibleClients(scope), matches(search))),
  );
  const rows = await tx
    .with(seen)
    .select({
      clientId: client.id,
      name: seen.name,
      therapistId: client.therapistId,
      zone: client.zone,
      createdAt: client.createdAt,
      hasAccepted: seen.hasPassword,
      startDate: enrolment.startDate,
      protocolVersionId: enrolment.protocolVersionId,
      decisions: sql<KeptDecision[] | null>`steered.facts`,
      lastActivityAt: client.lastActivityAt,
      connection: connectionSummary.kept,
      baselineAnswered: sql<boolean>`baselines.client_id is not null`,
      openEvents: sql<CaseloadFact["openEvents"] | null>`events.facts`,
      screens: sql<KeptGateHistory["screens"] | null>`screens.facts`,
      gateDecisions: sql<KeptGateHistory["decisions"] | null>`gate_decisions.facts`,
      overdue: sql<CaseloadFact["overdue"] | null>`due.overdue`,
      toReview: sql<CaseloadFact["toReview"] | null>`unseen.facts`,
      nextDueOn: sql<string | null>`due.next_on`,
      recent: sql<KeptAttempt[] | null>`recent.facts`,
      answers: sql<AnsweredProposal[] | null>`answers.facts`,
      swaps: sql<CaseloadFact["swaps"] | null>`swaps.facts`,
      moves: sql<CaseloadFact["moves"] | null>`moves.facts`,
    })
    .from(client)
    .innerJoin(seen, eq(seen.id, client.id))
    .leftJoin(enrolment, isNewestEnrolment)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .leftJoin(sql`${decisionsByEnrolment(practiceId)} steered`, sql`steered.enrolment_id = ${enrolment.id}`)
    .leftJoin(sql`${baselinesByClient(practiceId)} baselines`, sql`baselines.client_id = ${client.id}`)
    .leftJoin(sql`${unseenByClient(practiceId)} unseen`, sql`unseen.client_id = ${client.id}`)
    .leftJoin(sql`lateral ${dueOf} due`, sql`true`)
    .leftJoin(sql`${openEventsByClient(practiceId)} events`, sql`events.client_id = ${client.id}`)
    .leftJoin(sql`${screensByClient(practiceId)} screens`, sql`screens.client_id = ${client.id}`)
    .leftJoin(sql`${decisionsByClient(practiceId)} gate_decisions`, sql`gate_decisions.client_id = ${client.id}`)
    .leftJoin(sql`${recentByClient(practiceId)} recent`, sql`recent.client_id = ${client.id}`)
    .leftJoin(sql`${answersByEnrolment(practiceId)} answers`, sql`answers.enrolment_id = ${enrolment.id}`)
    .leftJoin(sql`${swapsByEnrolment(practiceId)} swaps`, sql`swaps.enrolment_id = ${enrolment.id}`)
    .leftJoin(sql`${movesByEnrolment(practiceId)} moves`, sql`moves.enrolment_id = ${enrolment.id}`)
    .where(eq(client.practiceId, practiceId));
  return rows.map(({ screens, gateDecisions, ...row }) => {
    const history = historyFrom({ screens: screens ?? [], decisions: gateDecisions ?? [] });
    return {
      ...row,
      decisions: readDecisions(row.decisions ?? []),
      openEvents: row.openEvents ?? [],
      overdue: row.overdue ?? [],
      toReview: row.toReview ?? [],
      recent: (row.recent ?? []).map((one) => ({ ...one, loggedAt: new Date(one.loggedAt) })),
      answers: row.answers ?? [],
      swaps: row.swaps ?? [],
      moves: row.moves ?? [],
      gate: gateAt(history, now),
      safetyHolds: stopSpans(history, row.zone, now),
    };
  });
}

type KeptAttempt = Omit<WeighedAttempt, "loggedAt"> & { loggedAt: string };

const hasPassword = sql<boolean>`${account.passwordHash} is not null`;

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
