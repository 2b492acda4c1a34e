import type { StaffActor } from "@/lib/domain/actor";
import { NotFound, Refused } from "@/lib/domain/errors";
import { linkMinutes } from "@/lib/domain/identity/link-life";
import { recordAudit } from "../../audit";
import type { Scope } from "../../scope";
import { type Invitation, mayInvite } from "./create-invitation";
import { holdPerson } from "./person";
import { insertResetLink } from "./request-password-reset";

/**
 * A link for a new password, for somebody whom mail does not reach. Whoever may invite the person may make it; it works
 * for a while, once, and the second step stays. Nobody makes one for themself: that would go around the current password.
 */
export async function createPasswordLink(
  scope: Scope<StaffActor>,
  { accountId }: { accountId: string },
): Promise<Invitation> {
  const person = await holdPerson(scope, accountId);
  if (!person) throw new NotFound();
  await mayInvite(scope, person);
  if (accountId === scope.actor.accountId) throw new Refused("Change your own password on your account page.");
  if (!person.hasAccess) throw new Refused("Access was withdrawn. Restore it first.");
  if (!person.passwordHash) throw new Refused("This person has not accepted the invitation yet. Make a new one.");
  const { token } = await insertResetLink(scope, accountId, linkMinutes, scope.actor.accountId);
  await recordAudit(scope, "identity.password-link-made", { id: accountId });
  return { token, email: person.email, endsAt: new Date(scope.now.getTime() + linkMinutes * 60_000) };
}
