import { and, eq, isNull } from "drizzle-orm";
import { getPathUse } from "@/db/queries/clients/path-use";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import type { StartChangeForm } from "@/lib/clients/correction-forms";
import { firstCheckUntil, startFixed } from "@/lib/clients/start-change";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { assessment } from "../../schema/assessments";
import { enrolment } from "../../schema/protocol";
import { safetyCheck, safetyCheckMember } from "../../schema/safety-check";
import type { Scope } from "../../scope";
import { syncAssignedAssessments } from "../assessments/sync-assigned-assessments";
import { lockPath } from "../protocol/lock-path";
import { syncProtocolAssessments } from "../protocol/sync-protocol-assessments";
import { keepCorrections } from "./keep-corrections";

/** Week 1 begins on another day, while nothing was lived or decided yet. What was asked for moves with it. */
export async function correctStart(
  scope: Scope<StaffActor>,
  { clientId, startDate, again, reason }: StartChangeForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.correct");
  const { path, today } = await lockPath(scope, clientId);
  if (path.startDate === startDate) throw new Refused("It begins on that day already.", { startDate: "The same day." });
  askBackAboutStart({ startDate, again }, today);
  const fixed = startFixed(await getPathUse(scope, clientId), startDate);
  if (fixed) throw new Refused(fixed);
  await tx
    .update(enrolment)
    .set({ startDate })
    .where(and(eq(enrolment.practiceId, actor.practiceId), eq(enrolment.id, path.id)));
  await moveFirstCheck(scope, clientId, firstCheckUntil(startDate, today));
  const moved = await enrolmentOf(scope, clientId);
  if (!moved) throw new NotFound();
  await syncProtocolAssessments(scope, { clientId, path: moved, today, at: now, decisionId: null });
  await syncAssignedAssessments(scope, { clientId, zone: moved.zone, at: now, decisionId: null });
  await keepCorrections(scope, {
    ...{ clientId, reason, correctedBy: actor.accountId },
    corrections: [{ field: "start-date", before: path.startDate, after: startDate }],
  });
}

/** The card of the first check stays through the first practice week, wherever that lies now. */
async function moveFirstCheck({ actor, tx }: Scope<StaffActor>, clientId: string, until: string): Promise<void> {
  const { practiceId } = actor;
  const [card] = await tx
    .select({ id: safetyCheckMember.assessmentId })
    .from(safetyCheckMember)
    .innerJoin(
      safetyCheck,
      and(eq(safetyCheck.practiceId, safetyCheckMember.practiceId), eq(safetyCheck.id, safetyCheckMember.checkId)),
    )
    .where(
      and(
        eq(safetyCheckMember.practiceId, practiceId),
        eq(safetyCheckMember.clientId, clientId),
        eq(safetyCheck.kind, "first"),
      ),
    );
  if (!card) return;
  await tx
    .update(assessment)
    .set({ dueOn: until, expiresOn: until })
    .where(and(eq(assessment.practiceId, practiceId), eq(assessment.id, card.id), isNull(assessment.submittedAt)));
}
