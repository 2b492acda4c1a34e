import type { Pool } from "pg";
import { chainAudit, chainWhole } from "@/db/commands/audit/chain-audit";
import { checkChainDaily } from "@/db/commands/audit/check-chain";
import { log } from "@/db/log";
import { chainHead } from "@/db/queries/audit/chain";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { readAnchors, writeAnchor } from "./audit-anchors";

/** How often, at most, a chain is anchored while entries are added to it. */
const ANCHOR_MS = 3_600_000;

/** Links what one practice’s record of access got since the last time. */
export const chainPractice = (pool: Pool, actor: SystemActor, now: Date): Promise<number> =>
  chainWhole(() => withScope(pool, actor, now, (scope) => chainAudit(scope)));

/** The hour’s anchor, and the day’s check beside all of them. `file` is outside of the database; none: nothing is anchored. */
export async function keepChain(pool: Pool, actor: SystemActor, now: Date, file: string | undefined): Promise<void> {
  const anchors = file ? readAnchors(file, actor.practiceId) : [];
  const checked = await withScope(pool, actor, now, async (scope) => {
    await chainAudit(scope, { all: true });
    return checkChainDaily(scope, anchors);
  });
  if (checked?.fault)
    log.error({ practiceId: actor.practiceId }, `worker: the record of access is not whole. ${checked.fault}`);
  const head = await withScope(pool, actor, now, chainHead);
  const last = anchors.at(-1);
  if (!file || !head || checked?.fault || head.number === last?.number) return;
  if (last && now.getTime() - Date.parse(last.at) < ANCHOR_MS) return;
  writeAnchor(file, { at: now.toISOString(), practiceId: actor.practiceId, ...head });
}
