import { and, eq, type SQL, sql } from "drizzle-orm";
import { awayAs, isAway } from "@/db/queries/absence/away";
import { hasAccess } from "@/db/queries/clients/has-access";
import { client } from "@/db/schema/clients";
import { account, supervision } from "@/db/schema/identity";
import { safetySetting, safetyUntold } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { type EscalationLevel, type EscalationRule, escalationOrder } from "@/lib/safety/events";
import { escalationLimits } from "@/lib/safety/forms";
import { type OnEscalation, pathTodayIn } from "@/lib/safety/whom-to-ask";

export type EscalationPerson = { level: EscalationLevel; accountId: string; name: string; insteadOf: string | null };

/** Whether somebody is named as never to be told about a `client` row. The newest of the pair counts. */
export const isUntold = (accountId: SQL): SQL =>
  sql`coalesce((select u.decision from ${safetyUntold} u where u.practice_id = ${client.practiceId}
    and u.client_id = ${client.id} and u.account_id = ${accountId} order by u.decided_at desc limit 1), 'lifted') = 'named'`;

/** Who an account is on the escalation order today: away or not, and who stands in for them. */
const asked = (now: Date) => {
  const here = sql`a.practice_id`;
  const stands = sql`jsonb_build_object('coverId', c.id, 'coverName', c.name,
    'mayCover', ${hasAccess(sql`c.practice_id`, sql`c.id`)} and not ${isAway(sql`c.practice_id`, sql`c.id`, now)} and not ${isUntold(sql`c.id`)})`;
  const cover = sql`(select ${stands} from ${account} c where c.practice_id = b.practice_id and c.id = b.cover_id)`;
  return sql`jsonb_build_object('level', r.level, 'accountId', a.id, 'name', a.name, 'isAway', ${isAway(here, sql`a.id`, now)},
    'cover', ${awayAs(here, sql`a.id`, now, cover)})`;
};

/**
 * Who is asked about a client, level by level: the therapist, whoever supervises them, the owner. Each person once, on the
 * lowest level; nobody whose access was withdrawn or who is never to be told; for who is away whoever stands in.
 */
export async function escalationPeopleOf({ actor, tx, now }: Scope, clientId: string): Promise<EscalationPerson[]> {
  const [row] = await tx
    .select({
      id: client.id,
      people: sql<OnEscalation[]>`coalesce((select jsonb_agg(${asked(now)})
        from (
          select 'therapist' as level, ${client.therapistId} as account_id
          union all select 'supervisor', s.supervisor_id from ${supervision} s
            where s.practice_id = ${client.practiceId} and s.therapist_id = ${client.therapistId} and s.ended_at is null
          union all select 'owner', o.id from ${account} o where o.practice_id = ${client.practiceId} and o.role = 'owner'
        ) r join ${account} a on a.practice_id = ${client.practiceId} and a.id = r.account_id
        where ${hasAccess(sql`a.practice_id`, sql`a.id`)} and not ${isUntold(sql`a.id`)}), '[]'::jsonb)`,
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
