import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { gateHistory, gateOf } from "@/db/queries/safety/safety-gate";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { stopChoiceForm } from "@/lib/safety/forms";
import { calendarAt } from "@/lib/safety/shared-class";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { stopChoice, stopChoiceReason, stopChoiceWish } from "../../schema/safety-check";
import type { Scope } from "../../scope";
import { linkOf } from "./link-of";
import { lockClient } from "./lock-client";

/** How far ahead "unchanged" may reach: nobody decides for a month in one afternoon. */
export const UNCHANGED_DAYS = 21;

/**
 * What follows for joint steps after a stop outside a check, for both of a couple: own steps now, own steps from the next
 * practice week, or joint tasks unchanged until a named day. Nothing chosen is the next practice week.
 */
export async function chooseAfterStop(
  scope: Scope<StaffActor>,
  { clientId, choice, unchangedUntil = null, reason = "", wish = "" }: z.infer<typeof stopChoiceForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.release");
  const { mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner decides this.");
  const link = await linkOf(scope, clientId);
  if (link && !link.isLead) throw new Forbidden("Joint steps have one lead, who decides for both.");
  if (gateOf(await gateHistory(scope, clientId), now).state !== "stop")
    throw new Refused("There is no stop that this could follow.");
  const today = localDate(now, calendarAt(await getSharedClassInput(scope, clientId), now).zone);
  const isUnchanged = choice === "unchanged";
  if (isUnchanged && (!unchangedUntil || unchangedUntil < today || unchangedUntil > addDays(today, UNCHANGED_DAYS)))
    throw new Refused("Name a last day within the next three weeks.", {
      unchangedUntil: "Name a last day within the next three weeks.",
    });
  if (isUnchanged && (reason.length < 10 || wish.length === 0))
    throw new Refused("Write down why, and what the person wishes.", {
      ...(reason.length < 10 && { reason: "Write down why in a sentence." }),
      ...(wish.length === 0 && { wish: "Write down what the person wishes." }),
    });
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(stopChoice).values({
    practiceId,
    id,
    clientId,
    coupleId: link?.id ?? null,
    choice,
    unchangedUntil: isUnchanged ? unchangedUntil : null,
    reasonSealed: reason ? stopChoiceReason.seal(reason, { practiceId, id }) : null,
    wishSealed: wish ? stopChoiceWish.seal(wish, { practiceId, id }) : null,
    chosenBy: actor.accountId,
    chosenAt: now,
  });
  await recordAudit(scope, "safety.stop-followed", { id, clientId });
}
