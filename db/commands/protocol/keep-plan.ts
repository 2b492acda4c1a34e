import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import type { MaintenancePlan } from "@/lib/protocol/maintenance-plan";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { recordAudit } from "../../audit";
import { maintenancePlan, maintenancePlanWords } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { lockPath } from "./lock-path";

/** The plan for the time after, as written down together. Writing it anew adds a row; the newest counts. */
export async function keepPlan(
  scope: Scope<StaffActor>,
  { id, clientId, plan }: { id: string; clientId: string; plan: MaintenancePlan },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { path, today } = await lockPath(scope, clientId);
  if (protocolPath(pathInputOf(path, today)).status === "starting")
    throw new Refused("The weeks have not started yet. Write the plan near their end.");
  const added = await tx
    .insert(maintenancePlan)
    .values({
      practiceId,
      id,
      enrolmentId: path.id,
      planSealed: maintenancePlanWords.seal(JSON.stringify(plan), { practiceId, id }),
      writtenBy: actor.accountId,
      writtenAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: maintenancePlan.id });
  if (added.length > 0) await recordAudit(scope, "protocol.plan-written", { id, clientId });
}
