import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { Forbidden } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { RegionForm } from "@/lib/safety/region-form";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { clientRegion, clientRegionNumbers } from "../../schema/clients";
import type { Scope } from "../../scope";
import { lockClient } from "../safety/lock-client";

/** Says in which country a client can be helped. Whoever is responsible for them says it, by name; earlier rows stay. */
export async function setRegion(
  scope: Scope<StaffActor>,
  { clientId, region, police, ambulance }: RegionForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  const { mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner says where they live.");
  const [newest] = await tx
    .select({ at: clientRegion.setAt })
    .from(clientRegion)
    .where(and(eq(clientRegion.practiceId, actor.practiceId), eq(clientRegion.clientId, clientId)))
    .orderBy(desc(clientRegion.setAt))
    .limit(1);
  const id = randomUUID();
  const { practiceId } = actor;
  const written = police || ambulance ? JSON.stringify({ police, ambulance }) : null;
  await tx.insert(clientRegion).values({
    practiceId,
    id,
    clientId,
    region,
    numbersSealed: clientRegionNumbers.sealOrNull(written, { practiceId, id }),
    setBy: actor.accountId,
    setAt: afterAll(newest ? [newest.at] : [], now),
  });
  await recordAudit(scope, "clients.region-set", { id, clientId });
}
