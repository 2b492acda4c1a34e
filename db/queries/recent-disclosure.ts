import { sql } from "drizzle-orm";
import { client } from "../schema/clients";
import { message } from "../schema/messages";
import { safetyEvent } from "../schema/safety";
import type { Scope } from "../scope";

/** A check never answers a disclosure: so many days after one a talk is offered first. */
export const TALK_FIRST_DAYS = 14;

/** Whether the client wrote, or an event of theirs opened, since then. The caller has looked the client up in scope. */
export async function saidSomethingSince({ actor, tx }: Scope, clientId: string, since: Date): Promise<boolean> {
  const at = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{ said: boolean }>(sql`select
    exists (select 1 from ${safetyEvent} e where e.practice_id = ${actor.practiceId} and e.client_id = ${clientId} and e.opened_at >= ${at})
    or exists (select 1 from ${message} m join ${client} c on c.practice_id = m.practice_id and c.id = m.client_id
      where m.practice_id = ${actor.practiceId} and m.client_id = ${clientId} and m.author_id = c.account_id and m.sent_at >= ${at}) as said`);
  return rows[0]?.said ?? false;
}
