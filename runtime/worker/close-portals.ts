import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { closePortal } from "@/db/commands/clients/close-portal";
import { hasAccess } from "@/db/queries/clients/has-access";
import { isGone } from "@/db/queries/clients/standing";
import { client } from "@/db/schema/clients";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { oneByOne } from "./one-by-one";

/** Closes the pages of discharged clients on the day after their last. Done twice, it closes once. */
export async function closePortals(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const open = await withScope(pool, actor, now, ({ tx }) =>
    tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, actor.practiceId), isGone, hasAccess(client.practiceId, client.accountId))),
  );
  let closed = 0;
  await oneByOne(open, ({ id }) =>
    withScope(pool, actor, now, async (scope) => {
      if (await closePortal(scope, id)) closed += 1;
    }),
  );
  return closed;
}
