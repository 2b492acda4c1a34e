import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { supervision } from "../../schema/identity";
import type { Scope } from "../../scope";
import { lockColleague } from "./colleague";
import { tellChange } from "./tell-change";

export const supervisionShape = z.strictObject({ supervisorId: z.uuid(), therapistId: z.uuid() });
export const endSupervisionShape = z.strictObject({ supervisionId: z.uuid() });

/** From now on the supervisor reads the therapist's clients. Saying it twice changes nothing. */
export async function startSupervision(
  scope: Scope<StaffActor>,
  { supervisorId, therapistId }: z.infer<typeof supervisionShape>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.supervision");
  if (supervisorId === therapistId) throw new Refused("Choose two different people.");
  const supervisor = await lockColleague(scope, supervisorId);
  await lockColleague(scope, therapistId);
  if (supervisor.role !== "supervisor") throw new Refused("Give this colleague the role of supervisor first.");
  const id = randomUUID();
  const { rowCount } = await tx
    .insert(supervision)
    .values({ practiceId: actor.practiceId, id, supervisorId, therapistId, startedAt: now, startedBy: actor.accountId })
    .onConflictDoNothing();
  if (!rowCount) return;
  await recordAudit(scope, "identity.supervision-started", { id });
  await tellChange(scope, therapistId, "supervision-started");
}

/** The supervisor stops reading the therapist's clients with the next request. */
export async function endSupervision(
  scope: Scope<StaffActor>,
  { supervisionId }: z.infer<typeof endSupervisionShape>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.supervision");
  const [ended] = await tx
    .update(supervision)
    .set({ endedAt: now, endedBy: actor.accountId })
    .where(
      and(eq(supervision.practiceId, actor.practiceId), eq(supervision.id, supervisionId), isNull(supervision.endedAt)),
    )
    .returning({ therapistId: supervision.therapistId });
  if (!ended) throw new NotFound();
  await recordAudit(scope, "identity.supervision-ended", { id: supervisionId });
  await tellChange(scope, ended.therapistId, "supervision-ended");
}
