import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { DistanceMoveForm } from "@/lib/exercises/distance-move-form";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { distanceMove, distanceMoveInstead, distanceMoveSituation } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";

const stored = {
  "phantom-ex": "phantom_ex",
  "focusing-on-flaws": "focusing_on_flaws",
  "lone-wolf": "lone_wolf",
  "withholding-affection": "withholding_affection",
} as const satisfies Record<DistanceMove, string>;

/** Keeps a move that was noticed, once per id. It is about the person alone, so no gate closes it. */
export async function logDistanceMove(scope: Scope<ClientActor>, form: DistanceMoveForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { practiceId } = actor;
  const row = { practiceId, id: form.id };
  const added = await tx
    .insert(distanceMove)
    .values({
      ...row,
      clientId: actor.clientId,
      localDate: localDate(now, actor.zone),
      strategy: stored[form.move],
      situationSealed: distanceMoveSituation.sealOrNull(form.happening, row),
      insteadSealed: distanceMoveInstead.sealOrNull(form.instead, row),
      recordedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: distanceMove.id });
  if (added.length === 0) {
    const [before] = await tx
      .select({ clientId: distanceMove.clientId })
      .from(distanceMove)
      .where(and(eq(distanceMove.practiceId, practiceId), eq(distanceMove.id, form.id)));
    if (before?.clientId !== actor.clientId) throw new NotFound();
    return;
  }
  await noteActivity(scope, "exercise");
  await recordAudit(scope, "exercises.distance-move-logged", {
    id: form.id,
    clientId: actor.clientId,
  });
}
