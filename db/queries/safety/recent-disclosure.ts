import { and, eq, sql } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import { message } from "@/db/schema/messages";
import { safetyEvent } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";

/** A check never answers a disclosure: so many days after one a talk is offered first. */
const TALK_FIRST_DAYS = 14;

/** Whether a client wrote, or an event of theirs opened, lately: a column of a statement about `client` with a join. */
export function saidLately(now: Date) {
  const since = sql`${new Date(now.getTime() - TALK_FIRST_DAYS * 86_400_000).toISOString()}::timestamptz`;
  return sql<boolean>`(exists (select 1 from ${safetyEvent} e where e.practice_id = ${client.practiceId}
      and e.client_id = ${client.id} and e.opened_at >= ${since})
    or exists (select 1 from ${message} m where m.practice_id = ${client.practiceId} and m.client_id = ${client.id}
      and m.author_id = ${client.accountId} and m.sent_at >= ${since}))`;
}

/** The same for one client whom the caller has looked up in scope. */
export async function hasSaidLately({ actor, tx, now }: Scope, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ said: saidLately(now) })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row?.said ?? false;
}
