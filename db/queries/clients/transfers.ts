import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { clientTransfer, clientTransferReason } from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { newTherapistDays } from "@/lib/clients/hand-over";

const [from, to, by] = [alias(account, "from_person"), alias(account, "to_person"), alias(account, "by_person")];

export type TransferRecord = { id: string; from: string; to: string; reason: string; by: string; at: Date };

/** From whom to whom a client within reach was handed over, newest first. */
export async function getTransfers(scope: Scope<StaffActor>, clientId: string): Promise<TransferRecord[]> {
  const { actor, tx } = scope;
  const { id, reasonSealed, decidedAt } = clientTransfer;
  const rows = await tx
    .select({ id, reasonSealed, at: decidedAt, from: from.name, to: to.name, by: by.name })
    .from(clientTransfer)
    .innerJoin(client, and(eq(client.practiceId, clientTransfer.practiceId), eq(client.id, clientTransfer.clientId)))
    .innerJoin(from, and(eq(from.practiceId, clientTransfer.practiceId), eq(from.id, clientTransfer.fromId)))
    .innerJoin(to, and(eq(to.practiceId, clientTransfer.practiceId), eq(to.id, clientTransfer.toId)))
    .innerJoin(by, and(eq(by.practiceId, clientTransfer.practiceId), eq(by.id, clientTransfer.decidedBy)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(decidedAt))
    .limit(20);
  return rows.map(({ reasonSealed: reason, ...row }) => ({
    ...row,
    reason: clientTransferReason.read(reason, { practiceId: actor.practiceId, id: row.id }),
  }));
}

/** Who is there for the client who asks since they were handed over, for as long as Today says it. */
export async function getOwnTransfer({
  actor,
  tx,
  now,
}: Scope<ClientActor>): Promise<{ from: string; to: string } | null> {
  const [row] = await tx
    .select({ from: from.name, to: to.name, at: clientTransfer.decidedAt })
    .from(clientTransfer)
    .innerJoin(from, and(eq(from.practiceId, clientTransfer.practiceId), eq(from.id, clientTransfer.fromId)))
    .innerJoin(to, and(eq(to.practiceId, clientTransfer.practiceId), eq(to.id, clientTransfer.toId)))
    .where(and(eq(clientTransfer.practiceId, actor.practiceId), eq(clientTransfer.clientId, actor.clientId)))
    .orderBy(desc(clientTransfer.decidedAt))
    .limit(1);
  if (!row || now.getTime() - row.at.getTime() > newTherapistDays * 86_400_000) return null;
  return { from: row.from, to: row.to };
}
