import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { reachesBoth } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { client, couple } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";

const planned = alias(appointment, "n");
const step = alias(appointmentStep, "ns");
const since = alias(appointmentStep, "nl");

type Now = { now: Date };

/** The earliest start of what is planned and meets a condition. */
const soonest = ({ now }: Now, which: SQL) =>
  qualified<Date | null>`(select min(${step.startsAt}) from ${appointment} ${planned}
    join ${appointmentStep} ${step} on ${step.practiceId} = ${planned.practiceId} and ${step.appointmentId} = ${planned.id}
    where ${planned.practiceId} = ${client.practiceId} and ${step.startsAt} > ${now.toISOString()}::timestamptz
      and ${step.kind} in ('booked', 'moved', 'kept', 'reopened')
      and not exists (select 1 from ${appointmentStep} ${since} where ${since.practiceId} = ${step.practiceId}
        and ${since.appointmentId} = ${step.appointmentId} and ${since.ordinal} > ${step.ordinal})
      and ${which})`.mapWith((value: string | null) => (value ? new Date(value) : null));

const isOwn = sql`${planned.clientId} = ${client.id}`;

const ofLink = (which: SQL | undefined) => sql`${planned.coupleId} = (select ${couple.id} from ${couple} where ${which}
  and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) limit 1)`;

/**
 * A column of a statement about `client`: when their next session begins, alone or as one of two whom the reader both reaches;
 * null where none is planned.
 */
export const nextSessionAt = (scope: Scope<StaffActor>) =>
  soonest(scope, sql`(${isOwn} or ${ofLink(reachesBoth(scope))})`);

/** The same for nobody's eyes: their own next session, and the next of a link that stands. */
export const nextOwnSessionAt = (at: Now) => soonest(at, isOwn);
export const nextSessionOfTwoAt = (at: Now) =>
  soonest(at, ofLink(and(eq(couple.practiceId, client.practiceId), isNull(couple.endedAt))));
