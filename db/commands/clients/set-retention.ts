import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { retentionRule } from "../../schema/erasure";
import type { Scope } from "../../scope";

/** For how many years entries about safety outlast an erasure. It counts from now on, also for who was erased before. */
export async function setRetention(scope: Scope<StaffActor>, { years }: { years: number }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const id = randomUUID();
  await tx
    .insert(retentionRule)
    .values({ practiceId: actor.practiceId, id, years, setBy: actor.accountId, setAt: now });
  await recordAudit(scope, "clients.retention-set", { id });
}
