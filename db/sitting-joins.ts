import { and, eq, sql } from "drizzle-orm";
import { assessment, assessmentWithdrawal, instrumentVersion } from "./schema/assessments";

/** Joins a sitting to the version of the instrument that it asks. */
export const versionOfSitting = and(
  eq(instrumentVersion.practiceId, assessment.practiceId),
  eq(instrumentVersion.id, assessment.instrumentVersionId),
);

/** Joins a sitting to its withdrawal: there is at most one, and none while the sitting counts. */
export const withdrawalOfSitting = and(
  eq(assessmentWithdrawal.practiceId, assessment.practiceId),
  eq(assessmentWithdrawal.assessmentId, assessment.id),
);

/** Safety questions, as a condition on the version: they are asked in a check, and stand in no list of what somebody answered. */
export const isSafety = sql`${instrumentVersion.definition} ->> 'sensitivity' = 'safety'`;
