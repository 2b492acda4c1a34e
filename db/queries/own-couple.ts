import { and, eq, isNull, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { client, couple } from "../schema/clients";
import { account } from "../schema/identity";
import type { Scope } from "../scope";
import { sharedClassOf } from "./shared-class";

export type OwnCouple = {
  id: string;
  partnerId: string;
  partnerName: string;
  firstClientId: string;
  secondClientId: string;
  /** Whether joint steps are open. Why they are not, if they are not, is not here. */
  isOpen: boolean;
};

/** The link that stands for the person who asks, or null. */
export async function getOwnCouple({ actor, tx, now }: Scope<ClientActor>): Promise<OwnCouple | null> {
  const [row] = await tx
    .select({
      id: couple.id,
      firstClientId: couple.firstClientId,
      secondClientId: couple.secondClientId,
      partnerName: sql<string>`(select a.name from ${client} c join ${account} a
        on a.practice_id = c.practice_id and a.id = c.account_id
        where c.practice_id = ${couple.practiceId} and c.id in (${couple.firstClientId}, ${couple.secondClientId})
          and c.id <> ${client.id})`,
      shared: sharedClassOf(now),
    })
    .from(client)
    .innerJoin(
      couple,
      and(
        eq(couple.practiceId, client.practiceId),
        isNull(couple.endedAt),
        sql`${client.id} in (${couple.firstClientId}, ${couple.secondClientId})`,
      ),
    )
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)))
    .limit(1);
  if (!row) return null;
  const { shared, ...own } = row;
  const partnerId = own.firstClientId === actor.clientId ? own.secondClientId : own.firstClientId;
  return { ...own, partnerId, isOpen: shared.open };
}
