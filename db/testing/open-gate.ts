import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { safetyDecision, safetyDecisionReason, safetyEvent, safetyScreen } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import { type MintedPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";

const NINE_DAYS = 9 * 86_400_000;

/** A screen that raised nothing and a clinician's clearance, nine days ago: joint steps are open in this practice week. */
export async function openGate(
  pool: Pool,
  { practiceId, system, therapist }: Pick<MintedPractice, "practiceId" | "system" | "therapist">,
  { clientId }: ClientActor,
  now = testNow,
): Promise<void> {
  await withScope(pool, system, now, async ({ tx }) => {
    const [screen] = await tx
      .select({ id: assessment.id })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(
        and(
          eq(assessment.clientId, clientId),
          eq(instrumentVersion.key, "safety-and-steadiness"),
          sql`not exists (select 1 from ${safetyScreen} s where s.id = ${assessment.id})`,
        ),
      )
      .limit(1);
    if (!screen) throw new Error("the client has no safety screen to answer");
    const at = new Date(now.getTime() - NINE_DAYS);
    await tx.insert(safetyScreen).values({ practiceId, id: screen.id, clientId, outcome: "clear", answeredAt: at });
    const id = randomUUID();
    await tx.insert(safetyDecision).values({
      practiceId,
      id,
      clientId,
      kind: "clear",
      talkedAlone: true,
      reasonSealed: safetyDecisionReason.seal("Talked alone, all well.", { practiceId, id }),
      decidedBy: therapist.accountId,
      decidedAt: new Date(at.getTime() + 60_000),
    });
  });
}

/** A safety event that nobody has closed. */
export async function openSafetyEvent(
  pool: Pool,
  { practiceId, system }: MintedPractice,
  { clientId }: ClientActor,
  now = testNow,
): Promise<void> {
  await withScope(pool, system, now, ({ tx }) =>
    tx.insert(safetyEvent).values({ practiceId, id: randomUUID(), clientId, source: "not-safe-button", openedAt: now }),
  );
}
