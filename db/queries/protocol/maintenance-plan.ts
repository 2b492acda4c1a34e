import { and, desc, eq } from "drizzle-orm";
import { maintenancePlan, maintenancePlanWords } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type MaintenancePlan, maintenancePlanSchema } from "@/lib/protocol/maintenance-plan";
import { enrolmentOf } from "./enrolment";

export type PlanRecord = { plan: MaintenancePlan; writtenAt: Date };

/** The newest plan of an enrolment that the caller has already looked up in scope. */
export async function planOf({ actor, tx }: Scope, enrolmentId: string): Promise<PlanRecord | null> {
  const { practiceId } = actor;
  const [row] = await tx
    .select({ id: maintenancePlan.id, planSealed: maintenancePlan.planSealed, writtenAt: maintenancePlan.writtenAt })
    .from(maintenancePlan)
    .where(and(eq(maintenancePlan.practiceId, practiceId), eq(maintenancePlan.enrolmentId, enrolmentId)))
    .orderBy(desc(maintenancePlan.writtenAt))
    .limit(1);
  if (!row) return null;
  const kept = maintenancePlanWords.readJson(row.planSealed, { practiceId, id: row.id });
  return kept === undefined ? null : { plan: maintenancePlanSchema.parse(kept), writtenAt: row.writtenAt };
}

/** The client's own plan; null while there is none. */
export async function getOwnPlan(scope: Scope<ClientActor>): Promise<PlanRecord | null> {
  const enrolment = await enrolmentOf(scope, scope.actor.clientId);
  return enrolment && planOf(scope, enrolment.id);
}
