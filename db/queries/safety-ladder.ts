import { and, eq, sql } from "drizzle-orm";
import { type EscalationRule, ladder, type Rung } from "@/lib/domain/safety/events";
import { escalationLimits } from "@/lib/domain/safety/forms";
import { client } from "../schema/clients";
import { account, supervision } from "../schema/identity";
import { safetySetting } from "../schema/safety";
import type { Scope } from "../scope";
import { hasAccess } from "./has-access";

export type LadderPerson = { rung: Rung; accountId: string; name: string };

const stillHere = hasAccess(sql`a.practice_id`, sql`a.id`);

/**
 * Who is asked about a client, rung by rung: the therapist, whoever supervises them, the owner. Each person once, on
 * the lowest rung, and nobody whose access was withdrawn. The caller has looked the client up in scope.
 */
export async function ladderOf({ actor, tx }: Scope, clientId: string): Promise<LadderPerson[]> {
  const [row] = await tx
    .select({
      id: client.id,
      people: sql<
        LadderPerson[]
      >`coalesce((select jsonb_agg(jsonb_build_object('rung', r.rung, 'accountId', a.id, 'name', a.name))
        from (
          select 'therapist' as rung, ${client.therapistId} as account_id
          union all select 'supervisor', s.supervisor_id from ${supervision} s
            where s.practice_id = ${client.practiceId} and s.therapist_id = ${client.therapistId} and s.ended_at is null
          union all select 'owner', o.id from ${account} o where o.practice_id = ${client.practiceId} and o.role = 'owner'
        ) r join ${account} a on a.practice_id = ${client.practiceId} and a.id = r.account_id where ${stillHere}), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const order = (rung: Rung) => ladder.indexOf(rung);
  const people = [...(row?.people ?? [])].sort((a, b) => order(a.rung) - order(b.rung) || (a.name < b.name ? -1 : 1));
  return people.filter(({ accountId }, at) => people.findIndex((one) => one.accountId === accountId) === at);
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

export async function escalationRule(scope: Scope, people: readonly LadderPerson[]): Promise<EscalationRule> {
  return { minutes: await escalationMinutes(scope), rungs: people.map(({ rung }) => rung) };
}
