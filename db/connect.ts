import { Pool } from "pg";

export type PoolOptions = { url: string; max: number; onIdleError: (error: Error) => void };

/** A pool that outlives a restart of the database: an idle client's error is reported, never thrown. */
export function connect({ url, max, onIdleError }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: "nearer",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  pool.on("error", onIdleError);
  // While somebody holds a connection the pool does not listen to it: its end reaches them by the query that fails, and
  // without this would be an uncaught exception beside that.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
