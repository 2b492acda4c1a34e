import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getArrival, type Waiting } from "@/db/queries/protocol/arrival";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { beginsOn, missingSteps } from "@/lib/protocol/arrival";
import type { BeginForm } from "@/lib/protocol/begin-form";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { baselineWaiver, baselineWaiverReason, enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { refreshConnectionSummary } from "../connection/save-check";
import { layOutFrom } from "./lay-out-from";
import { lockPath } from "./lock-path";

/**
 * Begins the weeks of a client who has arrived: on the chosen day, or today where that is behind. The last step of whatever may
 * have been missing; for everybody else it changes nothing. The caller holds the client.
 */
export async function beginIfArrived(scope: Scope, clientId: string): Promise<void> {
  const waiting = await getArrival(scope, clientId);
  if (waiting && missingSteps(waiting).length === 0) await begin(scope, clientId, waiting);
}

async function begin(scope: Scope, clientId: string, waiting: Waiting): Promise<void> {
  const { actor, tx, now } = scope;
  const { enrolmentId, plannedStart, laidOutFrom, zone, isLinked } = waiting;
  const begunOn = beginsOn(plannedStart, localDate(now, zone));
  await tx
    .update(enrolment)
    .set({ begunOn, ...(isLinked ? {} : { startDate: begunOn }) })
    .where(and(eq(enrolment.practiceId, actor.practiceId), eq(enrolment.id, enrolmentId)));
  if (begunOn !== (laidOutFrom ?? plannedStart)) await layOutFrom(scope, clientId, begunOn);
  if (begunOn !== plannedStart) await refreshConnectionSummary(scope, clientId);
  await recordAudit(scope, "protocol.weeks-begun", { id: enrolmentId, clientId });
}

/**
 * The same for somebody who has not: what belongs to the weeks is laid out as if they began today, so that nothing of it is late,
 * opens too soon, or closes before it was there. The caller holds the client.
 */
export async function waitAnotherDay(scope: Scope, clientId: string): Promise<void> {
  const { actor, tx, now } = scope;
  await beginIfArrived(scope, clientId);
  const waiting = await getArrival(scope, clientId);
  if (!waiting) return;
  const today = localDate(now, waiting.zone);
  if ((waiting.laidOutFrom ?? waiting.plannedStart) >= today) return;
  await tx
    .update(enrolment)
    .set({ laidOutFrom: today })
    .where(and(eq(enrolment.practiceId, actor.practiceId), eq(enrolment.id, waiting.enrolmentId)));
  await layOutFrom(scope, clientId, today);
}

/** The weeks need not wait for the first assessment. Everything that compares with it says so from then on. */
export async function beginWithoutBaseline(scope: Scope<StaffActor>, { clientId, reason }: BeginForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.steer");
  await lockPath(scope, clientId);
  const waiting = await getArrival(scope, clientId);
  if (waiting?.baseline !== "waits") throw new Refused("The weeks do not wait for it.");
  const { practiceId, accountId } = actor;
  const id = randomUUID();
  await tx.insert(baselineWaiver).values({
    ...{ practiceId, id, enrolmentId: waiting.enrolmentId, decidedBy: accountId, decidedAt: now },
    reasonSealed: baselineWaiverReason.seal(reason, { practiceId, id }),
  });
  await recordAudit(scope, "protocol.baseline-waived", { id, clientId });
  await beginIfArrived(scope, clientId);
}
