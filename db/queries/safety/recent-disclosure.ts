import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { message } from "@/db/schema/messages";
import { safetyEvent } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";

const event = alias(safetyEvent, "e");
const written = alias(message, "m");

/** A check never answers a disclosure: so many days after one a talk is offered first. */
const TALK_FIRST_DAYS = 14;

/** Whether a client wrote, or an event of theirs opened, lately: a column of a statement about `client`. */
export function saidLately(now: Date) {
  const since = sql`${new Date(now.getTime() - TALK_FIRST_DAYS * 86_400_000).toISOString()}::timestamptz`;
  return qualified<boolean>`(exists (select 1 from ${safetyEvent} ${event} where ${event.practiceId} = ${client.practiceId}
      and ${event.clientId} = ${client.id} and ${event.openedAt} >= ${since})
    or exists (select 1 from ${message} ${written} where ${written.practiceId} = ${client.practiceId} and ${written.clientId} = ${client.id}
      and ${written.authorId} = ${client.accountId} and ${written.sentAt} >= ${since} and ${written.takenBackAt} is null))`;
}

/** The same for one client whom the caller has looked up in scope. */
export async function hasSaidLately({ actor, tx, now }: Scope, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ said: saidLately(now) })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row?.said ?? false;
}
