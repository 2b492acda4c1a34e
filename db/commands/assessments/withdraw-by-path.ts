import { randomUUID } from "node:crypto";
import { assessmentWithdrawal, assessmentWithdrawalReason } from "../../schema/assessments";
import type { Scope } from "../../scope";

/** `decisionId` is null where the path was moved to another version, and no single decision did it. */
export type PathChange = { at: Date; decisionId: string | null };

/**
 * Cancels what a change of the path leaves without a day. It names the decision: by it what the path took away is told
 * from what a person cancelled, and asked for anew should the decision be undone.
 */
export async function withdrawByPath(
  { actor, tx }: Scope,
  sittings: readonly { id: string }[],
  { at, decisionId }: PathChange,
): Promise<void> {
  // Where the weeks only come later nothing loses its day: what is taken away is taken away by somebody.
  if (sittings.length === 0 || actor.kind !== "staff") return;
  const { practiceId } = actor;
  await tx.insert(assessmentWithdrawal).values(
    sittings.map((sitting) => {
      const id = randomUUID();
      return {
        practiceId,
        id,
        assessmentId: sitting.id,
        kind: "cancelled" as const,
        reasonSealed: assessmentWithdrawalReason.seal("The path changed.", { practiceId, id }),
        withdrawnBy: actor.accountId,
        withdrawnAt: at,
        withdrawnByDecisionId: decisionId,
      };
    }),
  );
}
