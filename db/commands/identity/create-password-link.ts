import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { linkMinutes } from "@/lib/identity/link-life";
import { typedPassword } from "@/lib/identity/shapes";
import { recordAudit } from "../../audit";
import type { Scope } from "../../scope";
import { type Invitation, mayInvite } from "./create-invitation";
import { lockAccountRow } from "./person";
import { type Proof, provePassword } from "./prove-identity";
import { insertAskedLink } from "./request-link";
import { tellChange } from "./tell-change";

export const passwordLinkShape = z.strictObject({ accountId: z.uuid(), password: typedPassword });

/**
 * A link for a new password, for a colleague whom mail does not reach. It works for an hour, once, and the second step
 * stays. Nobody makes one for themself: that would go around the current password. Nor for a client: whoever holds such
 * a link could sign in as them, and write as them.
 */
export async function createPasswordLink(
  scope: Scope<StaffActor>,
  { accountId, password }: z.infer<typeof passwordLinkShape>,
  limitSecret: string,
): Promise<Proof<Invitation>> {
  const person = await lockAccountRow(scope, accountId);
  if (!person) throw new NotFound();
  await mayInvite(scope, person);
  if (person.role === "client") throw new Refused("For a client, make a one-time code on their record, together.");
  if (accountId === scope.actor.accountId) throw new Refused("Change your own password on your account page.");
  if (!person.hasAccess) throw new Refused("Access was withdrawn. Restore it first.");
  if (!person.passwordHash) throw new Refused("This person has not accepted the invitation yet. Make a new one.");
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  const { token } = await insertAskedLink(scope, {
    accountId,
    purpose: "password_reset",
    minutes: linkMinutes,
    createdBy: scope.actor.accountId,
  });
  await recordAudit(scope, "identity.password-link-made", { id: accountId });
  await tellChange(scope, accountId, "password-link-made");
  const endsAt = new Date(scope.now.getTime() + linkMinutes * 60_000);
  return { proved: { token, email: person.email, endsAt } };
}
