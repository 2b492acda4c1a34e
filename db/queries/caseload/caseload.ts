import { and, eq, inArray, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { isOffTheList } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { isUnaskedAddress } from "@/db/queries/letters/address-safety";
import {
  countsFrom,
  type DecisionRecord,
  decisionsByEnrolment,
  isNewestEnrolment,
  readDecisions,
  startOf,
  waitsForArrival,
} from "@/db/queries/protocol/enrolment";
import { signalColumns, standingSignals } from "@/db/queries/signals/standing-signals";
import { client } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import { pathHold } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { SafetyHold } from "@/lib/protocol/path-in-force";
import type { KeptSignal } from "@/lib/signals/settle";
import { partnerNameOf, therapistNameOf } from "./caseload-people";
import { baselinesByClient, dueOf, movesByEnrolment } from "./caseload-tables";

const hold = alias(pathHold, "h");

/** The light facts by which the whole caseload is ranked and filtered before a page of it is read. */
export type CaseloadFact = {
  clientId: string;
  recordNumber: number;
  name: string;
  therapistId: string;
  therapistName: string;
  /** Whether the reader may decide about them, and not look on alone. */
  mayChange: boolean;
  /** Read only where somebody searches. */
  email: string | null;
  partnerName: string | null;
  zone: string;
  createdAt: Date;
  hasAccepted: boolean;
  startDate: string | null;
  /** The weeks wait for the client to arrive. */
  waits: boolean;
  /** The day from which checks are counted. */
  countsFrom: string | null;
  protocolVersionId: string | null;
  decisions: Decision[];
  lastActivityAt: Date | null;
  connection: ConnectionRecord | null;
  baselineAnswered: boolean;
  /** Whether nobody has asked yet if letters may go to the address that stands: none goes until then. */
  addressUnasked: boolean;
  safetyHolds: SafetyHold[];
  nextDueOn: string | null;
  /** What the reader may know of, that is not resolved. */
  signals: KeptSignal[];
  /** Versions that the enrolment was on before it was moved, each until the day of the move; oldest first. */
  moves: { fromVersionId: string; until: string }[];
};

/**
 * The light facts of every client within reach: one statement, whatever their number, and more only where time has passed
 * kept signals by.
 */
export async function getCaseloadFacts(
  scope: Scope<StaffActor>,
  { isSearched = false }: { isSearched?: boolean } = {},
): Promise<CaseloadFact[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const { practiceId } = actor;
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const seen = tx.$with("seen").as(
    tx
      .select({
        id: client.id,
        name: account.name,
        email: account.email,
        hasPassword: hasPassword.as("has_password"),
        today: today.as("today"),
      })
      .from(client)
      .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
      .where(and(visibleClients(scope), not(isSetAsidePartner(account.passwordHash)), not(isOffTheList))),
  );
  const rows = await tx
    .with(seen)
    .select({
      clientId: client.id,
      recordNumber: client.recordNumber,
      name: seen.name,
      therapistId: client.therapistId,
      therapistName: therapistNameOf,
      mayChange: visibleClients(scope, "change").mapWith(Boolean),
      email: isSearched ? seen.email : sql<null>`null`,
      partnerName: isSearched ? partnerNameOf(scope) : sql<null>`null`,
      zone: client.zone,
      createdAt: client.createdAt,
      hasAccepted: seen.hasPassword,
      startDate: sql<string | null>`case when ${enrolment.id} is not null then ${startOf(now)} end`,
      waits: waitsForArrival,
      countsFrom: sql<string | null>`${countsFrom}`,
      protocolVersionId: enrolment.protocolVersionId,
      decisions: sql<DecisionRecord[] | null>`steered.facts`,
      lastActivityAt: client.lastActivityAt,
      addressUnasked: isUnaskedAddress(practiceId, client.accountId),
      connection: connectionSummary.kept,
      baselineAnswered: sql<boolean>`baselines.client_id is not null`,
      safetyHolds: sql<SafetyHold[] | null>`held.facts`,
      nextDueOn: sql<string | null>`due.next_on`,
      ...signalColumns(scope),
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
    .leftJoin(sql`lateral ${dueOf} due`, sql`true`)
    .leftJoin(sql`${holdsByClient(practiceId)} held`, sql`held.client_id = ${client.id}`)
    .leftJoin(sql`${movesByEnrolment(practiceId)} moves`, sql`moves.enrolment_id = ${enrolment.id}`)
    .where(eq(client.practiceId, practiceId));
  const standing = await standingSignals(scope, rows);
  return rows.map(({ areSignalsOld: _old, readsPartner: _reads, ...row }) => ({
    ...row,
    decisions: readDecisions(row.decisions ?? []),
    moves: row.moves ?? [],
    safetyHolds: row.safetyHolds ?? [],
    signals: standing.get(row.clientId)?.signals ?? [],
  }));
}

const holdsByClient = (practiceId: string) => qualified`(select ${hold.clientId},
    jsonb_agg(jsonb_build_object('from', ${hold.heldFrom}, 'until', ${hold.heldUntil})) as facts
  from ${pathHold} ${hold} where ${hold.practiceId} = ${practiceId} group by 1)`;

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
