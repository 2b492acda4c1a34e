import { and, eq, inArray, not, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readsPartner } from "@/db/couple-reach";
import { protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { closenessByClient } from "@/db/queries/assessments/newest-closeness";
import { isGone } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { isUnaskedAddress } from "@/db/queries/letters/address-safety";
import {
  type DecisionRecord,
  decisionsByEnrolment,
  isNewestEnrolment,
  readDecisions,
} from "@/db/queries/protocol/enrolment";
import {
  decisionsByClient,
  type GateHistoryRecord,
  gateOf,
  historyFrom,
  screensByClient,
  waitsByClient,
} from "@/db/queries/safety/safety-gate";
import { sharedClassIfLinked, sharedClassInput } from "@/db/queries/safety/shared-class";
import { unreadWordsByClient } from "@/db/queries/safety/unread-check-words";
import { client, consent } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import { pathHold } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import { chosenOwnSteps } from "@/lib/protocol/chosen-own-steps";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { SafetyHold } from "@/lib/protocol/path-in-force";
import type { EventSource } from "@/lib/safety/events";
import type { Gate } from "@/lib/safety/gate";
import { ownHistory, saysGainAt } from "@/lib/safety/own-side";
import { calendarOf } from "@/lib/safety/practice-week";
import { chosenAt } from "@/lib/safety/shared-class";
import type { AnsweredProposal } from "@/lib/signals/open-proposals";
import type { WeighedAttempt } from "@/lib/signals/proposals";
import type { ClosenessSeen } from "@/lib/signals/side-by-side-first";
import {
  answersByEnrolment,
  baselinesByClient,
  dueOf,
  movesByEnrolment,
  openEventsByClient,
  openEventsOf,
  recentByClient,
  swapsByEnrolment,
  unreadByClient,
  unreadMessagesByClient,
  unseenByClient,
} from "./caseload-tables";

const given = alias(consent, "k");
const hold = alias(pathHold, "h");

/** The light facts by which the whole caseload is ranked and filtered before a page of it is read. */
export type CaseloadFact = {
  clientId: string;
  recordNumber: number;
  name: string;
  therapistId: string;
  zone: string;
  createdAt: Date;
  hasAccepted: boolean;
  startDate: string | null;
  protocolVersionId: string | null;
  decisions: Decision[];
  lastActivityAt: Date | null;
  /** When the client took the agreement back; null while it stands, or before the first. */
  consentWithdrawnAt: string | null;
  connection: ConnectionRecord | null;
  baselineAnswered: boolean;
  /** Whether nobody has asked yet if letters may go to the address that stands: none goes until then. */
  addressUnasked: boolean;
  /** Something written in safety questions that nobody has marked as read. */
  hasUnreadWords: boolean;
  openEvents: { source: EventSource; openedAt: string; acknowledged: boolean }[];
  gate: Gate;
  /** Whether words of gain may be said, such as "ready for the next phase". */
  saysGain: boolean;
  safetyHolds: SafetyHold[];
  /** `reminders` counts the letters about it that went out. */
  overdue: { title: string; dueOn: string; reminders: number }[];
  toReview: { title: string; answeredAt: string }[];
  /** Reflections that nobody has read. */
  reflections: number;
  /** Messages of the client that nobody has read. */
  unreadMessages: { count: number; since: string } | null;
  nextDueOn: string | null;
  /** What proposals are weighed from: the last four weeks, without anybody's words. */
  recent: WeighedAttempt[];
  answers: AnsweredProposal[];
  closeness: ClosenessSeen | null;
  /** Wishes for another exercise on this enrolment, with what answered them. */
  swaps: { exercise: string; askedOn: string; answers: { decisionId: string | null }[] }[];
  /** Versions that the enrolment was on before it was moved, each until the day of the move; oldest first. */
  moves: { fromVersionId: string; until: string }[];
};

/** The light facts of every client within reach: one statement that reads each table once, whatever their number. */
export async function getCaseloadFacts(scope: Scope<StaffActor>): Promise<CaseloadFact[]> {
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
      .where(
        and(
          visibleClients(scope),
          not(isSetAsidePartner(account.passwordHash)),
          or(not(isGone), sql`exists ${openEventsOf(client.practiceId, client.id)}`),
        ),
      ),
  );
  const rows = await tx
    .with(seen)
    .select({
      clientId: client.id,
      recordNumber: client.recordNumber,
      name: seen.name,
      therapistId: client.therapistId,
      zone: client.zone,
      createdAt: client.createdAt,
      hasAccepted: seen.hasPassword,
      startDate: enrolment.startDate,
      protocolVersionId: enrolment.protocolVersionId,
      decisions: sql<DecisionRecord[] | null>`steered.facts`,
      lastActivityAt: client.lastActivityAt,
      consentWithdrawnAt: qualified<
        string | null
      >`(select case when ${given.decision} = 'withdrawn' then ${given.decidedAt} end from ${consent} ${given}
        where ${given.practiceId} = ${client.practiceId} and ${given.clientId} = ${client.id} order by ${given.decidedAt} desc limit 1)`,
      addressUnasked: isUnaskedAddress(practiceId, client.accountId),
      connection: connectionSummary.kept,
      baselineAnswered: sql<boolean>`baselines.client_id is not null`,
      hasUnreadWords: sql<boolean>`unread_words.client_id is not null`,
      openEvents: sql<CaseloadFact["openEvents"] | null>`events.facts`,
      screens: sql<GateHistoryRecord["screens"] | null>`screens.facts`,
      gateDecisions: sql<GateHistoryRecord["decisions"] | null>`gate_decisions.facts`,
      waits: sql<GateHistoryRecord["waits"] | null>`waits.facts`,
      safetyHolds: sql<SafetyHold[] | null>`held.facts`,
      overdue: sql<CaseloadFact["overdue"] | null>`due.overdue`,
      toReview: sql<CaseloadFact["toReview"] | null>`unseen.facts`,
      nextDueOn: sql<string | null>`due.next_on`,
      recent: sql<AttemptRecord[] | null>`recent.facts`,
      answers: sql<AnsweredProposal[] | null>`answers.facts`,
      closeness: sql<ClosenessSeen | null>`closeness.facts`,
      linked: sharedClassIfLinked(),
      readsPartner: readsPartner(scope),
      reflections: sql<number | null>`unread.count`,
      unreadMessages: sql<CaseloadFact["unreadMessages"]>`unread_messages.facts`,
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
    .leftJoin(sql`${unreadWordsByClient(practiceId)} unread_words`, sql`unread_words.client_id = ${client.id}`)
    .leftJoin(sql`${screensByClient(practiceId)} screens`, sql`screens.client_id = ${client.id}`)
    .leftJoin(sql`${decisionsByClient(practiceId)} gate_decisions`, sql`gate_decisions.client_id = ${client.id}`)
    .leftJoin(sql`${recentByClient(practiceId)} recent`, sql`recent.client_id = ${client.id}`)
    .leftJoin(sql`${answersByEnrolment(practiceId)} answers`, sql`answers.enrolment_id = ${enrolment.id}`)
    .leftJoin(sql`${closenessByClient(practiceId)} closeness`, sql`closeness.client_id = ${client.id}`)
    .leftJoin(sql`${waitsByClient(practiceId)} waits`, sql`waits.client_id = ${client.id}`)
    .leftJoin(sql`${holdsByClient(practiceId)} held`, sql`held.client_id = ${client.id}`)
    .leftJoin(sql`${unreadByClient(practiceId)} unread`, sql`unread.client_id = ${client.id}`)
    .leftJoin(
      sql`${unreadMessagesByClient(practiceId, now)} unread_messages`,
      sql`unread_messages.client_id = ${client.id}`,
    )
    .leftJoin(sql`${swapsByEnrolment(practiceId)} swaps`, sql`swaps.enrolment_id = ${enrolment.id}`)
    .leftJoin(sql`${movesByEnrolment(practiceId)} moves`, sql`moves.enrolment_id = ${enrolment.id}`)
    .where(eq(client.practiceId, practiceId));
  return rows.map(({ screens, gateDecisions, waits, linked, readsPartner: reads, ...row }) => {
    const kept = historyFrom({ screens: screens ?? [], decisions: gateDecisions ?? [], waits: waits ?? [] });
    const gate = gateOf(reads ? kept : ownHistory(kept), now);
    const decisions = readDecisions(row.decisions ?? []);
    const own = { calendar: calendarOf([row.startDate], row.zone), link: null, chosen: chosenOwnSteps(decisions) };
    return {
      ...row,
      decisions,
      openEvents: row.openEvents ?? [],
      overdue: row.overdue ?? [],
      toReview: row.toReview ?? [],
      recent: (row.recent ?? []).map((one) => ({ ...one, loggedAt: new Date(one.loggedAt) })),
      answers: row.answers ?? [],
      swaps: row.swaps ?? [],
      moves: row.moves ?? [],
      reflections: row.reflections ?? 0,
      gate,
      saysGain:
        gate.state === "clear" &&
        (linked ? saysGainAt(sharedClassInput(linked), reads, now) : chosenAt(own, now) === null),
      safetyHolds: row.safetyHolds ?? [],
    };
  });
}

const holdsByClient = (practiceId: string) => qualified`(select ${hold.clientId},
    jsonb_agg(jsonb_build_object('from', ${hold.heldFrom}, 'until', ${hold.heldUntil})) as facts
  from ${pathHold} ${hold} where ${hold.practiceId} = ${practiceId} group by 1)`;

type AttemptRecord = Omit<WeighedAttempt, "loggedAt"> & { loggedAt: string };

const hasPassword = sql<boolean>`${account.passwordHash} is not null`;

/** Protocol versions in use, each read once however many clients follow it. */
export async function getProtocolVersions(
  { actor, tx }: Scope<StaffActor>,
  ids: string[],
): Promise<Map<string, ProtocolVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: protocolVersion.id, version: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), inArray(protocolVersion.id, ids)));
  return new Map(rows.map(({ id, version }) => [id, version]));
}
