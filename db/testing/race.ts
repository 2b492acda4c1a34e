import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { type Scope, withScope } from "@/db/scope";
import type { Actor } from "@/lib/actor";

/**
 * Runs `act` while `change` is written and not yet committed, and commits once `act` waits for it or is through: what
 * two requests of the same moment do to each other, in the order that hurts. `goOn` is the rest of the first.
 */
export async function meanwhile<A extends Actor, T>(
  pool: Pool,
  actor: A,
  now: Date,
  change: (scope: Scope<A>) => Promise<unknown>,
  act: () => Promise<T>,
  goOn: (scope: Scope<A>) => Promise<unknown> = async () => undefined,
): Promise<PromiseSettledResult<T>> {
  let acting: Promise<PromiseSettledResult<T>[]> | undefined;
  await withScope(pool, actor, now, async (scope) => {
    await change(scope);
    let through = false;
    acting = Promise.allSettled([act()]).finally(() => {
      through = true;
    });
    const { rows: mine } = await scope.tx.$client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const waits = async () =>
      (await pool.query("select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))", [mine[0]?.pid]))
        .rowCount;
    while (!through && !(await waits())) await sleep(5);
    await goOn(scope);
  });
  const [outcome] = (await acting) ?? [];
  if (!outcome) throw new Error("Nothing was done in the meantime.");
  return outcome;
}
