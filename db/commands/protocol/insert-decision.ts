import type { StaffActor } from "@/lib/actor";
import type { Change } from "@/lib/protocol/decision";
import { enrolmentDecision, enrolmentDecisionReason, enrolmentDecisionWords } from "../../schema/protocol";
import type { Scope } from "../../scope";

type Kept = {
  id: string;
  enrolmentId: string;
  effectiveOn: string;
  change: Change;
  reason: string;
  words: string | null;
  madeAt: Date;
  /** The couple and the mark of a decision that is on both paths. */
  together: { coupleId: string; togetherId: string } | null;
};

/** One row of a path, its words sealed. False where the id or the undo is there already. The caller holds the client. */
export async function insertDecision(
  { actor, tx }: Scope<StaffActor>,
  { id, change, reason, words, madeAt, together, ...where }: Kept,
): Promise<boolean> {
  const row = { practiceId: actor.practiceId, id };
  const added = await tx
    .insert(enrolmentDecision)
    .values({
      ...row,
      ...where,
      ...together,
      change,
      undoesId: change.kind === "undo" ? change.undoes : null,
      reasonSealed: enrolmentDecisionReason.seal(reason, row),
      wordsSealed: enrolmentDecisionWords.sealOrNull(words, row),
      decidedBy: actor.accountId,
      decidedAt: madeAt,
    })
    .onConflictDoNothing()
    .returning({ id: enrolmentDecision.id });
  return added.length > 0;
}
