import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { baselineWaiver, enrolment } from "@/db/schema/protocol";
import { CHECK_INSTRUMENTS } from "@/lib/safety/check-instruments";

const withdrawal = alias(assessmentWithdrawal, "w");
export const sitting = alias(assessment, "x");
export const version = alias(instrumentVersion, "v");

// Columns of a statement about `client`, left joined to its enrolment: each is an index look-up for the one client.

const notWithdrawn = qualified`not exists (select 1 from ${assessmentWithdrawal} ${withdrawal} where ${withdrawal.practiceId} = ${sitting.practiceId} and ${withdrawal.assessmentId} = ${sitting.id})`;
export const ownSittings = qualified`from ${assessment} ${sitting} join ${instrumentVersion} ${version}
  on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
  where ${sitting.practiceId} = ${client.practiceId} and ${sitting.clientId} = ${client.id} and ${notWithdrawn}`;
export const noCheck = sql`${version.key} not in (${sql.join(
  CHECK_INSTRUMENTS.map((key) => sql`${key}`),
  sql`, `,
)})`;

/** Whether the first assessment was asked for, and answered. */
const first = (
  isAnswered: boolean,
) => qualified<boolean>`exists (select 1 ${ownSittings} and ${sitting.weekNumber} = 0 and ${noCheck}
  ${isAnswered ? sql`and ${sitting.submittedAt} is not null` : sql``})`;
export const [baselineAsked, baselineAnswered] = [first(false), first(true)];
/** Somebody said that the weeks need not wait for it. */
export const isBaselineWaived = qualified<boolean>`exists (select 1 from ${baselineWaiver} where ${baselineWaiver.practiceId} = ${client.practiceId}
  and ${baselineWaiver.enrolmentId} = ${enrolment.id})`;
