import { and, eq } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { lockClient } from "@/db/commands/safety/lock-client";
import { courtDemand, courtDemandWords } from "@/db/schema/court-demand";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { type AnswerDemandForm, type DemandForm, openDemands } from "@/lib/exports/court";
import { authorize } from "@/lib/policy";

async function lockForDemand(scope: Scope<StaffActor>, clientId: string) {
  const { actor, tx } = scope;
  authorize(actor, "exports.make");
  if (!(await lockClient(scope, clientId)).mayHold) throw new NotFound();
  return tx
    .select({ id: courtDemand.id, answersId: courtDemand.answersId })
    .from(courtDemand)
    .where(and(eq(courtDemand.practiceId, actor.practiceId), eq(courtDemand.clientId, clientId)));
}

/** A court asks for the record: a task until it is answered, and nothing of the record is erased meanwhile. */
export async function noteDemand(scope: Scope<StaffActor>, { id, clientId, demand, dueOn }: DemandForm): Promise<void> {
  const { actor, tx, now } = scope;
  const known = await lockForDemand(scope, clientId);
  if (known.some((one) => one.id === id)) return;
  const { practiceId } = actor;
  await tx.insert(courtDemand).values({
    ...{ practiceId, id, clientId, dueOn, notedBy: actor.accountId, notedAt: now },
    wordsSealed: courtDemandWords.seal(demand, { practiceId, id }),
  });
  await recordAudit(scope, "exports.demand-noted", { id, clientId });
}

/** What was handed over, or why nothing was. */
export async function answerDemand(
  scope: Scope<StaffActor>,
  { id, clientId, demandId, reason }: AnswerDemandForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const known = await lockForDemand(scope, clientId);
  if (known.some((one) => one.id === id)) return;
  if (!openDemands(known).some((one) => one.id === demandId)) throw new NotFound();
  const { practiceId } = actor;
  await tx.insert(courtDemand).values({
    ...{ practiceId, id, clientId, answersId: demandId, notedBy: actor.accountId, notedAt: now },
    wordsSealed: courtDemandWords.seal(reason, { practiceId, id }),
  });
  await recordAudit(scope, "exports.demand-answered", { id, clientId });
}
