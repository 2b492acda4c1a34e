import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { DoorForm } from "@/lib/safety/check-form";
import type { OpenedCheck } from "@/lib/safety/opened-check";
import { recordAudit } from "../../audit";
import { getOpenedCheck } from "../../queries/safety/own-check";
import { assessment } from "../../schema/assessments";
import { checkSitting } from "../../schema/check-sitting";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { keepCheckResult } from "./keep-check-result";
import { lockOwnCard } from "./lock-own-check";

/**
 * The door of a check. Each time it is opened is a sitting of its own, without anything of the earlier ones. Whoever is not
 * alone gets nothing of what stands behind it.
 */
export async function beginCheck(
  scope: Scope<ClientActor>,
  { assessmentId, private: answered }: DoorForm,
): Promise<OpenedCheck | null> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { instrument, isClosed, isStarted } = await lockOwnCard(scope, assessmentId);
  if (isClosed) throw new NotFound();
  if (await hasPasswordByCode(scope)) throw new Refused(ownPasswordFirst);
  const { practiceId, clientId } = actor;
  const id = randomUUID();
  const wasPrivate = answered === "yes";
  await tx.insert(checkSitting).values({ practiceId, id, assessmentId, clientId, wasPrivate, beganAt: now });
  if (!isStarted) {
    await tx
      .update(assessment)
      .set({ startedAt: now })
      .where(and(eq(assessment.practiceId, practiceId), eq(assessment.id, assessmentId), isNull(assessment.startedAt)));
    await recordAudit(scope, "assessments.started", { id: assessmentId, clientId });
  }
  await keepCheckResult(scope, { assessmentId, instrument });
  return wasPrivate ? getOpenedCheck(scope, id, instrument) : null;
}

const ownPasswordFirst =
  "These questions are for a sign-in that only you know. Yours was made with a code from the practice: choose a new password under Account, then open this again. Nothing is lost, and there is no hurry.";

/** Whoever made the code may have used it too: what is answered behind it is nobody’s word. */
async function hasPasswordByCode({ actor, tx }: Scope<ClientActor>): Promise<boolean> {
  const [row] = await tx
    .select({ byCode: account.passwordByCode })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  return row?.byCode ?? true;
}
