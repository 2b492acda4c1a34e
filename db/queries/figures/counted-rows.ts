import { and, eq, not } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { isRemoved } from "@/db/queries/clients/standing";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";

/** A condition on `client`: within reach, and not entered by mistake. */
export const counted = (scope: Scope<StaffActor>) => and(visibleClients(scope), not(isRemoved));

const withdrawn = alias(assessmentWithdrawal, "withdrawn");
/** A condition on `assessment`: nobody took it back. */
export const stands = qualified`not exists (select 1 from ${assessmentWithdrawal} ${withdrawn}
  where ${withdrawn.practiceId} = ${assessment.practiceId} and ${withdrawn.assessmentId} = ${assessment.id})`;

export const ofClient = and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId));
