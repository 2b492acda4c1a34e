import { randomUUID } from "node:crypto";
import { getOwnReading } from "@/db/queries/learn/readings";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { readingMark } from "../../schema/learn";
import type { Scope } from "../../scope";

/** A client marks a reading as read. The first time counts; nobody is reminded of the others. */
export async function markReading(scope: Scope<ClientActor>, key: string): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await getOwnReading(scope, key);
  const id = randomUUID();
  const added = await tx
    .insert(readingMark)
    .values({
      practiceId: actor.practiceId,
      id,
      clientId: actor.clientId,
      readingKey: key,
      readAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: readingMark.id });
  if (added.length === 0) return;
  await recordAudit(scope, "learn.read", { id, clientId: actor.clientId });
}
