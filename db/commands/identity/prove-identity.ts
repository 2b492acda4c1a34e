import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { lockedWords } from "@/lib/identity/totp-rule";
import { passwordFits } from "../../password";
import type { Scope } from "../../scope";
import { attemptWasGood, beginAttempt, waitSentence } from "./attempts";
import { spendCode } from "./check-code";
import { type Factor, findFactor, findPerson, type Person } from "./person";

export type OwnScope = Scope<StaffActor | ClientActor>;

/** `problem` is an answer, not an error: the try must stay counted, so the transaction commits. */
export type Proof<T> = { readonly problem: string } | { readonly proved: T };

/** Asks for the current password again before something that an unattended screen must not allow. */
export async function provePassword(scope: OwnScope, password: string, limitSecret: string): Promise<Proof<Person>> {
  const { accountId } = scope.actor;
  const person = await findPerson(scope, accountId);
  if (!person) throw new NotFound();
  const counted = [{ kind: "again" as const, of: accountId }];
  const seconds = await beginAttempt(scope.tx.$client, limitSecret, counted);
  if (seconds > 0) return { problem: waitSentence(seconds) };
  if (!(await passwordFits(person.passwordHash, password))) return { problem: "That is not your current password." };
  await attemptWasGood(scope.tx.$client, limitSecret, counted);
  return { proved: person };
}

/** Asks for a code of the factor that stands. */
export async function proveFactor(scope: OwnScope, code: string, limitSecret: string): Promise<Proof<Factor>> {
  const { accountId } = scope.actor;
  const factor = await findFactor(scope, accountId);
  if (!factor) throw new NotFound();
  const counted = [{ kind: "code" as const, of: accountId }];
  const seconds = await beginAttempt(scope.tx.$client, limitSecret, counted);
  if (seconds > 0) return { problem: waitSentence(seconds) };
  const spent = await spendCode(scope, factor, accountId, code);
  if (spent === "locked") return { problem: lockedWords };
  if (spent === "refused") {
    return { problem: "That code does not fit. Codes change every 30 seconds and work once: try the next one." };
  }
  await attemptWasGood(scope.tx.$client, limitSecret, counted);
  return { proved: factor };
}
