import { and, asc, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/identity";
import { enrolmentDecision, enrolmentDecisionWords, enrolmentMove, enrolmentMoveWords } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { ProtocolPath } from "@/lib/protocol/path";
import { decisionsToReadAbout, moveToReadAbout } from "@/lib/protocol/words-in-force";
import type { EnrolmentPath } from "./enrolment";

export type PathWords = { id: string; from: string; words: string; decidedAt: Date };

/** What the client reads about their own path, newest first. Nothing decided: nothing asked of the database. */
export async function wordsAboutPath(
  scope: Scope<ClientActor>,
  { id, decisions, earlierVersions }: EnrolmentPath,
  path: ProtocolPath,
): Promise<PathWords[]> {
  const { decided, moved } = await atOnce({
    decided: decisions.length > 0 ? wordsOfDecisions(scope, id) : [],
    moved: earlierVersions.length > 0 ? wordsOfMoves(scope, id) : [],
  });
  const ids = new Set(decided.map((row) => row.id));
  const read = decisionsToReadAbout(decisions, ids, path).flatMap(
    (decision) => decided.find((row) => row.id === decision.id) ?? [],
  );
  const move = moveToReadAbout(moved, path);
  const ofMove = move?.words ? [{ id: move.id, from: move.from, decidedAt: move.decidedAt, words: move.words }] : [];
  return [...read, ...ofMove].sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
}

async function wordsOfDecisions({ actor, tx }: Scope<ClientActor>, enrolmentId: string): Promise<PathWords[]> {
  const { practiceId } = actor;
  const { id, decidedAt, wordsSealed } = enrolmentDecision;
  const rows = await tx
    .select({ id, from: account.name, decidedAt, wordsSealed })
    .from(enrolmentDecision)
    .innerJoin(
      account,
      and(eq(account.practiceId, enrolmentDecision.practiceId), eq(account.id, enrolmentDecision.decidedBy)),
    )
    .where(
      and(
        eq(enrolmentDecision.practiceId, practiceId),
        eq(enrolmentDecision.enrolmentId, enrolmentId),
        isNotNull(wordsSealed),
      ),
    );
  return rows.flatMap(({ wordsSealed: sealed, ...row }) => {
    const words = enrolmentDecisionWords.readOrNull(sealed, { practiceId, id: row.id });
    return words === null ? [] : [{ ...row, words }];
  });
}

/** Every move, oldest first: one without words hides those of the moves before it. */
async function wordsOfMoves({ actor, tx }: Scope<ClientActor>, enrolmentId: string) {
  const { practiceId } = actor;
  const { id, effectiveOn, movedAt, wordsSealed } = enrolmentMove;
  const rows = await tx
    .select({ id, from: account.name, effectiveOn, decidedAt: movedAt, wordsSealed })
    .from(enrolmentMove)
    .innerJoin(account, and(eq(account.practiceId, enrolmentMove.practiceId), eq(account.id, enrolmentMove.movedBy)))
    .where(and(eq(enrolmentMove.practiceId, practiceId), eq(enrolmentMove.enrolmentId, enrolmentId)))
    .orderBy(asc(movedAt), asc(id));
  return rows.map(({ wordsSealed: sealed, ...row }) => ({
    ...row,
    words: enrolmentMoveWords.readOrNull(sealed, { practiceId, id: row.id }),
  }));
}
