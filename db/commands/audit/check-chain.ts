import { randomUUID } from "node:crypto";
import { type Head, lastChainCheck, type Verified, verifyChain } from "@/db/queries/audit/chain";
import type { SystemActor } from "@/lib/actor";
import { auditCheck } from "../../schema/audit";
import type { Scope } from "../../scope";

const DAY = 86_400_000;

/** Walks the chain once a day and keeps how it was found. Null: it was looked at today already. */
export async function checkChainDaily(scope: Scope<SystemActor>, anchors: readonly Head[]): Promise<Verified | null> {
  const { actor, tx, now } = scope;
  const last = await lastChainCheck(scope);
  if (last && now.getTime() - last.checkedAt.getTime() < DAY) return null;
  const verified = await verifyChain(scope, anchors);
  const { entries, fault } = verified;
  await tx
    .insert(auditCheck)
    .values({ practiceId: actor.practiceId, id: randomUUID(), checkedAt: now, entries, fault });
  return verified;
}
