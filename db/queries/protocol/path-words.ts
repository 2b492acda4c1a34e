import { and, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/identity";
import { enrolmentDecision, enrolmentDecisionWords } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import type { ProtocolPath } from "@/lib/protocol/path";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";
import type { EnrolmentPath } from "./enrolment";

export type PathWords = { id: string; from: string; words: string; decidedAt: Date };

/** What the client reads about their own path, newest first. Nothing decided: nothing asked of the database. */
export async function wordsAboutPath(
  { actor, tx }: Scope<ClientActor>,
  { id, decisions }: EnrolmentPath,
  path: ProtocolPath,
): Promise<PathWords[]> {
  if (decisions.length === 0) return [];
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: enrolmentDecision.id,
      from: account.name,
      decidedAt: enrolmentDecision.decidedAt,
      wordsSealed: enrolmentDecision.wordsSealed,
    })
    .from(enrolmentDecision)
    .innerJoin(
      account,
      and(eq(account.practiceId, enrolmentDecision.practiceId), eq(account.id, enrolmentDecision.decidedBy)),
    )
    .where(
      and(
        eq(enrolmentDecision.practiceId, practiceId),
        eq(enrolmentDecision.enrolmentId, id),
        isNotNull(enrolmentDecision.wordsSealed),
      ),
    );
  return decisionsToReadAbout(decisions, new Set(rows.map((row) => row.id)), path).flatMap((decision) => {
    const row = rows.find((one) => one.id === decision.id);
    if (!row?.wordsSealed) return [];
    const words = enrolmentDecisionWords.open(row.wordsSealed, { practiceId, id: row.id });
    return [{ id: row.id, from: row.from, decidedAt: row.decidedAt, words }];
  });
}
