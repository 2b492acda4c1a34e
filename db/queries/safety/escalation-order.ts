import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { absence, awayAs, isAway } from "@/db/queries/absence/away";
import { hasAccess } from "@/db/queries/clients/has-access";
import { client } from "@/db/schema/clients";
import { account, supervision } from "@/db/schema/identity";
import { safetySetting, safetyUntold } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { type EscalationLevel, type EscalationRule, escalationOrder } from "@/lib/safety/events";
import { escalationLimits } from "@/lib/safety/forms";
import { type OnEscalation, pathTodayIn } from "@/lib/safety/whom-to-ask";

const untold = alias(safetyUntold, "u");
const person = alias(account, "a");
const standIn = alias(account, "c");
const supervisedBy = alias(supervision, "s");
const owner = alias(account, "o");

export type EscalationPerson = { level: EscalationLevel; accountId: string; name: string; insteadOf: string | null };

/** Whether somebody is named as never to be told about a `client` row. The newest of the pair counts. */
export const isUntold = (accountId: SQL): SQL =>
  qualified`coalesce((select ${untold.decision} from ${safetyUntold} ${untold} where ${untold.practiceId} = ${client.practiceId}
    and ${untold.clientId} = ${client.id} and ${untold.accountId} = ${accountId} order by ${untold.decidedAt} desc limit 1), 'lifted') = 'named'`;

/** Who an account is on the escalation order today: away or not, and who stands in for them. */
const asked = (now: Date) => {
  const here = sql`${person.practiceId}`;
  const stands = sql`jsonb_build_object('coverId', ${standIn.id}, 'coverName', ${standIn.name},
    'mayCover', ${hasAccess(sql`${standIn.practiceId}`, sql`${standIn.id}`)} and not ${isAway(sql`${standIn.practiceId}`, sql`${standIn.id}`, now)} and not ${isUntold(sql`${standIn.id}`)})`;
  const cover = qualified`(select ${stands} from ${account} ${standIn} where ${standIn.practiceId} = ${absence.practiceId} and ${standIn.id} = ${absence.coverId})`;
  return sql`jsonb_build_object('level', r.level, 'accountId', ${person.id}, 'name', ${person.name}, 'isAway', ${isAway(here, sql`${person.id}`, now)},
    'cover', ${awayAs(here, sql`${person.id}`, now, cover)})`;
};

/**
 * Who is asked about a client, level by level: the therapist, whoever supervises them, the owner. Each person once, on the
 * lowest level; nobody whose access was withdrawn or who is never to be told; for who is away whoever stands in.
 */
export async function escalationPeopleOf({ actor, tx, now }: Scope, clientId: string): Promise<EscalationPerson[]> {
  const [row] = await tx
    .select({
      id: client.id,
      people: qualified<OnEscalation[]>`coalesce((select jsonb_agg(${asked(now)})
        from (
          select 'therapist' as level, ${client.therapistId} as account_id
          union all select 'supervisor', ${supervisedBy.supervisorId} from ${supervision} ${supervisedBy}
            where ${supervisedBy.practiceId} = ${client.practiceId} and ${supervisedBy.therapistId} = ${client.therapistId} and ${supervisedBy.endedAt} is null
          union all select 'owner', ${owner.id} from ${account} ${owner} where ${owner.practiceId} = ${client.practiceId} and ${owner.role} = 'owner'
        ) r join ${account} ${person} on ${person.practiceId} = ${client.practiceId} and ${person.id} = r.account_id
        where ${hasAccess(sql`${person.practiceId}`, sql`${person.id}`)} and not ${isUntold(sql`${person.id}`)}), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const order = (level: EscalationLevel) => escalationOrder.indexOf(level);
  const people = [...(row?.people ?? [])].sort((a, b) => order(a.level) - order(b.level) || (a.name < b.name ? -1 : 1));
  return pathTodayIn(people);
}

/** The practice's own number of minutes, or the one that ships. */
export async function escalationMinutes({ actor, tx }: Scope): Promise<number> {
  const [row] = await tx
    .select({ minutes: safetySetting.escalationMinutes })
    .from(safetySetting)
    .where(eq(safetySetting.practiceId, actor.practiceId))
    .orderBy(sql`${safetySetting.setAt} desc`)
    .limit(1);
  return row?.minutes ?? escalationLimits.usual;
}

export const ruleFor = (people: readonly EscalationPerson[], minutes: number): EscalationRule => ({
  minutes,
  levels: people.map(({ level }) => level),
});

export const escalationRule = async (scope: Scope, people: readonly EscalationPerson[]): Promise<EscalationRule> =>
  ruleFor(people, await escalationMinutes(scope));
