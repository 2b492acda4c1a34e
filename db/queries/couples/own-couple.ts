import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { type SharedClassFacts, sharedClassFacts, sharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type CoupleWeek, coupleWeekAt } from "@/lib/couples/couple-week";

const coupleRow = alias(couple, "k");
const accountRow = alias(account, "a");
const clientRow = alias(client, "c");

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
  qualified`${couple.id} = (select ${coupleRow.id} from ${couple} ${coupleRow} where ${coupleRow.practiceId} = ${client.practiceId}
    and ${client.id} in (${coupleRow.firstClientId}, ${coupleRow.secondClientId}) order by ${coupleRow.linkedAt} desc limit 1)`,
);

/** The name of the other of the two, for a statement about `client` and `couple`. */
export const nameOfPartner = qualified<string>`(select ${accountRow.name} from ${client} ${clientRow} join ${account} ${accountRow}
  on ${accountRow.practiceId} = ${clientRow.practiceId} and ${accountRow.id} = ${clientRow.accountId}
  where ${clientRow.practiceId} = ${couple.practiceId} and ${clientRow.id} in (${couple.firstClientId}, ${couple.secondClientId})
    and ${clientRow.id} <> ${client.id})`;

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
