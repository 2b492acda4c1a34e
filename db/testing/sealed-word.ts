import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { accessDecision, accessDecisionReason } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { type MintedPractice, testNow } from "@/db/testing/mint";

/** One sealed word in a practice, by the keys that this process holds. */
export async function sealWord(pool: Pool, { practiceId, owner, colleague }: MintedPractice): Promise<void> {
  const id = randomUUID();
  await withScope(pool, owner, testNow, ({ tx }) =>
    tx.insert(accessDecision).values({
      practiceId,
      id,
      accountId: colleague.accountId,
      decision: "withdrawn",
      decidedBy: owner.accountId,
      decidedAt: testNow,
      reasonSealed: accessDecisionReason.seal("left us", { practiceId, id }),
    }),
  );
}
