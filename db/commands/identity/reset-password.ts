import type { Pool } from "pg";
import { Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { hashPassword, refuseWeakPassword } from "../../password";
import type { Caller } from "./caller";
import { withdrawLinks } from "./create-invitation";
import { findLink, type LinkPurpose, type LivingLink, linkIsOver, spendLink } from "./find-link";
import { rememberDevice } from "./known-device";
import { endPasskeys } from "./passkeys";
import { lockAccountRow } from "./person";
import { revokeSessions } from "./revoke-sessions";
import { setPassword } from "./set-password";
import { tellChange } from "./tell-change";
import { withSystemScope } from "./with-system-scope";

/**
 * A new password by mail. It signs nobody in and leaves the second factor as it was; every session ends. The browser is
 * known from here on: whoever had to come this way, because strangers try at their address, waits for nobody. Answers
 * its mark.
 */
export async function resetPassword(
  pool: Pool,
  { token, password }: { token: string; password: string },
  now: Date,
  browser: Pick<Caller, "deviceMark"> = { deviceMark: undefined },
): Promise<string> {
  const link = await findLink(pool, token, "password_reset", now);
  if (!link) throw new Refused(linkIsOver);
  return replacePassword(pool, link, { purpose: "password_reset", password, ...browser }, now);
}

/** Uses a link or a code up for a new password. Every session and every other link of the account is over. */
export async function replacePassword(
  pool: Pool,
  { person, practiceId, linkId, isMadeByHand }: LivingLink,
  { purpose, password, deviceMark }: { purpose: LinkPurpose; password: string } & Pick<Caller, "deviceMark">,
  now: Date,
): Promise<string> {
  const { accountId } = person;
  refuseWeakPassword(password, person);
  const passwordHash = await hashPassword(password);
  return withSystemScope(pool, practiceId, now, async (scope) => {
    await lockAccountRow(scope, accountId);
    await spendLink(scope, linkId, purpose);
    await setPassword(scope, accountId, passwordHash, { byCode: purpose === "session_code" && isMadeByHand });
    await withdrawLinks(scope, accountId);
    await revokeSessions(scope, accountId, "reset");
    await endPasskeys(scope, accountId);
    if (purpose === "session_code") {
      await recordAudit(scope, "identity.password-set-by-code", { id: accountId });
      await tellChange(scope, accountId, "password-by-code");
    } else {
      await recordAudit(scope, "identity.password-reset", { id: accountId });
      await tellChange(scope, accountId, isMadeByHand ? "password-by-link" : "password-reset");
    }
    return (await rememberDevice(scope, accountId, deviceMark)).mark;
  });
}
