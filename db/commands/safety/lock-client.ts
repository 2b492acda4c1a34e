import { and, eq, sql } from "drizzle-orm";
import { NotFound } from "@/lib/domain/errors";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

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
      mayChange: sql<boolean>`(${visibleClients(scope, "change")})`,
    })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .for("update", { of: client });
  if (!row) throw new NotFound();
  return row;
}
