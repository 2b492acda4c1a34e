import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { leadsCouple } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { openEventsOfClient } from "@/db/queries/clients/standing";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";

const responsible = alias(account, "responsible");

export type Parting = {
  clientId: string;
  name: string;
  recordNumber: number;
  therapistName: string;
  openEvents: number;
};

export type Separation = { coupleId: string; linkedAt: Date; today: LocalDate; people: [Parting, Parting] };

/** A link that its lead may end, and the two whom it is about. For anybody else there is none. */
export async function getSeparation(scope: Scope<StaffActor>, coupleId: string): Promise<Separation> {
  const { actor, tx, now } = scope;
  authorize(actor, "couples.link");
  const rows = await tx
    .select({
      clientId: client.id,
      name: account.name,
      recordNumber: client.recordNumber,
      therapistName: responsible.name,
      openEvents: openEventsOfClient,
      linkedAt: couple.linkedAt,
      zone: couple.zone,
      isFirst: qualified<boolean>`${client.id} = ${couple.firstClientId}`,
    })
    .from(couple)
    .innerJoin(
      client,
      and(
        eq(client.practiceId, couple.practiceId),
        qualified`${client.id} in (${couple.firstClientId}, ${couple.secondClientId})`,
      ),
    )
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(responsible, and(eq(responsible.practiceId, client.practiceId), eq(responsible.id, client.therapistId)))
    .where(and(leadsCouple(scope), eq(couple.id, coupleId)));
  const [first, second] = [rows.find(({ isFirst }) => isFirst), rows.find(({ isFirst }) => !isFirst)];
  if (!first || !second) throw new NotFound();
  const { linkedAt, zone } = first;
  return { coupleId, linkedAt, today: localDate(now, zone), people: [partingOf(first), partingOf(second)] };
}

const partingOf = ({ clientId, name, recordNumber, therapistName, openEvents }: Parting): Parting => ({
  ...{ clientId, name, recordNumber, therapistName, openEvents },
});
