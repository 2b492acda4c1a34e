import { and, eq, inArray, sql } from "drizzle-orm";
import { instrumentRead, protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { nextOwnSessionAt, nextSessionOfTwoAt } from "@/db/queries/appointments/next-session";
import { closenessByClient } from "@/db/queries/assessments/newest-closeness";
import { baselineAnswered, baselineAsked, isBaselineWaived } from "@/db/queries/assessments/own-sittings";
import { nextDueOn } from "@/db/queries/caseload/caseload-tables";
import { erasureAskedAt } from "@/db/queries/clients/erasure";
import { isOffTheList } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { courtDemandedAt } from "@/db/queries/exports/court-demands";
import { isUnaskedAddress, noLettersTo } from "@/db/queries/letters/address-safety";
import {
  countsFromAnyway,
  decisionsOf,
  newestEnrolment,
  startOf,
  waitsForArrival,
} from "@/db/queries/protocol/enrolment";
import { sharedClassFacts } from "@/db/queries/safety/shared-class";
import { instrumentVersion } from "@/db/schema/assessments";
import { caseloadRow } from "@/db/schema/caseload";
import { client } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import { signalRound } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import type { Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { ClosenessSeen } from "@/lib/signals/side-by-side-first";
import * as column from "./fact-columns";

/** Letters are looked back for this many days, as on the record. */
const LETTER_DAYS_BACK = 30;

export type Reading = Pick<Scope, "actor" | "tx" | "now">;

/** What is read apart, once however many clients follow it. */
export type Versions = {
  protocols: ReadonlyMap<string, ProtocolVersion>;
  instruments: ReadonlyMap<string, Instrument>;
};

/** The rows of these clients, as the system sees them: no reader’s reach is in it. */
export const readSignalRows = ({ actor, tx, now }: Reading, ids: readonly string[]) =>
  tx
    .select({
      clientId: client.id,
      therapistId: client.therapistId,
      name: account.name,
      zone: client.zone,
      hasPassword: sql<boolean>`${account.passwordHash} is not null`,
      isSetAside: sql<boolean>`(${isSetAsidePartner(account.passwordHash)} or ${isOffTheList})`,
      lastActivityAt: client.lastActivityAt,
      startDate: sql<string | null>`case when ${enrolment.id} is not null then ${startOf(now)} end`,
      plannedStart: sql<string | null>`${enrolment.startDate}`,
      countsFrom: countsFromAnyway,
      waits: waitsForArrival,
      isBaselineWaived,
      protocolVersionId: sql<string | null>`${enrolment.protocolVersionId}`,
      decisions: decisionsOf(),
      moves: column.versionMoves,
      safetyHolds: column.safetyHolds,
      connection: connectionSummary.kept,
      shared: sharedClassFacts(),
      consent: column.newestConsent,
      erasureAskedAt,
      courtDemandedAt,
      invitation: column.invitationOf,
      openEvents: column.openEvents,
      hasUnreadWords: column.hasUnreadWords,
      overdue: column.overdueOf(now),
      toReview: column.toReview,
      sittings: column.comparedSittings,
      baselineAsked,
      baselineAnswered,
      unreadMessages: column.unreadMessages(now),
      onItsWay: column.messageOnItsWay(now),
      reflections: column.unreadReflections,
      attempts: column.recentAttempts(now),
      answers: column.proposalAnswers,
      closeness: qualified<ClosenessSeen | null>`(select c.facts from ${closenessByClient(actor.practiceId, client.id)} c)`,
      swaps: column.swapRequests,
      wantsNoLetters: sql<boolean>`${noLettersTo(actor.practiceId, client.accountId, now)} is not null`,
      letters: column.lettersNotVouchedFor(now, LETTER_DAYS_BACK),
      acts: column.lastActs,
      lookedBefore: signalRound.lookedAt,
      nextDueOn: nextDueOn(now),
      ownSessionAt: nextOwnSessionAt({ now }),
      sessionOfTwoAt: nextSessionOfTwoAt({ now }),
      hasRowOfBoth: qualified<boolean>`exists (select 1 from ${caseloadRow} where ${caseloadRow.practiceId} = ${client.practiceId}
        and ${caseloadRow.clientId} = ${client.id} and ${caseloadRow.isBoth} and ${caseloadRow.isListed})`,
      addressUnasked: isUnaskedAddress(actor.practiceId, client.accountId),
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .leftJoinLateral(newestEnrolment, sql`true`)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .leftJoin(signalRound, and(eq(signalRound.practiceId, client.practiceId), eq(signalRound.id, client.id)))
    .where(and(eq(client.practiceId, actor.practiceId), inArray(client.id, [...ids])));

export type SignalRow = Awaited<ReturnType<typeof readSignalRows>>[number];

/** The protocols and instruments that these rows name, in one statement. */
export function readVersions(scope: Reading, rows: readonly SignalRow[]): Promise<Versions> {
  const protocols = rows.flatMap(({ protocolVersionId, moves }) => [
    ...(protocolVersionId ? [protocolVersionId] : []),
    ...moves.map(({ fromVersionId }) => fromVersionId),
  ]);
  const instruments = rows.flatMap(({ sittings }) => sittings.map(({ versionId }) => versionId));
  return atOnce({ protocols: protocolsOf(scope, protocols), instruments: instrumentsOf(scope, instruments) });
}

async function protocolsOf({ actor, tx }: Reading, ids: readonly string[]): Promise<Map<string, ProtocolVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: protocolVersion.id, version: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), inArray(protocolVersion.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

async function instrumentsOf({ actor, tx }: Reading, ids: readonly string[]): Promise<Map<string, Instrument>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: instrumentVersion.id, instrument: instrumentRead })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), inArray(instrumentVersion.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, instrument }) => [id, instrument]));
}
