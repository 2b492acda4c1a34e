import type { Pool } from "pg";
import { eraseClient, listErasable } from "@/db/commands/clients/erase-client";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { noteErasure } from "@/runtime/backup/erasures";
import { oneByOne } from "./one-by-one";

/**
 * Erases whose erasing was asked for and answered, as soon as nothing holds it back. `backupDir`: where it is written down for
 * a restore; without such a place nothing is erased, because a restored backup would bring it back.
 */
export async function eraseClients(
  pool: Pool,
  actor: SystemActor,
  now: Date,
  backupDir: string | undefined,
): Promise<number> {
  if (backupDir === undefined) return 0;
  const { practiceId } = actor;
  const ids = await withScope(pool, actor, now, listErasable);
  let erased = 0;
  await oneByOne(ids, async (id) => {
    const done = await withScope(pool, actor, now, (scope) =>
      eraseClient(scope, id, (what) => noteErasure(backupDir, { at: now.toISOString(), practiceId, what, id })),
    );
    erased += done.length;
  });
  return erased;
}
