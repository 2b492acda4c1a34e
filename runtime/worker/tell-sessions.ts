import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { isReminderHour } from "@/lib/assessments/reminders";
import { localDate, localHour } from "@/lib/time/zone";
import { oneByOne } from "./one-by-one";

type Coming = { appointmentId: string; clientId: string; accountId: string; zone: string; startsAt: Date };

/**
 * On the day before a session, in the client's own daytime, a letter in the words of every other: that something is there. Both of
 * a couple get theirs in one round. One that is kept out of the portal is told to nobody. Done twice, it writes once.
 */
export async function tellSessions(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const coming = await withScope(pool, actor, now, (scope) => sessionsTomorrow(scope));
  let told = 0;
  await oneByOne(
    coming.filter(({ zone }) => isReminderHour(localHour(now, zone))),
    ({ appointmentId, clientId }) =>
      withScope(pool, actor, now, async (scope) => {
        // Called off or moved since it was looked for.
        const [still] = await sessionsTomorrow(scope, and(eq(appointment.id, appointmentId), eq(client.id, clientId)));
        if (!still) return;
        const { accountId, startsAt, zone } = still;
        const about = { kind: "session-tomorrow", id: appointmentId, on: localDate(startsAt, zone) } as const;
        if ((await queueLetter(scope, { accountId, about })) !== "queued") return;
        await recordAudit(scope, "appointments.told-before", { id: appointmentId, clientId });
        told += 1;
      }),
  );
  return told;
}

/** Who comes to a session that begins tomorrow by their own clock, has accepted and agreed, and reads it in the portal. */
function sessionsTomorrow({ actor, tx, now }: Scope<SystemActor>, which?: SQL): Promise<Coming[]> {
  const tomorrow = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date + 1`;
  return tx
    .select({
      appointmentId: appointment.id,
      clientId: client.id,
      accountId: client.accountId,
      zone: client.zone,
      startsAt: appointmentStep.startsAt,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .innerJoin(
      client,
      and(
        eq(client.practiceId, appointment.practiceId),
        sql`${client.id} in (${appointment.clientId}, ${couple.firstClientId}, ${couple.secondClientId})`,
      ),
    )
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(
        eq(appointment.practiceId, actor.practiceId),
        inArray(appointmentStep.kind, ["booked", "moved", "kept", "reopened"]),
        eq(appointmentStep.isListed, true),
        isNull(couple.endedAt),
        sql`(${appointmentStep.startsAt} at time zone ${client.zone})::date = ${tomorrow}`,
        sql`${account.passwordHash} is not null`,
        hasAccess(client.practiceId, client.accountId),
        sql`${newestConsent} = 'agreed'`,
        which,
      ),
    )
    .orderBy(appointmentStep.startsAt, client.id);
}
