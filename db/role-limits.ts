import type { ClientBase } from "pg";

/** No page and no letter takes longer; the queue of the worker keeps house in longer statements. */
export const appSeconds = 15;
export const workerSeconds = 60;
const idleSeconds = 30;

/**
 * How long one statement, and a transaction that nobody goes on with, may take. On the role and not at the start of a connection:
 * a pooler refuses what it cannot carry over to the next.
 */
export async function boundInTime(admin: ClientBase, role: string, seconds: number): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  await admin.query(`alter role ${name} set statement_timeout = '${seconds}s'`);
  // A large practice's list is guessed to be so dear that it is compiled first, which takes longer than reading it.
  await admin.query(`alter role ${name} set jit = off`);
  await admin.query(`alter role ${name} set idle_in_transaction_session_timeout = '${idleSeconds}s'`);
}

/** Whether statements of whoever is connected end by themselves. */
export async function isBoundInTime(client: Pick<ClientBase, "query">): Promise<boolean> {
  const { rows } = await client.query<{ bound: boolean }>(
    "select current_setting('statement_timeout') <> '0' as bound",
  );
  return rows[0]?.bound === true;
}
