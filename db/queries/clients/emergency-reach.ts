import type { AnyColumn, SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { emergencyAccess, emergencyStep } from "@/db/schema/emergency";

const opened = alias(emergencyAccess, "ea");
const ended = alias(emergencyStep, "es");

/** When an hour `ea` was over, or will be. */
const over = qualified`coalesce((select ${ended.takenAt} from ${emergencyStep} ${ended} where ${ended.practiceId} = ${opened.practiceId}
  and ${ended.accessId} = ${opened.id} and ${ended.kind} = 'ended' and ${ended.takenAt} < ${opened.endsAt}), ${opened.endsAt})`;

/** The hour `ea` of this person that is open now: `facts` of it, or null. For a `client` row. */
export const openEmergency = <T>(accountId: string, now: Date, facts: SQL): SQL<T> =>
  qualified<T>`(select ${facts} from ${emergencyAccess} ${opened} where ${opened.practiceId} = ${client.practiceId}
    and ${opened.clientId} = ${client.id} and ${opened.openedBy} = ${accountId} and ${opened.openedAt} <= ${now.toISOString()}::timestamptz
    and ${opened.endsAt} > ${now.toISOString()}::timestamptz and ${over} > ${now.toISOString()}::timestamptz limit 1)`;

/** What a page says of it: which, until when, and how many minutes are left, the begun one included. */
export const emergencyFacts = (now: Date): SQL =>
  qualified`jsonb_build_object('id', ${opened.id}, 'endsAt', ${opened.endsAt},
    'minutesLeft', ceil(extract(epoch from ${opened.endsAt} - ${now.toISOString()}::timestamptz) / 60)::int)`;

/** Whether this person opened the `client` in an emergency, and their hour is not over. */
export const isOpenedInEmergency = (accountId: string, now: Date): SQL =>
  qualified`${openEmergency(accountId, now, qualified`true`)} is not null`;

type Entry = { practiceId: AnyColumn; clientId: AnyColumn; actorId: AnyColumn; at: AnyColumn };

/** Whether an entry of the record of access was made within such an hour of whoever made it. */
export const madeInEmergency = ({ practiceId, clientId, actorId, at }: Entry): SQL<boolean> =>
  qualified<boolean>`exists (select 1 from ${emergencyAccess} ${opened} where ${opened.practiceId} = ${practiceId}
    and ${opened.clientId} = ${clientId} and ${opened.openedBy} = ${actorId} and ${at} >= ${opened.openedAt} and ${at} < ${over})`;
