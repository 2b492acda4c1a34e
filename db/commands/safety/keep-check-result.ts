import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { cardResult, sittingsOf } from "@/db/queries/safety/check-sittings";
import { decidedAnswers } from "@/db/queries/safety/decided-answers";
import { gateHistory } from "@/db/queries/safety/safety-gate";
import type { ClientActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import { placeInHistory } from "@/lib/safety/gate";
import { safetyScreen } from "../../schema/safety";
import type { Scope } from "../../scope";

/**
 * Keeps what a card asks for by now, whenever that is more than before: the most careful of its sittings, drafts and answers
 * that were taken back included. The caller holds the person.
 */
export async function keepCheckResult(
  scope: Scope<ClientActor>,
  { assessmentId, instrument }: { assessmentId: string; instrument: Instrument },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, clientId } = actor;
  const sittings = await sittingsOf(scope, assessmentId);
  const result = cardResult(instrument, sittings, await decidedAnswers(scope, clientId));
  if (!result) return;
  const isDraft = sittings.every(({ sentAt }) => sentAt === null);
  // A yes counts when it is given; a no is an account of one's own only once it is sent.
  const told = (fact: boolean | null) => (isDraft && fact === false ? null : fact);
  const { reportsHarm, ownHarm } = result.facts;
  const row = { outcome: result.outcome, reportsHarm: told(reportsHarm), ownHarm: told(ownHarm), isDraft };
  const history = await gateHistory(scope, clientId);
  const [before] = await tx
    .select({
      outcome: safetyScreen.outcome,
      reportsHarm: safetyScreen.reportsHarm,
      ownHarm: safetyScreen.ownHarm,
      isDraft: safetyScreen.isDraft,
      answeredAt: safetyScreen.answeredAt,
    })
    .from(safetyScreen)
    .where(and(eq(safetyScreen.practiceId, practiceId), eq(safetyScreen.assessmentId, assessmentId)))
    .orderBy(desc(safetyScreen.answeredAt))
    .limit(1);
  if (before && isSame(before, row)) return;
  // After the row before, so that their order is the order in which they were kept.
  const placed = placeInHistory(history, "screen", now);
  const answeredAt = before && before.answeredAt >= placed ? new Date(before.answeredAt.getTime() + 1) : placed;
  await tx.insert(safetyScreen).values({ practiceId, id: randomUUID(), clientId, assessmentId, ...row, answeredAt });
}

type Row = Pick<typeof safetyScreen.$inferSelect, "outcome" | "reportsHarm" | "ownHarm" | "isDraft">;

const isSame = (a: Row, b: Row): boolean =>
  a.outcome === b.outcome && a.reportsHarm === b.reportsHarm && a.ownHarm === b.ownHarm && a.isDraft === b.isDraft;
