import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { enrolmentMove } from "@/db/schema/protocol";

const withdrawal = alias(assessmentWithdrawal, "w");
const sitting = alias(assessment, "x");
const move = alias(enrolmentMove, "x");

// Derived tables for a statement about many clients: each table is read once, and joined by client or enrolment.
// Those that depend on the day join `seen`, which the statement makes: id and local date of the clients within reach.

/** A sitting `x` that was not taken back. */
export const notWithdrawn = qualified`not exists (select 1 from ${assessmentWithdrawal} ${withdrawal} where ${withdrawal.practiceId} = ${sitting.practiceId} and ${withdrawal.assessmentId} = ${sitting.id})`;

/** Sittings that wait, walked from the one that was due first: the index knows them by client and day. */
const waiting = sql`from ${assessment} ${sitting} where ${sitting.practiceId} = ${client.practiceId} and ${sitting.clientId} = ${client.id}
  and ${sitting.submittedAt} is null and coalesce(${sitting.expiresOn} >= seen.today, true) and ${notWithdrawn}`;
export const dueOf = qualified`(select (select ${sitting.dueOn}::text ${waiting} and ${sitting.dueOn} is not null order by ${sitting.dueOn} limit 1) as next_on)`;

export const baselinesByClient = (
  practiceId: string,
) => qualified`(select distinct ${sitting.clientId} from ${assessment} ${sitting}
  where ${sitting.practiceId} = ${practiceId} and ${sitting.weekNumber} = 0 and ${sitting.submittedAt} is not null and ${notWithdrawn})`;

export const movesByEnrolment = (practiceId: string) => qualified`(select ${move.enrolmentId},
    jsonb_agg(jsonb_build_object('fromVersionId', ${move.fromVersionId}, 'until', ${move.effectiveOn}) order by ${move.movedAt}) as facts
  from ${enrolmentMove} ${move} where ${move.practiceId} = ${practiceId} group by 1)`;
