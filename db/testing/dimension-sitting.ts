import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { assessment, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import { type MintedPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";

/** Now and wished, by scale. */
export type Sat = Readonly<Record<string, readonly [number, number]>>;

/** The next Five Dimensions of a client as sent at `now`, with these scores; returns its id. */
export async function sitDimensions(
  pool: Pool,
  { system }: Pick<MintedPractice, "system">,
  { clientId, practiceId }: Pick<ClientActor, "clientId" | "practiceId">,
  scores: Sat,
  now = testNow,
): Promise<string> {
  return withScope(pool, system, now, async ({ tx }) => {
    const [row] = await tx
      .select({ id: assessment.id, version: assessment.instrumentVersionId })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(
        and(
          eq(assessment.clientId, clientId),
          eq(instrumentVersion.key, "five-dimensions"),
          isNull(assessment.submittedAt),
        ),
      )
      .orderBy(assessment.dueOn)
      .limit(1);
    if (!row) throw new Error("no five dimensions were assigned");
    const localDate = now.toISOString().slice(0, 10);
    await tx.update(assessment).set({ submittedAt: now, localDate }).where(eq(assessment.id, row.id));
    await tx.insert(assessmentScore).values(
      Object.entries(scores).flatMap(([scaleKey, pair]) =>
        (["now", "wished"] as const).map((form, i) => ({
          practiceId,
          id: randomUUID(),
          assessmentId: row.id,
          form,
          scaleKey,
          status: "scored" as const,
          score: pair[i] ?? null,
          answered: 6,
          items: 6,
          instrumentVersionId: row.version,
        })),
      ),
    );
    return row.id;
  });
}
