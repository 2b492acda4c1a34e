import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { isOwnListed } from "@/db/queries/appointments/own-appointments";
import type { ClientActor } from "@/lib/actor";
import { statusAfter } from "@/lib/appointments/appointment";
import type { AskToMoveForm } from "@/lib/appointments/appointment-forms";
import { NotFound, Refused } from "@/lib/errors";
import { letterDueAt } from "@/lib/messages/letter-timing";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { appointment, appointmentStep, appointmentWish, appointmentWishWords } from "../../schema/appointments";
import { client, couple } from "../../schema/clients";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { readerOf } from "../letters/tell-therapist";

const one = alias(client, "one");

/** Who leads the two of a session, where that is not the therapist of both: nobody else sees it, and nobody stands in for it. */
const leadApart = qualified<string | null>`(select ${couple.leadId} where exists (select 1 from ${client} ${one}
  where ${one.practiceId} = ${couple.practiceId} and ${one.id} in (${couple.firstClientId}, ${couple.secondClientId})
    and ${one.therapistId} <> ${couple.leadId}))`;

/**
 * Asks for another time, once per id. The session stays where it is until the therapist has decided, and whoever else comes to
 * it learns nothing of the wish.
 */
export async function askToMove(scope: Scope<ClientActor>, { id, appointmentId, words }: AskToMoveForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { practiceId, clientId } = actor;
  const [row] = await tx
    .select({
      kind: appointmentStep.kind,
      startsAt: appointmentStep.startsAt,
      ordinal: appointmentStep.ordinal,
      leadId: leadApart,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(and(isOwnListed(scope), eq(appointment.id, appointmentId)));
  if (!row) throw new NotFound();
  const added = await tx
    .insert(appointmentWish)
    .values({
      ...{ practiceId, id, appointmentId, clientId, ordinal: row.ordinal, askedAt: now },
      wordsSealed: appointmentWishWords.sealOrNull(words, { practiceId, id }),
    })
    .onConflictDoNothing()
    .returning({ id: appointmentWish.id });
  if (added.length === 0) return requireOwn(scope, id);
  if (statusAfter(row.kind) !== "planned" || row.startsAt <= now)
    throw new Refused("This session cannot be moved any more. Write a message, and it is answered there.");
  await recordAudit(scope, "appointments.move-asked", { id: appointmentId, clientId });
  const to = await readerOf(scope, clientId, "messages", row.leadId);
  const dueAt = letterDueAt(to.timing, now, to.zone);
  if (dueAt) await queueLetter(scope, { accountId: to.accountId, about: { kind: "move-asked", id }, dueAt });
}

async function requireOwn({ actor, tx }: Scope<ClientActor>, id: string): Promise<void> {
  const [before] = await tx
    .select({ clientId: appointmentWish.clientId })
    .from(appointmentWish)
    .where(and(eq(appointmentWish.practiceId, actor.practiceId), eq(appointmentWish.id, id)));
  if (before?.clientId !== actor.clientId) throw new NotFound();
}
