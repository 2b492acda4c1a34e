import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { client } from "@/db/schema/clients";
import { signalRound } from "@/db/schema/signals";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { keptEdition } from "@/lib/signals/kept-edition";
import { oneByOne } from "./one-by-one";

/** Looked at in one transaction. Nobody who writes about one of them waits long. */
const AT_ONCE = 100;

/**
 * Looks at everybody whose day has begun, or for whom time alone may have changed something. Who was never looked at, as after
 * an update, is looked at first. Done twice, the second finds nothing.
 */
export async function lookAtSignals(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const due = await withScope(pool, actor, now, dueOf);
  const parts = Array.from({ length: Math.ceil(due.length / AT_ONCE) }, (_, i) =>
    due.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  await oneByOne(parts, (ids) => withScope(pool, actor, now, (scope) => refreshSignals(scope, ids)));
  return due.length;
}

async function dueOf({ actor, tx, now }: Scope<SystemActor>): Promise<string[]> {
  const isDue = sql`(${signalRound.edition}, ${signalRound.nextAt}) <= (${keptEdition}::smallint, ${now.toISOString()}::timestamptz)`;
  const rows = await tx
    .select({ id: client.id })
    .from(client)
    .leftJoin(signalRound, and(eq(signalRound.practiceId, client.practiceId), eq(signalRound.id, client.id)))
    .where(and(eq(client.practiceId, actor.practiceId), or(isNull(signalRound.id), isDue)))
    .orderBy(asc(signalRound.nextAt), asc(client.id));
  return rows.map(({ id }) => id);
}
