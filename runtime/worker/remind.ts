import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { aboutColumns, queueLetter } from "@/db/commands/letters/queue-letter";
import { withoutContent } from "@/db/database-fault";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { reminderChoiceOf } from "@/db/queries/letters/reminder-choice";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { isReminderHour, type OpenSitting, type Reminder, remindersDue } from "@/lib/assessments/reminders";
import { isQuiet, noReminders } from "@/lib/messages/own-reminders";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { localDate, localHour } from "@/lib/time/zone";

const sitting = alias(assessment, "x");
const clientRow = alias(client, "c");
const version = alias(instrumentVersion, "v");
const withdrawal = alias(assessmentWithdrawal, "w");
const letter = alias(outboxLetter, "o");

type Sitting = OpenSitting & { isFollowUp: boolean };
type Candidate = { clientId: string; accountId: string; zone: string; sittings: Sitting[]; known: Reminder[] };

/**
 * Writes the reminders of one practice: to clients who take part and have something due, in their own daytime, never
 * two letters on one of their days. Done twice, or by two workers at once, it writes once.
 */
export async function remindClients(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const unread: unknown[] = [];
  const reminded = await withScope(pool, actor, now, async (scope) => {
    const [held] = (
      await scope.tx.$client.query<{ held: boolean }>(
        "select pg_try_advisory_xact_lock(hashtextextended($1, 11)) as held",
        [actor.practiceId],
      )
    ).rows;
    if (!held?.held) return 0;
    let written = 0;
    for (const candidate of await candidatesOf(scope)) {
      if (await remind(scope, candidate).catch(notOfDatabase(unread))) written += 1;
    }
    return written;
  });
  if (unread.length > 0) throw unread[0];
  return reminded;
}

/** A path that can no longer be read keeps nobody else's reminder back; after a fault of the database nothing is kept. */
const notOfDatabase = (kept: unknown[]) => (error: unknown) => {
  if (withoutContent(error) !== error) throw error;
  kept.push(error);
  return false;
};

async function remind(scope: Scope<SystemActor>, candidate: Candidate): Promise<boolean> {
  const { clientId, accountId, zone, known } = candidate;
  const { tx, now } = scope;
  const hour = localHour(now, zone);
  const choice = isReminderHour(hour) && ((await reminderChoiceOf(scope, clientId)) ?? noReminders);
  if (!choice || isQuiet(choice, hour)) return false;
  const today = localDate(now, zone);
  const unknown = (sittings: readonly Sitting[]) =>
    remindersDue(sittings, today).filter((one) => !known.some(({ kind, id }) => kind === one.kind && id === one.id));
  if (unknown(candidate.sittings).length === 0) return false;
  const isWanted = await wantedOf(scope, clientId, today);
  const [first, ...others] = unknown(candidate.sittings.filter(isWanted));
  if (!first) return false;
  const queued = await queueLetter(scope, { accountId, about: first });
  if (queued === "known") return false;
  if (others.length > 0) {
    // Said with the same letter: each is kept, so that none comes back tomorrow.
    const row = { practiceId: scope.actor.practiceId, accountId, createdAt: now, dueAt: now, setAsideAt: now };
    await tx
      .insert(outboxLetter)
      .values(others.map((about) => ({ ...row, id: randomUUID(), ...aboutColumns(about) })))
      .onConflictDoNothing();
  }
  await recordAudit(scope, "assessments.reminded-when-due", { id: clientId, clientId });
  return queued === "queued";
}

/**
 * A pause is also a rest from letters. Nothing about safety changes a letter, so that nothing can be read from one. After an
 * early end only the follow-ups that it kept are worth one.
 */
async function wantedOf(
  scope: Scope<SystemActor>,
  clientId: string,
  today: string,
): Promise<(one: Sitting) => boolean> {
  const enrolment = await enrolmentOf(scope, clientId);
  const status = enrolment && pathTodayOf(enrolment, today).status;
  if (status === "paused") return () => false;
  return status === "ended" ? ({ isFollowUp }) => isFollowUp : () => true;
}

/** Clients who accepted, agreed, have access and no letter today, with what is open and due; safety questions are asked once, and never reminded of. */
async function candidatesOf({ actor, tx, now }: Scope<SystemActor>): Promise<Candidate[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const today = sql`(${at} at time zone ${client.zone})::date`;
  const due = qualified`(select ${sitting.clientId}, jsonb_agg(jsonb_build_object('id', ${sitting.id}, 'dueOn', ${sitting.dueOn},
      'assignedOn', (${sitting.assignedAt} at time zone ${clientRow.zone})::date,
      'isFollowUp', ${sitting.assignmentId} is null and ${sitting.occasion} like '%:follow-up-%') order by ${sitting.dueOn}, ${sitting.id}) as sittings
    from ${assessment} ${sitting} join ${client} ${clientRow} on ${clientRow.practiceId} = ${sitting.practiceId} and ${clientRow.id} = ${sitting.clientId}
    where ${sitting.practiceId} = ${actor.practiceId} and ${sitting.submittedAt} is null
      and ${sitting.dueOn} <= (${at} at time zone ${clientRow.zone})::date and ${sitting.dueOn} > (${at} at time zone ${clientRow.zone})::date - 15
      and coalesce(${sitting.expiresOn} >= (${at} at time zone ${clientRow.zone})::date, true)
      and not exists (select 1 from ${instrumentVersion} ${version} where ${version.practiceId} = ${sitting.practiceId}
        and ${version.id} = ${sitting.instrumentVersionId} and ${version.definition} ->> 'sensitivity' = 'safety')
      and not exists (select 1 from ${assessmentWithdrawal} ${withdrawal} where ${withdrawal.practiceId} = ${sitting.practiceId} and ${withdrawal.assessmentId} = ${sitting.id})
    group by 1)`;
  return tx
    .select({
      clientId: client.id,
      accountId: client.accountId,
      zone: client.zone,
      sittings: sql<Sitting[]>`due.sittings`,
      known: qualified<
        Reminder[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', ${letter.aboutKind}, 'id', ${letter.aboutId}))
        from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId} and ${letter.accountId} = ${client.accountId}
          and ${letter.aboutKind} in ('due', 'overdue')), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(sql`${due} due`, sql`due.client_id = ${client.id}`)
    .where(
      and(
        eq(client.practiceId, actor.practiceId),
        sql`${account.passwordHash} is not null`,
        hasAccess(client.practiceId, client.accountId),
        sql`${newestConsent} = 'agreed'`,
        qualified`not exists (select 1 from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId}
          and ${letter.accountId} = ${client.accountId} and ${letter.aboutKind} not in ('invitation', 'password-link', 'check-hour', 'exercise-hour')
          and (${letter.createdAt} at time zone ${client.zone})::date = ${today}
          and (${letter.setAsideAt} is null or ${letter.setAsideAt} <> ${letter.createdAt}))`,
      ),
    )
    .orderBy(client.id);
}
