import { and, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/identity";
import { enrolmentDecision, enrolmentDecisionWords } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { decisionToReadAbout } from "@/lib/protocol/words-in-force";
import type { EnrolmentPath } from "./enrolment";

export type PathWords = { from: string; words: string; decidedAt: Date };

/** The words of the newest decision in force on the client's own path. Nothing decided: nothing asked of the database. */
export async function wordsAboutPath(
  { actor, tx }: Scope<ClientActor>,
  { id, decisions }: EnrolmentPath,
  today: string,
): Promise<PathWords | null> {
  if (decisions.length === 0) return null;
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
  const newest = decisionToReadAbout(decisions, new Set(rows.map((row) => row.id)), today);
  const row = rows.find((one) => one.id === newest?.id);
  if (!row?.wordsSealed) return null;
  const words = enrolmentDecisionWords.open(row.wordsSealed, { practiceId, id: row.id });
  return { from: row.from, decidedAt: row.decidedAt, words };
}
