import { and, asc, desc, eq, isNotNull, isNull, not, sql } from "drizzle-orm";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import { isImported, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { ClientActor } from "@/lib/actor";
import { PAGE_ROWS, type Paged, placeOfPage } from "@/lib/paging";

export type SentAssessment = { id: string; title: string; date: string; isDiscussed: boolean };

/**
 * What the person has sent, newest first, and what was talked about. Never scores. Safety questions are left out: on a
 * phone that somebody else picks up, nothing says that they were ever asked.
 */
export async function listOwnSent({ actor, tx }: Scope<ClientActor>, wanted = 1): Promise<Paged<SentAssessment>> {
  const isOwnSent = and(
    eq(assessment.practiceId, actor.practiceId),
    eq(assessment.clientId, actor.clientId),
    isNotNull(assessment.submittedAt),
    isNotNull(assessment.localDate),
    isNull(assessmentWithdrawal.id),
    not(isImported),
    sql`${instrumentVersion.definition} ->> 'sensitivity' is distinct from 'safety'`,
  );
  const [count] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(isOwnSent);
  const total = count?.total ?? 0;
  const { offset, ...place } = placeOfPage(total, wanted);
  const rows = await tx
    .select({
      id: assessment.id,
      title: sql<string>`coalesce(${instrumentVersion.definition}->>'clientTitle', ${instrumentVersion.title})`,
      date: sql<string>`${assessment.localDate}::text`,
      isDiscussed: sql<boolean>`${assessment.discussedAt} is not null`,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(isOwnSent)
    .orderBy(desc(assessment.submittedAt), asc(instrumentVersion.title), asc(assessment.occasion))
    .limit(PAGE_ROWS)
    .offset(offset);
  return { rows, total, ...place };
}
