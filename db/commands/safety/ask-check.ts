import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden, Refused } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { localDate } from "@/lib/domain/time/zone";
import { recordAudit } from "../../audit";
import { openCheckOf, screenKey } from "../../queries/safety";
import { assessment, instrumentVersion } from "../../schema/assessments";
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
  const [version] = await tx
    .select({ id: instrumentVersion.id })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.key, screenKey),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(desc(instrumentVersion.version))
    .limit(1);
  if (!version) throw new Refused("The practice has no published safety questions. Ask the owner to publish them.");
  const id = randomUUID();
  await tx.insert(assessment).values({
    practiceId: actor.practiceId,
    id,
    clientId,
    instrumentVersionId: version.id,
    occasion: `${screenKey}:asked-${id}`,
    opensOn: today,
    dueOn: today,
    assignedBy: actor.accountId,
    assignedAt: now,
  });
  if (hasAccepted) await queueLetter(scope, { accountId, about: { kind: "assessment", id } });
  await recordAudit(scope, "safety.check-asked", { id, clientId });
  return { assessmentId: id, isFirst: true };
}
