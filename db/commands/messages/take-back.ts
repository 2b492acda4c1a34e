import { and, eq } from "drizzle-orm";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { mayTakeBack } from "@/lib/messages/hold";
import { recordAudit } from "../../audit";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";

/**
 * Takes a message back that its author sent a moment ago: nobody can have read it, and its words leave the database. They
 * are given back once; taken back before, there are none. Who may write is asked by the caller.
 */
export async function takeBack(
  scope: Scope<ClientActor | StaffActor>,
  { id, clientId }: { id: string; clientId: string },
): Promise<string> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const mine = and(
    eq(message.practiceId, practiceId),
    eq(message.id, id),
    eq(message.clientId, clientId),
    eq(message.authorId, actor.accountId),
  );
  const [row] = await tx
    .select({ sentAt: message.sentAt, takenBackAt: message.takenBackAt, bodySealed: message.bodySealed })
    .from(message)
    .where(mine)
    .for("update");
  if (!row) throw new NotFound();
  if (row.takenBackAt) return "";
  if (!mayTakeBack(row.sentAt, now))
    throw new Refused("It has gone out by now. Write once more if something is to be put right.");
  await tx
    .update(message)
    .set({ takenBackAt: now, bodySealed: messageBody.seal("", { practiceId, id }) })
    .where(mine);
  await recordAudit(scope, "messages.taken-back", { id, clientId });
  return messageBody.ifOpens(row.bodySealed, { practiceId, id }) ?? "";
}
