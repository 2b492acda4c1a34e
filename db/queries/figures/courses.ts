import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import type { LocalDate } from "@/lib/time/local-date";
import { counted, ofClient, stands } from "./counted-rows";

type CourseRow = { versionId: string; sittings: number; first: Scores | null; newest: Scores | null };
type Scores = Record<string, number>;

const scored = alias(assessmentScore, "scored");
/** The scores about now of one sitting, by scale. What was filled in for missing answers is no measure of a change. */
const scoresOf = (
  sitting: SQL,
) => qualified`(select jsonb_object_agg(${scored.scaleKey}, ${scored.score}) from ${assessmentScore} ${scored}
  where ${scored.practiceId} = latest.practice_id and ${scored.assessmentId} = ${sitting} and ${scored.form} = 'now' and ${scored.status} = 'scored')`;

/** By person and instrument: the newest sitting, and the first that was of the same version. Without one, the version that was asked. */
export async function coursesOf(scope: Scope<StaffActor>, today: LocalDate): Promise<CourseRow[]> {
  const { tx } = scope;
  const sittings = tx
    .select({
      practiceId: sql`${assessment.practiceId}`.as("practice_id"),
      clientId: sql`${assessment.clientId}`.as("client_id"),
      key: sql<string>`${instrumentVersion.key}`.as("key"),
      versionId: sql<string>`${assessment.instrumentVersionId}`.as("version_id"),
      id: sql<string>`${assessment.id}`.as("id"),
      at: sql<Date | null>`${assessment.submittedAt}`.as("at"),
    })
    .from(assessment)
    .innerJoin(client, ofClient)
    .innerJoin(
      instrumentVersion,
      and(
        eq(instrumentVersion.practiceId, assessment.practiceId),
        eq(instrumentVersion.id, assessment.instrumentVersionId),
      ),
    )
    .where(and(counted(scope), stands, or(isNotNull(assessment.submittedAt), lte(assessment.opensOn, today))))
    .as("sitting");
  const latest = tx
    .selectDistinctOn([sittings.clientId, sittings.key], {
      practiceId: sittings.practiceId,
      versionId: sittings.versionId,
      id: sittings.id,
      at: sittings.at,
      sent: sql<number>`(count(${sittings.at}) over (partition by ${sittings.clientId}, ${sittings.key}))::int`.as(
        "sent",
      ),
      firstId:
        sql<string>`first_value(${sittings.id}) over (partition by ${sittings.clientId}, ${sittings.versionId} order by ${sittings.at} nulls last)`.as(
          "first_id",
        ),
    })
    .from(sittings)
    .orderBy(sittings.clientId, sittings.key, sql`${sittings.at} desc nulls last`)
    .as("latest");
  return tx
    .select({
      versionId: latest.versionId,
      sittings: latest.sent,
      first: sql<Scores | null>`${scoresOf(sql`latest.first_id`)}`,
      newest: sql<Scores | null>`case when ${isNull(latest.at)} then null else ${scoresOf(sql`latest.id`)} end`,
    })
    .from(latest);
}
