import { and, eq, isNull, lte } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { localDate } from "@/lib/domain/time/zone";
import { assessment, assessmentWithdrawal, instrumentVersion } from "../schema/assessments";
import { client } from "../schema/clients";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";
import { answersOf, type StoredAnswer } from "./answers";

export type OwnAssessment = {
  id: string;
  definition: unknown;
  submittedAt: Date | null;
  answers: StoredAnswer[];
};

/** A sitting of the person who asks, with what was answered so far on any device. */
export async function getOwnAssessment(scope: Scope<ClientActor>, id: string): Promise<OwnAssessment> {
  const { actor, tx, now } = scope;
  const [sitting] = await tx
    .select({ id: assessment.id, definition: instrumentVersion.definition, submittedAt: assessment.submittedAt })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(
      instrumentVersion,
      and(
        eq(instrumentVersion.practiceId, assessment.practiceId),
        eq(instrumentVersion.id, assessment.instrumentVersionId),
      ),
    )
    .leftJoin(
      assessmentWithdrawal,
      and(
        eq(assessmentWithdrawal.practiceId, assessment.practiceId),
        eq(assessmentWithdrawal.assessmentId, assessment.id),
      ),
    )
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.id, id),
        lte(assessment.opensOn, localDate(now, actor.zone)),
        isNull(assessmentWithdrawal.id),
        visibleClients(scope),
      ),
    );
  if (!sitting) throw new NotFound();
  return { ...sitting, answers: await answersOf(scope, id) };
}
