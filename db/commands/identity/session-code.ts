import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Pool } from "pg";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeFrom } from "@/lib/identity/recovery-code";
import { typedPassword } from "@/lib/identity/shapes";
import { recordAudit } from "../../audit";
import { account, oneTimeLink } from "../../schema/identity";
import { knownDevice } from "../../schema/known-device";
import type { Scope } from "../../scope";
import type { Caller } from "./caller";
import { mayInvite, withdrawLinks } from "./create-invitation";
import { findLink } from "./find-link";
import { tokenHash } from "./one-time-token";
import { endPasskeys } from "./passkeys";
import { lockAccountRow, type Person } from "./person";
import { type Proof, provePassword } from "./prove-identity";
import { replacePassword } from "./reset-password";
import { revokeSessions } from "./revoke-sessions";
import { findAccount } from "./sign-in";
import { tellChange } from "./tell-change";
import { withSystemScope } from "./with-system-scope";

export const sessionCodeMinutes = 30;

export const sessionCodeShape = z.strictObject({ accountId: z.uuid(), password: typedPassword });

/**
 * A code for a new password, for a client whom no letter may or can reach, made while they sit there. It works once, for
 * half an hour. Every sign-in of theirs ends, and the next one tells them who made it: it cannot be used unnoticed.
 */
export async function makeSessionCode(
  scope: Scope<StaffActor>,
  { accountId, password }: z.infer<typeof sessionCodeShape>,
  limitSecret: string,
): Promise<Proof<string>> {
  const person = await lockAccountRow(scope, accountId);
  if (person?.role !== "client") throw new NotFound();
  await mayInvite(scope, person);
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  return { proved: await insertCode(scope, person, scope.actor.accountId) };
}

/** From the machine itself, for anybody: the last owner without mail has no other way. Undefined for the unknown. */
export async function makeCodeAtMachine(pool: Pool, email: string, now: Date): Promise<string | undefined> {
  const { practiceId, accountId } = await findAccount(pool, email);
  return withSystemScope(pool, practiceId, now, async (scope) => {
    const person = await lockAccountRow(scope, accountId);
    return person && insertCode(scope, person, null);
  });
}

async function insertCode(scope: Scope, person: Person, createdBy: string | null): Promise<string> {
  const { actor, tx, now } = scope;
  const { accountId } = person;
  if (!person.hasAccess) throw new Refused("Access was withdrawn. Restore it first.");
  if (!person.passwordHash) throw new Refused("This person has not accepted the invitation yet. Make a new one.");
  await withdrawLinks(scope, accountId);
  await revokeSessions(scope, accountId, "code");
  await endPasskeys(scope, accountId);
  const code = recoveryCodeFrom(randomBytes(recoveryCodeBytes));
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    accountId,
    purpose: "session_code",
    tokenHash: tokenHash(codeToken(code)),
    createdBy,
    createdAt: now,
    endsAt: new Date(now.getTime() + sessionCodeMinutes * 60_000),
  });
  await recordAudit(scope, "identity.code-made", { id: accountId });
  await tellChange(scope, accountId, "code-made");
  return code;
}

/** What stands for a code where links are kept: no link that was ever made is the same. */
const codeToken = (typed: string) => `code|${readRecoveryCode(typed) ?? ""}`;

/**
 * A new password for the code. It signs nobody in, and a client's is taken in no browser in which staff sign in. Answers
 * the mark by which this browser is known from here on.
 */
export async function redeemSessionCode(
  pool: Pool,
  { code, password }: { code: string; password: string },
  { deviceMark }: Pick<Caller, "deviceMark">,
  now: Date,
): Promise<string> {
  const link = await findLink(pool, codeToken(code), "session_code", now);
  if (!link) throw new Refused(codeIsOver, { code: codeIsOver });
  const isStaffs = await withSystemScope(pool, link.practiceId, now, (scope) => isStaffDevice(scope, deviceMark));
  if (link.person.role === "client" && isStaffs) {
    throw new Refused("Use the code on your own phone or computer: in this browser somebody of the practice signs in.");
  }
  return replacePassword(pool, link, { purpose: "session_code", password, deviceMark }, now);
}

const codeIsOver = "This code was used, replaced or has run out, or a sign of it is wrong.";

async function isStaffDevice({ actor, tx }: Scope, mark: string | undefined): Promise<boolean> {
  if (!mark) return false;
  const [row] = await tx
    .select({ id: knownDevice.id })
    .from(knownDevice)
    .innerJoin(account, and(eq(account.practiceId, knownDevice.practiceId), eq(account.id, knownDevice.accountId)))
    .where(
      and(
        eq(knownDevice.practiceId, actor.practiceId),
        eq(knownDevice.markHash, tokenHash(mark)),
        ne(account.role, "client"),
      ),
    )
    .limit(1);
  return row !== undefined;
}
