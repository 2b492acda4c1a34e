import { randomUUID } from "node:crypto";
import { getSetUpList } from "@/db/queries/identity/set-up-list";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { setUpListStep } from "../../schema/practice-details";
import type { Scope } from "../../scope";

/** Whether the set-up list stands above the caseload. Said twice, it is said once. */
export async function putSetUpAway(scope: Scope<StaffActor>, decision: "put-away" | "taken-out"): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const list = await getSetUpList(scope);
  if (!list) throw new NotFound();
  if (list.isPutAway === (decision === "put-away")) return;
  const id = randomUUID();
  const { practiceId, accountId: decidedBy } = actor;
  await tx.insert(setUpListStep).values({ practiceId, id, decision, decidedBy, decidedAt: now });
  await recordAudit(scope, decision === "put-away" ? "identity.set-up-put-away" : "identity.set-up-taken-out", { id });
}
