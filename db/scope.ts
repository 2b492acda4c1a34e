import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "@/lib/actor";
import { Unavailable } from "@/lib/errors";
import { withoutContent } from "./database-fault";
import { gathered } from "./gathered-reads";
import { asUnavailable } from "./unavailable";

export type Tx = NodePgDatabase & { readonly $client: PoolClient };

/** The capability every query and command takes: who asks, the open transaction, and what time it is. */
export type Scope<A extends Actor = Actor> = { readonly actor: A; readonly tx: Tx; readonly now: Date };

type Ending = { items: Set<string>; work: (items: string[]) => Promise<void> };
const endings = new WeakMap<PoolClient, Map<string, Ending>>();

/**
 * Does `work` as the last thing of this transaction, once for every `item` that was named under this key. Where the transaction
 * fails before, it is not done.
 */
export function lastly({ tx }: Pick<Scope, "tx">, key: string, item: string, work: Ending["work"]): void {
  const ofConnection = endings.get(tx.$client) ?? new Map<string, Ending>();
  const items = ofConnection.get(key)?.items ?? new Set();
  endings.set(tx.$client, ofConnection.set(key, { items: items.add(item), work }));
}

async function doLast(connection: PoolClient): Promise<void> {
  for (const { items, work } of endings.get(connection)?.values() ?? []) await work([...items]);
}

type Isolation = "read committed" | "repeatable read";

/**
 * The only way to a transaction. BEGIN stands inside the try, so that a connection whose BEGIN failed is destroyed
 * and not handed back to the pool. A database that gives no answer is told apart from one that refuses.
 */
export async function inTransaction<T>(pool: Pool, isolation: Isolation, run: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  const { tx, end } = gathered(connection);
  let failure: Error | undefined;
  let isCommitting = false;
  try {
    await connection.query(`begin isolation level ${isolation}`);
    const result = await run(tx)
      .then(async (done) => {
        await doLast(connection);
        return done;
      })
      .finally(end);
    isCommitting = true;
    await connection.query("commit");
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error("transaction failed");
    const told = asUnavailable(error, isCommitting);
    await connection.query("rollback").then(
      () => {
        failure = told instanceof Unavailable && told.why === "away" ? failure : undefined;
      },
      () => undefined,
    );
    throw withoutContent(told);
  } finally {
    endings.delete(connection);
    connection.release(failure);
  }
}

/** A transaction inside one practice, for an actor that is already known. */
export function withScope<A extends Actor, T>(
  pool: Pool,
  actor: A,
  now: Date,
  run: (scope: Scope<A>) => Promise<T>,
  isolation: Isolation = "read committed",
): Promise<T> {
  return inTransaction(pool, isolation, async (tx) => {
    await tx.$client.query("select set_config('app.practice_id', $1, true)", [actor.practiceId]);
    return run({ actor, tx, now });
  });
}
