import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor, StaffRole } from "@/lib/actor";
import { staffRoleShape } from "@/lib/identity/shapes";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { account, supervision } from "../../schema/identity";
import type { Scope } from "../../scope";
import { lockColleague, refuseOwnHand } from "./colleague";
import { revokeSessions } from "./revoke-sessions";
import { tellChange } from "./tell-change";

export const roleShape = z.strictObject({ accountId: z.uuid(), role: staffRoleShape });

/** Another role for a colleague. Their sessions end at once; who stops supervising stops reading supervisees' clients. */
export async function changeRole(
  scope: Scope<StaffActor>,
  { accountId, role }: z.infer<typeof roleShape>,
): Promise<void> {
  authorize(scope.actor, "practice.settings");
  await refuseOwnHand(scope, accountId);
  const colleague = await lockColleague(scope, accountId);
  if (colleague.role !== role) await giveRole(scope, accountId, role);
}

/** Without anybody's right to it: of an owner's form, and of the machine that Nearer runs on. */
export async function giveRole(scope: Scope, accountId: string, role: StaffRole): Promise<void> {
  const { actor, tx, now } = scope;
  await tx
    .update(account)
    .set({ role })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  if (role !== "supervisor") {
    await tx
      .update(supervision)
      .set({ endedAt: now, endedBy: actor.kind === "system" ? null : actor.accountId })
      .where(
        and(
          eq(supervision.practiceId, actor.practiceId),
          eq(supervision.supervisorId, accountId),
          isNull(supervision.endedAt),
        ),
      );
  }
  await revokeSessions(scope, accountId, "role");
  await recordAudit(scope, "identity.role-changed", { id: accountId });
  await tellChange(scope, accountId, "role-changed");
}
