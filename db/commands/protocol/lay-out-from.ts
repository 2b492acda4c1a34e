import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { firstCheckUntil } from "@/lib/clients/start-change";
import { assessmentsDue } from "@/lib/protocol/assessments-due";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { localDate } from "@/lib/time/zone";
import { assessment } from "../../schema/assessments";
import { safetyCheck, safetyCheckMember } from "../../schema/safety-check";
import type { Scope } from "../../scope";
import { syncAssignedAssessments } from "../assessments/sync-assigned-assessments";
import { syncProtocolAssessments } from "./sync-protocol-assessments";

/** Sets out what belongs to the weeks as from a first day of week 1: the first check, and every assessment. The caller holds the client. */
export async function layOutFrom(scope: Scope, clientId: string, startDate: string): Promise<void> {
  const { now } = scope;
  const path = await enrolmentOf(scope, clientId);
  if (!path) return;
  const today = localDate(now, path.zone);
  await moveFirstCheck(scope, clientId, firstCheckUntil(startDate, today));
  const laidOut = { ...path, startDate };
  await syncProtocolAssessments(scope, { clientId, path: laidOut, today, at: now, decisionId: null });
  await keepBegunOpen(scope, clientId, laidOut, today);
  await syncAssignedAssessments(scope, { clientId, zone: path.zone, at: now, decisionId: null });
}

/** What somebody has begun to answer stays as it is, but for the first assessment: it may not close while the weeks wait for it. */
async function keepBegunOpen(
  { actor, tx }: Scope,
  clientId: string,
  path: Parameters<typeof pathInputOf>[0],
  today: string,
): Promise<void> {
  const input = pathInputOf(path, today);
  for (const { key, moment, dueOn, expiresOn } of assessmentsDue(input.version, protocolPath(input)))
    if (moment.at === "week" && moment.week === 0)
      await tx
        .update(assessment)
        .set({ dueOn, expiresOn })
        .where(
          and(
            eq(assessment.practiceId, actor.practiceId),
            eq(assessment.clientId, clientId),
            eq(assessment.occasion, key),
            isNotNull(assessment.startedAt),
            isNull(assessment.submittedAt),
          ),
        );
}

/** The card of the first check stays through the first practice week, wherever that lies now. */
async function moveFirstCheck({ actor, tx }: Scope, clientId: string, until: string): Promise<void> {
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
