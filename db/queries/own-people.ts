import { and, eq, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { client, couple } from "../schema/clients";
import { account } from "../schema/identity";
import type { Scope } from "../scope";

export type OwnPeople = { therapistId: string; therapistName: string; partnerName: string | null };

/** Who the client's therapist and partner are, by name. */
export async function getOwnPeople({ actor, tx }: Scope<ClientActor>): Promise<OwnPeople> {
  const [person] = await tx
    .select({
      therapistId: client.therapistId,
      therapistName: account.name,
      partnerName: client.partnerName,
      linkedPartner: sql<string | null>`(
        select a2.name from ${couple} k
        join ${client} c2 on c2.practice_id = k.practice_id
          and c2.id = case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end
        join ${account} a2 on a2.practice_id = c2.practice_id and a2.id = c2.account_id
        where k.practice_id = ${client.practiceId} and k.ended_at is null
          and ${client.id} in (k.first_client_id, k.second_client_id) limit 1)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)));
  if (!person) throw new NotFound();
  const { linkedPartner, partnerName, ...therapist } = person;
  return { ...therapist, partnerName: linkedPartner ?? partnerName };
}
