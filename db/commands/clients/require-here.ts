import { type AnyColumn, and, eq } from "drizzle-orm";
import { isGone, isMerged } from "@/db/queries/clients/standing";
import { Refused } from "@/lib/errors";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";

/** Nothing is asked of, planned for or linked with somebody whose time here is over. The caller has looked the client up in scope. */
export async function requireHere({ actor, tx }: Scope, id: string, column: AnyColumn = client.id): Promise<void> {
  const [row] = await tx
    .select({ isGone: isGone.mapWith(Boolean), isMerged: isMerged.mapWith(Boolean) })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(column, id)));
  if (row?.isMerged)
    throw new Refused("This record was merged into another one of the same person. Go on with the record that stays.");
  if (row?.isGone) throw new Refused("This client is discharged. Take them back into care first, under Record.");
}
