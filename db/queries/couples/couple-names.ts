import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { otherOf } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";

const otherAccount = alias(account, "a2");
const otherClient = alias(client, "c2");

const link = alias(couple, "k");

/**
 * The names that words for a client must not hold: their own, that of the partner as it was written down, and those of
 * everybody they are or were linked with. Only for looking for them; the caller holds the client.
 */
export async function namesOfCouple({ actor, tx }: Scope, clientId: string): Promise<string[]> {
  const [row] = await tx
    .select({
      own: account.name,
      written: client.partnerName,
      linked: qualified<string[]>`coalesce((select jsonb_agg(${otherAccount.name}) from ${couple} ${link}
        join ${client} ${otherClient} on ${otherClient.practiceId} = ${link.practiceId}
          and ${otherClient.id} = ${otherOf(link, client.id)}
        join ${account} ${otherAccount} on ${otherAccount.practiceId} = ${otherClient.practiceId} and ${otherAccount.id} = ${otherClient.accountId}
        where ${link.practiceId} = ${client.practiceId}
          and ${client.id} in (${link.firstClientId}, ${link.secondClientId})), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row ? [row.own, ...(row.written ? [row.written] : []), ...row.linked] : [];
}
