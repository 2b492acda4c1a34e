import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { courtDemand, courtDemandWords } from "@/db/schema/court-demand";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";

const demand = alias(courtDemand, "cd");
const answer = alias(courtDemand, "ca");

/** When the oldest demand about a row of `client` was noted that nobody has answered; null without one. */
export const courtDemandedAt = qualified<string | null>`(select min(${demand.notedAt}) from ${courtDemand} ${demand}
  where ${demand.practiceId} = ${client.practiceId} and ${demand.clientId} = ${client.id} and ${demand.answersId} is null
    and not exists (select 1 from ${courtDemand} ${answer} where ${answer.practiceId} = ${demand.practiceId} and ${answer.answersId} = ${demand.id}))`;

export type DemandRecord = {
  id: string;
  answersId: string | null;
  dueOn: string | null;
  words: string;
  by: string;
  at: Date;
};

/** What courts asked about a client within reach, and what became of it, oldest first. */
export async function listCourtDemands(scope: Scope<StaffActor>, clientId: string): Promise<DemandRecord[]> {
  const { actor, tx } = scope;
  const { id, answersId, dueOn, wordsSealed, notedAt } = courtDemand;
  const rows = await tx
    .select({ id, answersId, dueOn, wordsSealed, by: account.name, at: notedAt })
    .from(courtDemand)
    .innerJoin(client, and(eq(client.practiceId, courtDemand.practiceId), eq(client.id, courtDemand.clientId)))
    .innerJoin(account, and(eq(account.practiceId, courtDemand.practiceId), eq(account.id, courtDemand.notedBy)))
    .where(and(visibleClients(scope, "hold"), eq(client.id, clientId)))
    .orderBy(asc(notedAt));
  return rows.map(({ wordsSealed: sealed, ...row }) => ({
    ...row,
    words: courtDemandWords.read(sealed, { practiceId: actor.practiceId, id: row.id }),
  }));
}
