import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "./qualified";
import { assessmentImport } from "./schema/assessment-import";
import { assessment, assessmentWithdrawal, instrumentVersion } from "./schema/assessments";

const brought = alias(assessmentImport, "brought");

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

/** Answers that staff brought in from a file: the client never sees them as something that they sent. */
export const isImported = qualified<boolean>`exists (select 1 from ${assessmentImport} ${brought}
  where ${brought.practiceId} = ${assessment.practiceId} and ${brought.assessmentId} = ${assessment.id})`;
