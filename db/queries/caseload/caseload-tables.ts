import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasArrivedIn } from "@/db/queries/messages/arrived";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { attemptSeen, exerciseAttempt } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";

const withdrawal = alias(assessmentWithdrawal, "w");
const sitting = alias(assessment, "x");
const version = alias(instrumentVersion, "v");
const attempt = alias(exerciseAttempt, "x");
const seen = alias(attemptSeen, "s");
const written = alias(message, "x");
const author = alias(client, "c");

// Derived tables for a statement about many clients: each table is read once, and joined by client.

/** A sitting `x` that was not taken back. */
export const notWithdrawn = qualified`not exists (select 1 from ${assessmentWithdrawal} ${withdrawal} where ${withdrawal.practiceId} = ${sitting.practiceId} and ${withdrawal.assessmentId} = ${sitting.id})`;

/** A column of a statement about `client`: the day of the sitting that was due first of those that wait. An index look-up. */
export const nextDueOn = (now: Date) => qualified<
  string | null
>`(select ${sitting.dueOn}::text from ${assessment} ${sitting}
  where ${sitting.practiceId} = ${client.practiceId} and ${sitting.clientId} = ${client.id} and ${sitting.submittedAt} is null
    and coalesce(${sitting.expiresOn} >= (${now.toISOString()}::timestamptz at time zone ${client.zone})::date, true)
    and ${notWithdrawn} and ${sitting.dueOn} is not null order by ${sitting.dueOn} limit 1)`;

export const unseenByClient = (practiceId: string) => qualified`(select ${sitting.clientId},
    jsonb_agg(jsonb_build_object('title', ${version.title}, 'answeredAt', ${sitting.submittedAt})) as facts
  from ${assessment} ${sitting}
  join ${instrumentVersion} ${version} on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
  where ${sitting.practiceId} = ${practiceId} and ${sitting.submittedAt} is not null and ${sitting.reviewedAt} is null and ${notWithdrawn}
    and ${version.definition} ->> 'sensitivity' is distinct from 'safety' group by 1)`;

export const unreadByClient = (practiceId: string) => qualified`(select ${attempt.clientId}, count(*)::int as count
  from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${practiceId} and ${attempt.reflectionSealed} is not null and not exists (
    select 1 from ${attemptSeen} ${seen} where ${seen.practiceId} = ${attempt.practiceId} and ${seen.attemptId} = ${attempt.id}) group by 1)`;

export const unreadMessagesByClient = (practiceId: string, now: Date) => qualified`(select ${author.id} as client_id,
    jsonb_build_object('count', count(*), 'since', min(${written.sentAt})) as facts
  from ${message} ${written} join ${client} ${author} on ${author.practiceId} = ${written.practiceId} and ${author.id} = ${written.clientId} and ${author.accountId} = ${written.authorId}
  where ${written.practiceId} = ${practiceId} and ${written.readAt} is null and ${hasArrivedIn(written, now)} group by 1)`;
