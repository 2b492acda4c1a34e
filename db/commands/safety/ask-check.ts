import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { FIRST_CHECK } from "@/lib/domain/safety/check-instruments";
import { localDate } from "@/lib/domain/time/zone";
import { recordAudit } from "../../audit";
import { checkVersionFor } from "../../queries/check-version";
import { openCheckOf } from "../../queries/safety";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { lockClient } from "./lock-client";

/** Asks the client for the safety questions today. While an earlier asking is open, it is that one. */
export async function askSafetyCheck(
  scope: Scope<StaffActor>,
  { clientId }: { clientId: string },
): Promise<{ assessmentId: string; isFirst: boolean }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const { mayChange, zone, accountId, hasAccepted } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner asks for a safety check.");
  const today = localDate(now, zone);
  const open = await openCheckOf(scope, clientId, today);
  if (open) return { assessmentId: open.id, isFirst: false };
  const versionId = await checkVersionFor(scope, clientId);
  const id = randomUUID();
  await tx.insert(assessment).values({
    practiceId: actor.practiceId,
    id,
    clientId,
    instrumentVersionId: versionId,
    occasion: `${FIRST_CHECK}:asked-${id}`,
    opensOn: today,
    dueOn: today,
    assignedBy: actor.accountId,
    assignedAt: now,
  });
  if (hasAccepted) await queueLetter(scope, { accountId, about: { kind: "assessment", id } });
  await recordAudit(scope, "safety.check-asked", { id, clientId });
  return { assessmentId: id, isFirst: true };
}
