import { and, eq, sql } from "drizzle-orm";
import { unreadByClient, unreadMessagesByClient, unseenByClient } from "@/db/queries/caseload/caseload-tables";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { WeekCounts } from "@/lib/messages/week-letter";

/** How much waits for one therapist, counted as the caseload counts it: nobody is named, and nothing is about safety. */
export async function weekCountsOf({ actor, tx, now }: Scope, accountId: string): Promise<WeekCounts> {
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      messages: sql<number>`coalesce(sum((written.facts ->> 'count')::int), 0)::int`,
      reflections: sql<number>`coalesce(sum(unread.count), 0)::int`,
      answers: sql<number>`coalesce(sum(jsonb_array_length(unseen.facts)), 0)::int`,
    })
    .from(client)
    .leftJoin(sql`${unreadMessagesByClient(practiceId, now)} written`, sql`written.client_id = ${client.id}`)
    .leftJoin(sql`${unreadByClient(practiceId)} unread`, sql`unread.client_id = ${client.id}`)
    .leftJoin(sql`${unseenByClient(practiceId)} unseen`, sql`unseen.client_id = ${client.id}`)
    .where(and(eq(client.practiceId, practiceId), eq(client.therapistId, accountId)));
  return row ?? { messages: 0, reflections: 0, answers: 0 };
}
