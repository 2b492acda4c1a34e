import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { heldClients } from "@/db/queries/clients/who-has-whom";
import type { StaffActor } from "@/lib/actor";
import { type HandOverForm, type Held, handOverRefusal, leadsToMove, movedTo } from "@/lib/clients/hand-over";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { clientTransfer, clientTransferReason } from "../../schema/client-life";
import { client, couple } from "../../schema/clients";
import type { Scope } from "../../scope";
import { findPerson, lockAccountRow, type Person } from "../identity/person";
import { queueLetter } from "../letters/queue-letter";

/**
 * Hands one, several or all clients over to a colleague who can sign in: a row for each with author, time and reason. Who
 * takes over and who had them are written to, and so is the client, who reads on Today who it is now. Answers how many.
 */
export async function transferClients(
  scope: Scope<StaffActor>,
  { "clients[]": ids, toId, reason }: HandOverForm,
): Promise<number> {
  const { actor, tx } = scope;
  authorize(actor, "clients.assign-therapist");
  const to = await lockAccountRow(scope, toId);
  if (!to?.hasAccess || to.role === "client") throw new NotFound();
  await tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), inArray(client.id, ids)))
    .orderBy(client.id)
    .for("no key update");
  const everyone = await heldClients(scope);
  const chosen = everyone.filter(({ clientId }) => ids.includes(clientId));
  if (chosen.length !== new Set(ids).size) throw new NotFound();
  const taker = { id: toId, name: to.name };
  const refusal = handOverRefusal(chosen, everyone, taker);
  if (refusal) throw new Refused(refusal);
  const moved = movedTo(chosen, taker);
  for (const one of moved) {
    await handOver(scope, one, { to, reason });
    for (const { clientId } of one.merged)
      await handOver(scope, { clientId, therapistId: one.therapistId }, { to, reason, isMerged: true });
  }
  const couples = leadsToMove(chosen, everyone, taker);
  if (couples.length > 0)
    await tx
      .update(couple)
      .set({ leadId: toId })
      .where(and(eq(couple.practiceId, actor.practiceId), inArray(couple.id, couples)));
  return moved.length;
}

async function handOver(
  scope: Scope<StaffActor>,
  { clientId, therapistId: fromId }: Pick<Held, "clientId" | "therapistId">,
  { to, reason, isMerged = false }: { to: Person; reason: string; isMerged?: boolean },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const earlier = await tx
    .select({ at: clientTransfer.decidedAt })
    .from(clientTransfer)
    .where(and(eq(clientTransfer.practiceId, practiceId), eq(clientTransfer.clientId, clientId)))
    .orderBy(desc(clientTransfer.decidedAt))
    .limit(1);
  const [row] = await tx
    .update(client)
    .set({ therapistId: to.accountId })
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)))
    .returning({ accountId: client.accountId });
  if (!row) throw new NotFound();
  const id = randomUUID();
  await tx.insert(clientTransfer).values({
    ...{ practiceId, id, clientId, fromId, toId: to.accountId, decidedBy: actor.accountId },
    reasonSealed: clientTransferReason.seal(reason, { practiceId, id }),
    decidedAt: afterAll(
      earlier.map(({ at }) => at),
      now,
    ),
  });
  await recordAudit(scope, "clients.transferred", { id, clientId });
  // Another record of somebody who was told of already.
  if (isMerged) return;
  const before = await findPerson(scope, fromId);
  for (const one of [to, before])
    if (one?.hasAccess && one.accountId !== actor.accountId)
      await queueLetter(scope, { accountId: one.accountId, about: { kind: "handed-over", id } });
  const person = await findPerson(scope, row.accountId);
  if (person?.passwordHash && person.hasAccess)
    await queueLetter(scope, { accountId: row.accountId, about: { kind: "new-therapist", id } });
}
