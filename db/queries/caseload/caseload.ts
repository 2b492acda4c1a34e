import { and, eq, inArray, not, sql } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { nextSessionAt } from "@/db/queries/appointments/next-session";
import { baselineAnswered } from "@/db/queries/assessments/own-sittings";
import { isOffTheList } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { isUnaskedAddress } from "@/db/queries/letters/address-safety";
import {
  countsFromAnyway,
  decisionsOf,
  newestEnrolment,
  startOf,
  waitsForArrival,
} from "@/db/queries/protocol/enrolment";
import { safetyHolds, versionMoves } from "@/db/queries/signals/fact-columns";
import { signalColumns, standingSignals } from "@/db/queries/signals/standing-signals";
import { client } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { SafetyHold } from "@/lib/protocol/path-in-force";
import type { KeptSignal } from "@/lib/signals/settle";
import { therapistNameOf } from "./caseload-people";
import { nextDueOn } from "./caseload-tables";

/** The facts by which a line is worded, and its place worked out where the kept one is old. */
export type CaseloadFact = {
  clientId: string;
  recordNumber: number;
  name: string;
  therapistId: string;
  therapistName: string;
  zone: string;
  hasAccepted: boolean;
  startDate: string | null;
  /** The weeks wait for the client to arrive. */
  waits: boolean;
  /** The day from which checks are counted. */
  countsFrom: string;
  protocolVersionId: string | null;
  decisions: Decision[];
  lastActivityAt: Date | null;
  connection: ConnectionRecord | null;
  baselineAnswered: boolean;
  /** Whether nobody has asked yet if letters may go to the address that stands: none goes until then. */
  addressUnasked: boolean;
  safetyHolds: SafetyHold[];
  nextDueOn: string | null;
  nextSessionAt: Date | null;
  /** What the reader may know of, that is not resolved. */
  signals: KeptSignal[];
  /** Versions that the enrolment was on before it was moved, each until the day of the move; oldest first. */
  moves: { fromVersionId: string; until: string }[];
};

/**
 * What the lines of these clients say, or of everybody within reach: one statement, an index look-up per client and column, and
 * more only where time has passed kept signals by.
 */
export async function getCaseloadFacts(scope: Scope<StaffActor>, ids?: readonly string[]): Promise<CaseloadFact[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  if (ids?.length === 0) return [];
  const { practiceId } = actor;
  // Looked up of one client after another: as a join of sixty it may go over all accounts.
  const person = tx
    .select({ name: account.name, passwordHash: account.passwordHash })
    .from(account)
    .where(and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .limit(1)
    .as("person");
  const rows = await tx
    .select({
      clientId: client.id,
      recordNumber: client.recordNumber,
      name: person.name,
      therapistId: client.therapistId,
      therapistName: therapistNameOf,
      zone: client.zone,
      hasAccepted: sql<boolean>`${person.passwordHash} is not null`,
      startDate: sql<string | null>`case when ${enrolment.id} is not null then ${startOf(now)} end`,
      waits: waitsForArrival,
      countsFrom: countsFromAnyway,
      protocolVersionId: sql<string | null>`${enrolment.protocolVersionId}`,
      decisions: decisionsOf(),
      lastActivityAt: client.lastActivityAt,
      addressUnasked: isUnaskedAddress(practiceId, client.accountId),
      connection: connectionSummary.kept,
      baselineAnswered,
      safetyHolds,
      nextDueOn: nextDueOn(now),
      nextSessionAt: nextSessionAt(scope),
      ...signalColumns(scope),
      moves: versionMoves,
    })
    .from(client)
    .innerJoinLateral(person, sql`true`)
    .leftJoinLateral(newestEnrolment, sql`true`)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .where(
      and(
        visibleClients(scope),
        ids && inArray(client.id, [...ids]),
        not(isSetAsidePartner(person.passwordHash)),
        not(isOffTheList),
      ),
    );
  const standing = await standingSignals(scope, rows);
  return rows.map(({ areSignalsOld: _old, readsPartner: _reads, ...row }) => ({
    ...row,
    signals: standing.get(row.clientId)?.signals ?? [],
  }));
}

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
