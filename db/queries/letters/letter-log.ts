import { and, desc, eq, notInArray } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { type DeliveryStatus, deliveryStatus } from "@/lib/messages/delivery-status";
import { type LetterKind, ownBusiness } from "@/lib/messages/letter-kinds";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { type ClientHeader, getClientHeader } from "../clients/client-overview";
import { letterFacts } from "./lost-letters";

/** The newest of them: a page, and not an archive. */
export const LOG_LENGTH = 200;

export type LoggedLetter = {
  id: string;
  kind: LetterKind;
  createdAt: Date;
  dueAt: Date;
  sentAt: Date | null;
  bouncedAt: Date | null;
  bounceCode: string | null;
  standing: DeliveryStatus;
};

/** Every letter to a client within reach, and what became of it: kinds and times, since a letter itself says no more. */
export async function getLetterLog(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<{ header: ClientHeader; letters: LoggedLetter[] }> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const header = await getClientHeader(scope, clientId);
  const rows = await tx
    .select({
      ...letterFacts,
      id: outboxLetter.id,
      kind: outboxLetter.aboutKind,
      dueAt: outboxLetter.dueAt,
      bounceCode: outboxLetter.bounceCode,
    })
    .from(outboxLetter)
    .innerJoin(
      client,
      and(eq(client.practiceId, outboxLetter.practiceId), eq(client.accountId, outboxLetter.accountId)),
    )
    .where(and(visibleClients(scope), eq(client.id, clientId), notInArray(outboxLetter.aboutKind, [...ownBusiness])))
    .orderBy(desc(outboxLetter.createdAt), desc(outboxLetter.id))
    .limit(LOG_LENGTH);
  await recordAudit(scope, "letters.log-read", { id: clientId, clientId });
  const letters = rows.map(({ tries, claimEndsAt, handedOverAt, setAsideAt, ...letter }) => ({
    ...letter,
    standing: deliveryStatus({ ...letter, tries, claimEndsAt, handedOverAt, setAsideAt }, now),
  }));
  return { header, letters };
}
