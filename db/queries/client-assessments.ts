import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import type { AssignmentRule } from "@/lib/domain/assessments/schedule";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../audit";
import {
  assessment,
  assessmentAnswer,
  assessmentWithdrawal,
  assignment,
  instrumentVersion,
} from "../schema/assessments";
import { client } from "../schema/clients";
import { account } from "../schema/identity";
import type { Scope } from "../scope";
import { openOrNull } from "../sealed";
import { versionOfSitting, withdrawalOfSitting } from "../sitting-joins";
import { visibleClients } from "../visibility";
import { type ClientHeader, getClientHeader } from "./client-overview";

export type ClientSitting = {
  id: string;
  key: string;
  title: string;
  version: number;
  weekNumber: number | null;
  opensOn: string;
  dueOn: string | null;
  expiresOn: string | null;
  startedAt: Date | null;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  discussedAt: Date | null;
  answered: number;
  withdrawal: { kind: "cancelled" | "voided"; reason: string | null; by: string; at: Date } | null;
};

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
  sittings: ClientSitting[];
  assignments: ClientAssignment[];
};

const isOpen = sql`${assessment.submittedAt} is null and not exists (select 1 from ${assessmentWithdrawal} w
  where w.practice_id = ${assessment.practiceId} and w.assessment_id = ${assessment.id})`;

/** Everything that was asked of a client, newest first, and the rules still at work. Reading it is recorded. */
export async function getClientAssessments(scope: Scope<StaffActor>, clientId: string): Promise<ClientAssessments> {
  const header = await getClientHeader(scope, clientId);
  await recordAudit(scope, "assessments.list-read", { kind: "client", id: clientId, clientId });
  return {
    header,
    canChange: await mayChange(scope, clientId),
    sittings: await sittingsOf(scope, clientId),
    assignments: await assignmentsOf(scope, clientId),
  };
}

async function mayChange(scope: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  return rows.length === 1;
}

async function sittingsOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<ClientSitting[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      key: instrumentVersion.key,
      title: instrumentVersion.title,
      version: instrumentVersion.version,
      weekNumber: assessment.weekNumber,
      opensOn: assessment.opensOn,
      dueOn: assessment.dueOn,
      expiresOn: assessment.expiresOn,
      startedAt: assessment.startedAt,
      submittedAt: assessment.submittedAt,
      reviewedAt: assessment.reviewedAt,
      discussedAt: assessment.discussedAt,
      answered: sql<number>`(select count(distinct an.item_id)::int from ${assessmentAnswer} an
        where an.practice_id = ${assessment.practiceId} and an.assessment_id = ${assessment.id})`,
      withdrawalId: assessmentWithdrawal.id,
      kind: assessmentWithdrawal.kind,
      reasonSealed: assessmentWithdrawal.reasonSealed,
      withdrawnAt: assessmentWithdrawal.withdrawnAt,
      withdrawnBy: account.name,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .leftJoin(
      account,
      and(eq(account.practiceId, assessment.practiceId), eq(account.id, assessmentWithdrawal.withdrawnBy)),
    )
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.clientId, clientId)))
    .orderBy(desc(sql`coalesce(${assessment.localDate}, ${assessment.dueOn})`), instrumentVersion.title)
    .limit(300);
  return rows.map(({ withdrawalId, kind, reasonSealed, withdrawnAt, withdrawnBy, ...row }) => {
    if (!withdrawalId || !kind || !withdrawnAt) return { ...row, withdrawal: null };
    const place = {
      practiceId: actor.practiceId,
      table: "assessment_withdrawal",
      column: "reason",
      rowId: withdrawalId,
    };
    return {
      ...row,
      withdrawal: { kind, reason: openOrNull(reasonSealed, place), by: withdrawnBy ?? "", at: withdrawnAt },
    };
  });
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
    .orderBy(desc(assignment.assignedAt));
}

/** One sitting of a client, to change its days or take it back. */
export async function getClientSitting(
  scope: Scope<StaffActor>,
  clientId: string,
  assessmentId: string,
): Promise<{ header: ClientHeader; canChange: boolean; sitting: ClientSitting }> {
  const { header, canChange, sittings } = await getClientAssessments(scope, clientId);
  const sitting = sittings.find(({ id }) => id === assessmentId);
  if (!sitting) throw new NotFound();
  return { header, canChange, sitting };
}

export type AssignTarget = { id: string; name: string; zone: string };

/** The clients to whom this person may give something, by name. */
export async function listAssignTargets(scope: Scope<StaffActor>): Promise<AssignTarget[]> {
  authorize(scope.actor, "assessments.assign");
  return scope.tx
    .select({ id: client.id, name: account.name, zone: client.zone })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(visibleClients(scope, "change"))
    .orderBy(account.name);
}
