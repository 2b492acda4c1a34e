import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { whenSentAgain } from "@/lib/drafts/sent-again";
import { NotFound } from "@/lib/errors";
import type { DistanceMoveForm } from "@/lib/exercises/distance-move-form";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import { formatMoment, inSentence } from "@/lib/format";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { distanceMove, distanceMoveInstead, distanceMoveSituation } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";
import { endOwnDraft } from "../drafts/change-draft";
import { correctionsOf, keepingEarlier } from "../drafts/keep-earlier";

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
  await lockOwnRow(scope);
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
  await endOwnDraft(scope, { kind: "move" }, form.draft);
  const isNew = added.length > 0;
  if (!isNew && !(await correctMove(scope, form))) return;
  await noteActivity(scope, "exercise");
  await recordAudit(scope, isNew ? "exercises.distance-move-logged" : "exercises.distance-move-corrected", {
    id: form.id,
    clientId: actor.clientId,
  });
}

/** False where the same was sent twice. */
async function correctMove(scope: Scope<ClientActor>, form: DistanceMoveForm): Promise<boolean> {
  const { actor, tx, now } = scope;
  const isThis = and(eq(distanceMove.practiceId, actor.practiceId), eq(distanceMove.id, form.id));
  const [before] = await tx.select().from(distanceMove).where(isThis);
  if (before?.clientId !== actor.clientId) throw new NotFound();
  const was = {
    strategy: before.strategy,
    happening: distanceMoveSituation.readOrNull(before.situationSealed, before),
    instead: distanceMoveInstead.readOrNull(before.insteadSealed, before),
  };
  const said = { strategy: stored[form.move], happening: form.happening, instead: form.instead };
  const isOver = before.localDate !== localDate(now, actor.zone);
  const what = whenSentAgain(
    {
      at: inSentence(formatMoment(before.recordedAt, now, actor.zone)),
      isSame: JSON.stringify(was) === JSON.stringify(said),
      corrections: await correctionsOf(scope, "moveId", form.id),
      closed: isOver ? "This note is of another day, and stays as it was. Open the page anew for one of now." : null,
    },
    form.known,
  );
  if (what === "known") return false;
  await keepingEarlier(scope);
  await tx
    .update(distanceMove)
    .set({
      strategy: said.strategy,
      situationSealed: distanceMoveSituation.sealOrNull(said.happening, before),
      insteadSealed: distanceMoveInstead.sealOrNull(said.instead, before),
    })
    .where(isThis);
  return true;
}
