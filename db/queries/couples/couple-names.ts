import { and, eq, sql } from "drizzle-orm";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";

/**
 * The names that words for a client must not hold: their own, that of the partner as it was written down, and those of
 * everybody they are or were linked with. Only for looking for them; the caller holds the client.
 */
export async function namesOfCouple({ actor, tx }: Scope, clientId: string): Promise<string[]> {
  const [row] = await tx
    .select({
      own: account.name,
      written: client.partnerName,
      linked: sql<string[]>`coalesce((select jsonb_agg(a2.name) from ${couple} k
        join ${client} c2 on c2.practice_id = k.practice_id
          and c2.id = case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end
        join ${account} a2 on a2.practice_id = c2.practice_id and a2.id = c2.account_id
        where k.practice_id = ${client.practiceId}
          and ${client.id} in (k.first_client_id, k.second_client_id)), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row ? [row.own, ...(row.written ? [row.written] : []), ...row.linked] : [];
}
