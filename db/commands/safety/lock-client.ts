import { and, eq, sql } from "drizzle-orm";
import { NotFound } from "@/lib/errors";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { isNotErased, visibleClients } from "../../visibility";

/**
 * A client within reach, locked until this transaction ends, so that what is decided about their safety is decided
 * one after the other. `mayChange`: whether the caller is the one responsible, and not only a reader.
 */
export async function lockClient(scope: Scope, clientId: string) {
  const [row] = await scope.tx
    .select({
      id: client.id,
      accountId: client.accountId,
      therapistId: client.therapistId,
      zone: client.zone,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      mayChange: sql<boolean>`(${visibleClients(scope, "change")})`,
      mayHold: sql<boolean>`(${visibleClients(scope, "hold")})`,
      isErased: sql<boolean>`not ${isNotErased}`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .for("update", { of: client });
  if (!row) throw new NotFound();
  return row;
}
