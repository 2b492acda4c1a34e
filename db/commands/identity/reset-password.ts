import type { Pool } from "pg";
import { Refused } from "@/lib/domain/errors";
import { recordAudit } from "../../audit";
import { hashPassword, refuseWeakPassword } from "../../password";
import { asSystem } from "./as-system";
import { withdrawLinks } from "./create-invitation";
import { findLink, linkIsOver, spendLink } from "./find-link";
import { holdPerson } from "./person";
import { revokeSessions } from "./revoke-sessions";
import { setPassword } from "./set-password";

/** A new password by mail. It signs nobody in and leaves the second factor as it was; every session ends. */
export async function resetPassword(
  pool: Pool,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<void> {
  const link = await findLink(pool, token, "password_reset", now);
  if (!link) throw new Refused(linkIsOver);
  const { accountId } = link.person;
  refuseWeakPassword(password, link.person);
  const passwordHash = await hashPassword(password);
  await asSystem(pool, link.practiceId, now, async (scope) => {
    await holdPerson(scope, accountId);
    await spendLink(scope, link.linkId, "password_reset");
    await setPassword(scope, accountId, passwordHash);
    await withdrawLinks(scope, accountId);
    await revokeSessions(scope, accountId, "reset");
    await recordAudit(scope, "identity.password-reset", { id: accountId });
  });
}
