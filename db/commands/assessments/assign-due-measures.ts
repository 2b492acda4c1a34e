import { and, eq, isNull, max } from "drizzle-orm";
import { assessmentsDue } from "@/lib/protocol/assessments-due";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { protocolPath } from "@/lib/protocol/schedule";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { addDueMeasures } from "./add-due-measures";

type Enrolment = { clientId: string; startDate: string; zone: string; version: ProtocolVersion };

/** Every assessment that the protocol asks for, from baseline to follow-up, each once per occasion of this course. */
export async function assignDueMeasures(
  scope: Scope,
  { clientId, startDate, zone, version }: Enrolment,
): Promise<void> {
  const { now } = scope;
  const path = protocolPath({ version, enrolment: { startDate, zone }, decisions: [], today: localDate(now, zone) });
  const asked = await askedBefore(scope, clientId);
  const due = assessmentsDue(version, path).map((measure) => ({
    measure,
    attempt: (asked.get(measure.key) ?? 0) + 1,
  }));
  if (!(await addDueMeasures(scope, clientId, due, now))) return;
  await recordAudit(scope, "assessments.assigned-by-protocol", { id: clientId, clientId });
}

/** How often each occasion was asked for already, in earlier courses too. */
export async function askedBefore({ actor, tx }: Scope, clientId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ occasion: assessment.occasion, times: max(assessment.attempt) })
    .from(assessment)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        isNull(assessment.assignmentId),
      ),
    )
    .groupBy(assessment.occasion);
  return new Map(rows.map(({ occasion, times }) => [occasion, times ?? 0]));
}
