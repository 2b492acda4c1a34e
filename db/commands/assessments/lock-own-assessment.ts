import { and, eq } from "drizzle-orm";
import { closingColumns, zoneOfSitting } from "@/db/queries/assessments/closing";
import { isOwnAndOpened } from "@/db/queries/assessments/own-assessment";
import type { ClientActor } from "@/lib/actor";
import { isPastGracePeriod } from "@/lib/assessments/closing";
import { instrumentRead } from "../../definitions";
import { assessment, assessmentWithdrawal, instrumentVersion } from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { versionOfSitting, withdrawalOfSitting } from "../../sitting-joins";
import { lockOwnRow } from "../clients/lock-client-row";

/** Said when somebody comes too late. What was answered before stays where it is. */
export const CLOSED =
  "The time for these answers is over. What you answered is kept; ask your therapist to open it again.";

/** The person's own sitting, if it has opened and was not withdrawn, and the person held until this transaction ends. */
export async function lockOwnAssessment(scope: Scope<ClientActor>, id: string) {
  const { actor, tx, now } = scope;
  await lockOwnRow(scope);
  const [sitting] = await tx
    .select({
      id: assessment.id,
      submittedAt: assessment.submittedAt,
      startedAt: assessment.startedAt,
      ...closingColumns(),
      zone: zoneOfSitting(actor.zone),
      instrumentVersionId: assessment.instrumentVersionId,
      instrument: instrumentRead,
    })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(isOwnAndOpened(scope, id));
  return sitting ? { ...sitting, isClosed: isPastGracePeriod(sitting, sitting.zone, now) } : null;
}
