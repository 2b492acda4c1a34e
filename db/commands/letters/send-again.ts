import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { letterFacts } from "@/db/queries/letters/lost-letters";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { deliveryStatus, maySendAgain } from "@/lib/messages/delivery-status";
import { isLinkKind } from "@/lib/messages/letter-kinds";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { type Queued, queueLetter } from "./queue-letter";

export const sendAgainForm = z.strictObject({ letterId: z.uuid() });

/**
 * A letter of which nobody knows whether it arrived goes a second time, because somebody who knows the client says so. It
 * is a new letter under a name of its own, once on any of the client's days; the old one stays as it was.
 */
export async function sendLetterAgain(
  scope: Scope<StaffActor>,
  { letterId }: z.infer<typeof sendAgainForm>,
): Promise<Queued> {
  const { actor, tx, now } = scope;
  authorize(actor, "messages.staff");
  const [letter] = await tx
    .select({
      ...letterFacts,
      kind: outboxLetter.aboutKind,
      accountId: outboxLetter.accountId,
      clientId: client.id,
      zone: client.zone,
    })
    .from(outboxLetter)
    .innerJoin(
      client,
      and(eq(client.practiceId, outboxLetter.practiceId), eq(client.accountId, outboxLetter.accountId)),
    )
    .where(and(visibleClients(scope, "change"), eq(outboxLetter.id, letterId)))
    .for("update", { of: outboxLetter });
  if (!letter) throw new NotFound();
  const { accountId, clientId, zone, kind, ...facts } = letter;
  if (isLinkKind(kind)) throw new Refused("Make a new link instead: the earlier one may have run out.");
  if (!maySendAgain(deliveryStatus(facts, now))) throw new Refused("This letter needs no second one.");
  const queued = await queueLetter(scope, {
    accountId,
    about: { kind: "again", id: letterId, on: localDate(now, zone) },
  });
  await recordAudit(scope, "outbox.letter-sent-again", { id: letterId, clientId });
  return queued;
}
