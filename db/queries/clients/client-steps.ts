import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { clientStep, clientStepGoodbye, clientStepReason } from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import { exerciseAttempt } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { ClientStep } from "@/lib/clients/standing";

export type StepRecord = ClientStep & { id: string; reason: string; goodbye: string | null; by: string };

/** What began, ended and was taken back for a client within reach, newest first. */
export async function getClientSteps(scope: Scope<StaffActor>, clientId: string): Promise<StepRecord[]> {
  const { actor, tx } = scope;
  const { id, kind, decidedAt, readableUntil, reasonSealed, goodbyeSealed } = clientStep;
  const rows = await tx
    .select({ id, kind, at: decidedAt, readableUntil, reasonSealed, goodbyeSealed, by: account.name })
    .from(clientStep)
    .innerJoin(client, and(eq(client.practiceId, clientStep.practiceId), eq(client.id, clientStep.clientId)))
    .innerJoin(account, and(eq(account.practiceId, clientStep.practiceId), eq(account.id, clientStep.decidedBy)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(decidedAt))
    .limit(40);
  return rows.map(({ reasonSealed: reason, goodbyeSealed: goodbye, ...row }) => {
    const place = { practiceId: actor.practiceId, id: row.id };
    return {
      ...row,
      reason: clientStepReason.readOrNull(reason, place) ?? "",
      goodbye: clientStepGoodbye.readOrNull(goodbye, place),
    };
  });
}

export type CourseRecord = { id: string; startDate: string; version: string; logged: number };

const attempt = alias(exerciseAttempt, "e");

/** Every course of a client within reach, the first one first, with how many exercises were logged in it. */
export function getCourses(scope: Scope<StaffActor>, clientId: string): Promise<CourseRecord[]> {
  return scope.tx
    .select({
      id: enrolment.id,
      startDate: enrolment.startDate,
      version: protocolVersion.title,
      logged: qualified<number>`(select count(*) from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${enrolment.practiceId}
        and ${attempt.enrolmentId} = ${enrolment.id})::int`,
    })
    .from(enrolment)
    .innerJoin(client, and(eq(client.practiceId, enrolment.practiceId), eq(client.id, enrolment.clientId)))
    .innerJoin(
      protocolVersion,
      and(eq(protocolVersion.practiceId, enrolment.practiceId), eq(protocolVersion.id, enrolment.protocolVersionId)),
    )
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(asc(enrolment.startDate));
}
