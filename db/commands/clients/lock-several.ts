import { and, asc, inArray } from "drizzle-orm";
import { getSeveral, type SeveralPerson } from "@/db/queries/caseload/several";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { type Purpose, visibleClients } from "../../visibility";

export type DoneWithSeveral = { reached: SeveralPerson[]; left: { person: SeveralPerson; why: string }[] };

/** All of them, held until this transaction ends, in one order; or nothing: one out of reach is as absent as one that is not there. */
export async function lockSeveral(
  scope: Scope<StaffActor>,
  ids: readonly string[],
  purpose: Purpose,
): Promise<SeveralPerson[]> {
  const held = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, purpose), inArray(client.id, [...ids])))
    .orderBy(asc(client.id))
    .for("no key update");
  if (held.length !== ids.length) throw new NotFound();
  return getSeveral(scope, ids, purpose);
}
