import type { Pool } from "pg";
import {
  endLongRecord,
  keepRecordProgress,
  mayStillTake,
  takeUpRecord,
  waitsForRecord,
} from "@/db/commands/exports/long-record";
import { keptRows } from "@/db/queries/exports/record-rows";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";

/** Whether a long record was asked for and is not read yet. */
export const waitsForLongRecord = (pool: Pool, actor: SystemActor, now: Date): Promise<boolean> =>
  withScope(pool, actor, now, waitsForRecord);

/**
 * Reads a long record that somebody asked for, in one snapshot and with its words closed, so that nobody waits for it. Two workers
 * at once, or one after another that died, do it once.
 */
export async function makeLongRecord(pool: Pool, actor: SystemActor, clock: () => Date): Promise<boolean> {
  const asked = await withScope(pool, actor, clock(), takeUpRecord);
  if (!asked) return false;
  let done = 0;
  const say = (rows: number) => {
    done = Math.min(asked.total, done + rows);
    return withScope(pool, actor, clock(), (scope) => keepRecordProgress(scope, asked.id, done));
  };
  const read = (scope: Scope<SystemActor>) => keptRows(scope, asked.clientId, new Set(asked.parts), say);
  const rows = await withScope(pool, actor, clock(), read, "repeatable read");
  return withScope(pool, actor, clock(), async (scope) =>
    endLongRecord(scope, asked, (await mayStillTake(scope, asked)) ? rows : null),
  );
}
