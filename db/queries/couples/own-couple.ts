import { and, eq, sql } from "drizzle-orm";
import { type SharedClassFacts, sharedClassFacts, sharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type CoupleWeek, coupleWeekAt } from "@/lib/couples/couple-week";

export type OwnCouple = Omit<CoupleWeek, "isShown"> & {
  id: string;
  partnerId: string;
  partnerName: string;
  firstClientId: string;
  secondClientId: string;
};

/** A condition on `couple`: the newest link of `client`, which stands, or whose end may not be shown yet. */
export const isNewestLink = and(
  eq(couple.practiceId, client.practiceId),
  sql`${couple.id} = (select k.id from ${couple} k where k.practice_id = ${client.practiceId}
    and ${client.id} in (k.first_client_id, k.second_client_id) order by k.linked_at desc limit 1)`,
);

/** The name of the other of the two, for a statement about `client` and `couple`. */
export const nameOfPartner = sql<string>`(select a.name from ${client} c join ${account} a
  on a.practice_id = c.practice_id and a.id = c.account_id
  where c.practice_id = ${couple.practiceId} and c.id in (${couple.firstClientId}, ${couple.secondClientId})
    and c.id <> ${client.id})`;

/**
 * The link as the pages of the person who asks show it, or null: from the first practice week after it was made, and after
 * an end until the agreed day, when nothing is open any more.
 */
export async function getOwnCouple({ actor, tx, now }: Scope<ClientActor>): Promise<OwnCouple | null> {
  const [row] = await tx
    .select({
      id: couple.id,
      firstClientId: couple.firstClientId,
      secondClientId: couple.secondClientId,
      partnerName: nameOfPartner,
      week: sharedClassFacts().mapWith((facts: SharedClassFacts) => coupleWeekAt(sharedClassInput(facts), now)),
    })
    .from(client)
    .innerJoin(couple, isNewestLink)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)))
    .limit(1);
  if (!row?.week.isShown) return null;
  const { week, ...own } = row;
  const { isOpen, began, changesAt, zone } = week;
  const partnerId = own.firstClientId === actor.clientId ? own.secondClientId : own.firstClientId;
  return { ...own, partnerId, isOpen, began, changesAt, zone };
}
