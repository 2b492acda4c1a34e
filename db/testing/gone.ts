import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { accessDecision } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { type MintedPractice, testNow } from "@/db/testing/mint";

/** Somebody whose access is gone while clients are still theirs, as practices of before have it. */
export async function goneWithClients(pool: Pool, { system, owner }: MintedPractice, accountId: string): Promise<void> {
  await withScope(pool, system, testNow, ({ tx }) =>
    tx.insert(accessDecision).values({
      ...{ practiceId: system.practiceId, id: randomUUID(), accountId, decision: "withdrawn" as const },
      ...{ decidedBy: owner.accountId, decidedAt: testNow },
    }),
  );
}
