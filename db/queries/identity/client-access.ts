import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { isSafeAddress } from "@/db/queries/letters/address-safety";
import { wantsNoLetters } from "@/db/queries/letters/letters";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { client } from "../../schema/clients";
import { totpFactor } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

export type ClientAccess = {
  hasFactor: boolean;
  /** False once they chose to get none. */
  wantsLetters: boolean;
  /** Whether they called their address safe in a talk. */
  isSafeAddress: boolean;
  /** Whether the person who asks may change the access, and not only read about it. */
  mayChange: boolean;
  /** Whether they answer for what holds this record back or is asked of it, also once the person was erased. */
  mayHold: boolean;
};

/** How a client within reach signs in and is written to. */
export async function getClientAccess(scope: Scope<StaffActor>, clientId: string): Promise<ClientAccess> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const [row] = await tx
    .select({
      factorId: totpFactor.id,
      accountId: client.accountId,
      mayChange: visibleClients(scope, "change").mapWith(Boolean),
      mayHold: visibleClients(scope, "hold").mapWith(Boolean),
      isSafe: isSafeAddress(actor.practiceId, client.accountId),
      silent: wantsNoLetters(actor.practiceId, client.accountId, now),
    })
    .from(client)
    .leftJoin(
      totpFactor,
      and(
        eq(totpFactor.practiceId, client.practiceId),
        eq(totpFactor.accountId, client.accountId),
        isNull(totpFactor.removedAt),
        isNotNull(totpFactor.confirmedAt),
      ),
    )
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return {
    hasFactor: row.factorId !== null,
    wantsLetters: row.silent === null,
    isSafeAddress: row.isSafe,
    mayChange: row.mayChange,
    mayHold: row.mayHold,
  };
}
