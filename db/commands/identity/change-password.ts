import { recordAudit } from "../../audit";
import { hashPassword, refuseWeakPassword } from "../../password";
import { withdrawLinks } from "./create-invitation";
import { endPasskeys } from "./passkeys";
import { type OwnScope, type Proof, provePassword } from "./prove-identity";
import { revokeSessions } from "./revoke-sessions";
import { setPassword } from "./set-password";
import { tellChange } from "./tell-change";

/** The current password for a new one. Every other session of the account ends at once. */
export async function changePassword(
  scope: OwnScope,
  { current, password }: { current: string; password: string },
  limitSecret: string,
): Promise<Proof<true>> {
  const { accountId, sessionId } = scope.actor;
  const proof = await provePassword(scope, current, limitSecret);
  if ("problem" in proof) return proof;
  refuseWeakPassword(password, proof.proved);
  await setPassword(scope, accountId, await hashPassword(password));
  await withdrawLinks(scope, accountId);
  await revokeSessions(scope, accountId, "password", { except: sessionId });
  await endPasskeys(scope, accountId);
  await recordAudit(scope, "identity.password-changed", { id: accountId });
  await tellChange(scope, accountId, "password-changed");
  return { proved: true };
}
