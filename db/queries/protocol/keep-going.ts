import { and, desc, eq } from "drizzle-orm";
import { keepGoingPlan, keepGoingPlanWords } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type KeepGoingPlan, keepGoingPlanSchema } from "@/lib/protocol/keep-going";
import { enrolmentOf } from "./enrolment";

export type KeptPlan = { plan: KeepGoingPlan; writtenAt: Date };

/** The newest plan of an enrolment that the caller has already looked up in scope. */
export async function planOf({ actor, tx }: Scope, enrolmentId: string): Promise<KeptPlan | null> {
  const { practiceId } = actor;
  const [row] = await tx
    .select({ id: keepGoingPlan.id, planSealed: keepGoingPlan.planSealed, writtenAt: keepGoingPlan.writtenAt })
    .from(keepGoingPlan)
    .where(and(eq(keepGoingPlan.practiceId, practiceId), eq(keepGoingPlan.enrolmentId, enrolmentId)))
    .orderBy(desc(keepGoingPlan.writtenAt))
    .limit(1);
  if (!row) return null;
  const plan: unknown = JSON.parse(keepGoingPlanWords.open(row.planSealed, { practiceId, id: row.id }));
  return { plan: keepGoingPlanSchema.parse(plan), writtenAt: row.writtenAt };
}

/** The client's own plan; null while there is none. */
export async function getOwnPlan(scope: Scope<ClientActor>): Promise<KeptPlan | null> {
  const enrolment = await enrolmentOf(scope, scope.actor.clientId);
  return enrolment && planOf(scope, enrolment.id);
}
