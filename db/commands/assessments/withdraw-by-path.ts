import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/domain/actor";
import { assessmentWithdrawal } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { seal } from "../../sealed";

/**
 * Cancels what a decision about the path leaves without a day. The instant is the decision's own: by it what the path
 * took away is told from what a person cancelled, and asked for anew should the decision be undone.
 */
export async function withdrawByPath(
  { actor, tx }: Scope<StaffActor>,
  sittings: readonly { id: string }[],
  at: Date,
): Promise<void> {
  if (sittings.length === 0) return;
  const { practiceId } = actor;
  await tx.insert(assessmentWithdrawal).values(
    sittings.map((sitting) => {
      const id = randomUUID();
      const place = { practiceId, table: "assessment_withdrawal", column: "reason", rowId: id };
      return {
        practiceId,
        id,
        assessmentId: sitting.id,
        kind: "cancelled" as const,
        reasonSealed: seal("The path changed.", place),
        withdrawnBy: actor.accountId,
        withdrawnAt: at,
      };
    }),
  );
}
