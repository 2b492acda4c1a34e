import { and, asc, desc, eq, isNull, ne, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { partnerNameOf, therapistNameOf } from "@/db/queries/caseload/caseload-people";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { isGone } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { assessment, assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { AssignmentRule } from "@/lib/assessments/assignment-rule";
import type { Measured } from "@/lib/assessments/newest-measures";
import { atOnce } from "@/lib/at-once";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import {
  type ClientSitting,
  firstPages,
  oneSitting,
  type SittingLists,
  type SittingPages,
  sittingLists,
} from "./client-sittings";
import { newestMeasures } from "./newest-measures";

const withdrawal = alias(assessmentWithdrawal, "w");

export type ClientAssignment = {
  id: string;
  title: string;
  rule: AssignmentRule;
  by: string;
  at: Date;
  toCome: number;
};

export type ClientAssessments = {
  header: ClientHeader;
  canChange: boolean;
  lists: SittingLists;
  assignments: ClientAssignment[];
  measured: Measured[];
};

const isOpen = qualified`${assessment.submittedAt} is null and not exists (select 1 from ${assessmentWithdrawal} ${withdrawal}
  where ${withdrawal.practiceId} = ${assessment.practiceId} and ${withdrawal.assessmentId} = ${assessment.id})`;

/** What was asked of a client, a page of each list, and the rules still at work. Reading it is recorded. */
export async function getClientAssessments(
  scope: Scope<StaffActor>,
  clientId: string,
  pages: SittingPages = firstPages,
): Promise<ClientAssessments> {
  const header = await getClientHeader(scope, clientId);
  await recordAudit(scope, "assessments.list-read", { id: clientId, clientId });
  const found = await atOnce({
    canChange: mayChange(scope, clientId),
    lists: sittingLists(scope, { clientId, today: localDate(scope.now, header.zone), pages }),
    assignments: assignmentsOf(scope, clientId),
    measured: newestMeasures(scope, clientId),
  });
  return { header, ...found };
}

async function mayChange(scope: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  return rows.length === 1;
}

async function assignmentsOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<ClientAssignment[]> {
  return tx
    .select({
      id: assignment.id,
      title: instrumentVersion.title,
      rule: assignment.rule,
      by: account.name,
      at: assignment.assignedAt,
      toCome: sql<number>`(select count(*)::int from ${assessment} where ${assessment.practiceId} = ${assignment.practiceId}
        and ${assessment.clientId} = ${assignment.clientId} and ${assessment.assignmentId} = ${assignment.id} and ${isOpen})`,
    })
    .from(assignment)
    .innerJoin(
      instrumentVersion,
      and(
        eq(instrumentVersion.practiceId, assignment.practiceId),
        eq(instrumentVersion.id, assignment.instrumentVersionId),
      ),
    )
    .innerJoin(account, and(eq(account.practiceId, assignment.practiceId), eq(account.id, assignment.assignedBy)))
    .where(
      and(
        eq(assignment.practiceId, actor.practiceId),
        eq(assignment.clientId, clientId),
        isNull(assignment.endedAt),
        ne(sql`${assignment.rule} ->> 'kind'`, "once"),
      ),
    )
    .orderBy(desc(assignment.assignedAt), asc(instrumentVersion.title));
}

/** One sitting of a client, to change its days or take it back. Reading it is recorded. */
export async function getClientSitting(
  scope: Scope<StaffActor>,
  clientId: string,
  assessmentId: string,
): Promise<{ header: ClientHeader; canChange: boolean; sitting: ClientSitting }> {
  const found = await atOnce({
    header: getClientHeader(scope, clientId),
    canChange: mayChange(scope, clientId),
    sitting: oneSitting(scope, clientId, assessmentId),
  });
  await recordAudit(scope, "assessments.sitting-read", { id: assessmentId, clientId });
  return found;
}

export type AssignTarget = {
  id: string;
  name: string;
  recordNumber: number;
  partnerName: string | null;
  /** Null for the reader's own clients. */
  therapistName: string | null;
  hasAccepted: boolean;
  zone: string;
};

/** The clients to whom this person may give something, by name: those who are here first. */
export async function listAssignTargets(scope: Scope<StaffActor>): Promise<AssignTarget[]> {
  authorize(scope.actor, "assessments.assign");
  return scope.tx
    .select({
      id: client.id,
      name: account.name,
      recordNumber: client.recordNumber,
      partnerName: partnerNameOf(scope),
      therapistName: sql<
        string | null
      >`case when ${client.therapistId} <> ${scope.actor.accountId} then ${therapistNameOf} end`,
      hasAccepted,
      zone: client.zone,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), not(isSetAsidePartner(account.passwordHash)), not(isGone)))
    .orderBy(desc(hasAccepted), asc(account.name), asc(client.recordNumber));
}

const hasAccepted = sql<boolean>`${account.passwordHash} is not null`;
