import { sql } from "drizzle-orm";
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

/**
 * A column of a statement about `client`: when their next session begins, alone or as one of two whom the reader both reaches;
 * null where none is planned.
 */
export const nextSessionAt = (scope: Scope<StaffActor>) =>
  qualified<Date | null>`(select min(${step.startsAt}) from ${appointment} ${planned}
    join ${appointmentStep} ${step} on ${step.practiceId} = ${planned.practiceId} and ${step.appointmentId} = ${planned.id}
    where ${planned.practiceId} = ${client.practiceId} and ${step.startsAt} > ${scope.now.toISOString()}::timestamptz
      and ${step.kind} in ('booked', 'moved', 'kept', 'reopened')
      and not exists (select 1 from ${appointmentStep} ${since} where ${since.practiceId} = ${step.practiceId}
        and ${since.appointmentId} = ${step.appointmentId} and ${since.ordinal} > ${step.ordinal})
      and (${planned.clientId} = ${client.id} or ${planned.coupleId} = ${standingLink(scope)}))`.mapWith(
    (value: string | null) => (value ? new Date(value) : null),
  );

const standingLink = (scope: Scope<StaffActor>) => sql`(select ${couple.id} from ${couple} where ${reachesBoth(scope)}
  and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) limit 1)`;
