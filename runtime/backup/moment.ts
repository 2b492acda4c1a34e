import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type Fingerprint, fingerprintOf } from "@/runtime/backup/fingerprint";
import { Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";

/** A place in the write-ahead log that a restore can stop at, and what the tables held there. */
export type Moment = { name: string; tables: Fingerprint };

const patienceMs = 60_000;

/** No transaction that writes is open, and the next one would be the `next`th. */
async function look(client: pg.ClientBase): Promise<{ isQuiet: boolean; next: string }> {
  const { rows } = await client.query<{ quiet: boolean; next: string }>(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as next,
            pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot())
            and not exists (select from pg_locks where locktype = 'transactionid' and granted) as quiet`,
  );
  return { isQuiet: rows[0]?.quiet === true, next: rows[0]?.next ?? "" };
}

/**
 * Marks the log between two transactions, and hashes the tables as they were there. Nobody is made to wait: it tries until
 * no writing transaction ended or ran between the snapshot and the mark.
 */
export function markMoment(url: string): Promise<Moment> {
  return withClient(url, (reader) =>
    withClient(url, async (marker) => {
      const end = Date.now() + patienceMs;
      for (let attempt = 0; Date.now() < end; attempt += 1) {
        await reader.query("begin isolation level repeatable read read only");
        const before = await look(reader);
        if (before.isQuiet) {
          const name = `nearer-${randomBytes(6).toString("hex")}`;
          await marker.query("select pg_create_restore_point($1)", [name]);
          const after = await look(marker);
          if (after.isQuiet && after.next === before.next) {
            const tables = await fingerprintOf(reader);
            await reader.query("commit");
            return { name, tables };
          }
        }
        await reader.query("rollback");
        await sleep(Math.min(10 + attempt, 100));
      }
      throw new Fault("The database was never between two writes for a whole minute. Drill at a quieter hour.");
    }),
  );
}
