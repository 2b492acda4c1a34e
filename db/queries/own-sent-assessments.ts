import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { assessment, assessmentWithdrawal, instrumentVersion } from "../schema/assessments";
import type { Scope } from "../scope";
import { versionOfSitting, withdrawalOfSitting } from "../sitting-joins";

export type SentAssessment = { id: string; title: string; date: string; isDiscussed: boolean };

/**
 * What the person has sent, newest first, and what was talked about. Never scores. Safety questions are left out: on a
 * phone that somebody else picks up, nothing says that they were ever asked.
 */
export async function listOwnSent({ actor, tx }: Scope<ClientActor>): Promise<SentAssessment[]> {
  return tx
    .select({
      id: assessment.id,
      title: instrumentVersion.title,
      date: sql<string>`${assessment.localDate}::text`,
      isDiscussed: sql<boolean>`${assessment.discussedAt} is not null`,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, actor.clientId),
        isNotNull(assessment.submittedAt),
        isNotNull(assessment.localDate),
        isNull(assessmentWithdrawal.id),
        sql`${instrumentVersion.definition} ->> 'sensitivity' is distinct from 'safety'`,
      ),
    )
    .orderBy(desc(assessment.submittedAt))
    .limit(60);
}
