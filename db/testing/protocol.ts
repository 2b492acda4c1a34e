import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { decideOnPath } from "@/db/commands/protocol/decide-on-path";
import { exerciseAttempt } from "@/db/schema/exercises";
import { enrolment } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testNow } from "@/db/testing/mint";
import type { ClientActor, StaffActor } from "@/lib/actor";
import type { Change } from "@/lib/protocol/decision";

type Words = { id?: string; reason?: string; words?: string | null; at?: Date };

/** Own steps have none: they read the same whatever the reason. */
const wordsOf = ({ kind }: Change) => (kind === "own-steps" ? null : "We stay here.");

/** Decides as this person would from the page; answers the decision's id. */
export async function decide(
  pool: Pool,
  actor: StaffActor,
  clientId: string,
  change: Change,
  { id = randomUUID(), reason = "Tired week", words = wordsOf(change), at = testNow }: Words = {},
): Promise<string> {
  const form = { id, clientId, change, reason, words };
  return (await withScope(pool, actor, at, (scope) => decideOnPath(scope, form))).decisionId;
}

/** An attempt as the portal would have kept it. */
export async function logAttempt(
  pool: Pool,
  client: ClientActor,
  more: Partial<typeof exerciseAttempt.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  await withScope(pool, client, testNow, async ({ tx }) => {
    const [own] = await tx
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(eq(enrolment.clientId, client.clientId))
      .orderBy(desc(enrolment.startDate))
      .limit(1);
    if (!own) throw new Error("This client is not enrolled.");
    await tx.insert(exerciseAttempt).values({
      practiceId: client.practiceId,
      id,
      clientId: client.clientId,
      enrolmentId: own.id,
      exerciseKey: "one-real-feeling",
      localDate: "2026-11-23",
      outcome: "done",
      recordedAt: testNow,
      ...more,
    });
  });
  return id;
}
