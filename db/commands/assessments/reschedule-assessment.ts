import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { isClosed } from "@/lib/assessments/closing";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDateSchema } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { type Queued, queueLetter } from "../letters/queue-letter";
import { lockClientAssessment } from "./lock-client-assessment";

const day = localDateSchema;

export const rescheduleForm = z.strictObject({
  assessmentId: z.uuid(),
  opensOn: day,
  dueOn: day,
  expiresOn: z.union([z.literal("").transform(() => null), day]),
});

/** New days for one sitting that was not sent yet. Moving the end later opens a closed one again. */
export async function rescheduleAssessment(
  scope: Scope<StaffActor>,
  { assessmentId, opensOn, dueOn, expiresOn }: z.infer<typeof rescheduleForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const sitting = await lockClientAssessment(scope, assessmentId);
  if (sitting.submittedAt) throw new Refused("These answers were sent already, so the days stay as they are.");
  if (sitting.withdrawn) throw new Refused("This was taken back. Assign it anew instead.");
  if (dueOn < opensOn)
    throw new Refused("It is due before it opens.", { dueOn: "Choose the opening day or a later one." });
  if (expiresOn !== null && expiresOn < dueOn) {
    throw new Refused("It closes before it is due.", {
      expiresOn: "Choose the due day or a later one, or leave it empty.",
    });
  }
  if (sitting.startedAt && opensOn > localDate(now, sitting.zone)) {
    throw new Refused("Somebody has begun to answer, so it stays open.", {
      opensOn: "Choose today or an earlier day.",
    });
  }
  await tx
    .update(assessment)
    .set({ opensOn, dueOn, expiresOn })
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, assessmentId)));
  await recordAudit(scope, "assessments.rescheduled", {
    id: assessmentId,
    clientId: sitting.clientId,
  });
}

/** A letter about a sitting that waits, once on any of the client's days; that it was asked for is on record. */
export async function remindOfAssessment(scope: Scope<StaffActor>, assessmentId: string): Promise<Queued> {
  authorize(scope.actor, "assessments.assign");
  const sitting = await lockClientAssessment(scope, assessmentId);
  const { submittedAt, withdrawn, clientId, clientAccountId, zone } = sitting;
  if (submittedAt || withdrawn) throw new Refused("There is nothing left to answer here.");
  if (sitting.instrument.sensitivity === "safety")
    throw new Refused("Safety questions are asked once, and nobody is reminded of them.");
  if (sitting.opensOn > localDate(scope.now, zone))
    throw new Refused("It is not open yet, so there is nothing to remind of.");
  if (isClosed(sitting, zone, scope.now))
    throw new Refused("Its last day is over, so a letter would lead to nothing. Move the last day first.");
  const about = { kind: "asked-again" as const, id: assessmentId, on: localDate(scope.now, zone) };
  const queued = await queueLetter(scope, { accountId: clientAccountId, about });
  await recordAudit(scope, "assessments.reminded", { id: assessmentId, clientId });
  return queued;
}
