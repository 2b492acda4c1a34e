import { and, eq, sql } from "drizzle-orm";
import { closingColumns } from "@/db/queries/assessments/closing";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { instrumentRead } from "../../definitions";
import { assessment, assessmentWithdrawal, instrumentVersion } from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { versionOfSitting, withdrawalOfSitting } from "../../sitting-joins";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";

/** A sitting of a client whom the caller may change, and that client held until this transaction ends. Missing and out of reach are one. */
export async function lockClientAssessment(scope: Scope<StaffActor>, id: string) {
  const { actor, tx } = scope;
  const mine = and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, id));
  await lockClientRow(
    scope,
    eq(client.id, sql`${tx.select({ id: assessment.clientId }).from(assessment).where(mine)}`),
  );
  const [row] = await tx
    .select({
      id: assessment.id,
      clientId: assessment.clientId,
      assignmentId: assessment.assignmentId,
      opensOn: assessment.opensOn,
      ...closingColumns(),
      instrument: instrumentRead,
      startedAt: assessment.startedAt,
      submittedAt: assessment.submittedAt,
      reviewedAt: assessment.reviewedAt,
      discussedAt: assessment.discussedAt,
      withdrawn: assessmentWithdrawal.kind,
      zone: client.zone,
      clientAccountId: client.accountId,
    })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(and(visibleClients(scope, "change"), mine));
  if (!row) throw new NotFound();
  return row;
}
