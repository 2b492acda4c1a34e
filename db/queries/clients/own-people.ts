import { and, eq, sql } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { isNewestLink, nameOfPartner } from "@/db/queries/couples/own-couple";
import { sharedClassIfLinked, sharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { readerOf } from "@/lib/clients/reader";
import { coupleWeekAt } from "@/lib/couples/couple-week";
import { NotFound } from "@/lib/errors";

export type OwnPeople = {
  therapistId: string;
  therapistName: string;
  /** Who can read what is written here today, as the page names them. */
  reader: string;
  partnerName: string | null;
};

/**
 * Who the client's therapist and partner are, by name. A linked partner's name stands there as long as pages show the link;
 * before and afterwards it is the name on the client's own record, if there is one.
 */
export async function getOwnPeople({ actor, tx, now }: Scope<ClientActor>): Promise<OwnPeople> {
  const [person] = await tx
    .select({
      therapistId: client.therapistId,
      therapistName: account.name,
      isThere: sql<boolean>`${hasAccess(client.practiceId, client.therapistId)}`,
      partnerName: client.partnerName,
      linkedPartner: nameOfPartner,
      facts: sharedClassIfLinked(),
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .leftJoin(couple, isNewestLink)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)));
  if (!person) throw new NotFound();
  const { linkedPartner, partnerName, facts, isThere, ...therapist } = person;
  const isShown = facts !== null && coupleWeekAt(sharedClassInput(facts), now).isShown;
  const reader = readerOf(therapist.therapistName, isThere);
  return { ...therapist, reader, partnerName: isShown ? linkedPartner : partnerName };
}
