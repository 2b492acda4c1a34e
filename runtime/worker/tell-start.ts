import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { enrolment } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { isReminderHour } from "@/lib/assessments/reminders";
import { localHour } from "@/lib/time/zone";
import { oneByOne } from "./one-by-one";

const letter = alias(outboxLetter, "o");

type Starting = { clientId: string; accountId: string; enrolmentId: string; zone: string };

/**
 * On the day on which somebody's weeks begin, in their own daytime, a letter that something is there: they were told to wait
 * for it. Who had a letter that day has been told. Done twice, or by two workers at once, it writes once.
 */
export async function tellStarts(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const starting = await withScope(pool, actor, now, startingToday);
  let told = 0;
  await oneByOne(
    starting.filter(({ zone }) => isReminderHour(localHour(now, zone))),
    ({ clientId, accountId, enrolmentId }) =>
      withScope(pool, actor, now, async (scope) => {
        const queued = await queueLetter(scope, { accountId, about: { kind: "start", id: enrolmentId } });
        if (queued !== "queued") return;
        await recordAudit(scope, "protocol.start-told", { id: enrolmentId, clientId });
        told += 1;
      }),
  );
  return told;
}

/** Clients who accepted and agreed before this day, whose newest path begins on it, and who had no letter on it. */
async function startingToday({ actor, tx, now }: Scope<SystemActor>): Promise<Starting[]> {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  return tx
    .select({ clientId: client.id, accountId: client.accountId, enrolmentId: enrolment.id, zone: client.zone })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(enrolment, isNewestEnrolment)
    .where(
      and(
        eq(client.practiceId, actor.practiceId),
        sql`${enrolment.begunOn} = ${today}`,
        sql`(${client.createdAt} at time zone ${client.zone})::date < ${today}`,
        sql`${account.passwordHash} is not null`,
        hasAccess(client.practiceId, client.accountId),
        sql`${newestConsent} = 'agreed'`,
        qualified`not exists (select 1 from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId}
          and ${letter.accountId} = ${client.accountId} and ${letter.aboutKind} not in ('invitation', 'password-link')
          and (${letter.createdAt} at time zone ${client.zone})::date = ${today})`,
      ),
    )
    .orderBy(client.id);
}
