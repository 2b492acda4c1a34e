import { and, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { credentialChange } from "@/db/schema/credential-change";
import { outboxLetter } from "@/db/schema/outbox";
import {
  codeAt,
  goodPassword,
  later,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  withFactor,
} from "@/db/testing/people";
import { MOST_WRONG_CODES } from "@/lib/identity/totp-rule";
import { spendCode } from "./check-code";
import { findFactor } from "./person";
import { signInWithPassword } from "./sign-in";
import { verifySecondFactor } from "./verify-second-factor";
import { withSystemScope } from "./with-system-scope";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function challengeFor(person: MintedPerson, at: Date): Promise<string> {
  const answer = await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), at);
  if (answer.result !== "code") throw new Error(`expected a challenge, got ${answer.result}`);
  return answer.token;
}

describe("guessing the code", () => {
  it("ends after a hundred wrong ones in a row: the app's codes open nothing, a letter says so, a recovery code ends it", async () => {
    const person = await mintPerson(pool, now);
    const { key, recoveryCodes } = await withFactor(pool, person, now);
    const guess = (code: string, at: Date) =>
      withSystemScope(pool, person.practiceId, at, async (scope) => {
        const factor = await findFactor(scope, person.accountId);
        return factor ? spendCode(scope, factor, person.accountId, code) : "over";
      });
    const at = later(now, 60);
    // Never the right one, whatever the key is.
    const wrong = ["000000", "000001", "000002", "000003"].find(
      (code) => ![-30, 0, 30].some((seconds) => codeAt(key, later(at, seconds)) === code),
    );
    if (!wrong) throw new Error("one of four is wrong");
    for (let count = 1; count < MOST_WRONG_CODES; count += 1) expect(await guess(wrong, at)).toBe("refused");
    // A right one in between begins anew.
    expect(await guess(codeAt(key, at), at)).toBe("spent");
    for (let count = 1; count < MOST_WRONG_CODES; count += 1) expect(await guess(wrong, at)).toBe("refused");
    expect(await guess(wrong, at)).toBe("locked");
    const next = later(now, 120);
    expect(await guess(codeAt(key, next), next)).toBe("locked");
    const challenge = await challengeFor(person, next);
    const refused = await verifySecondFactor(pool, { challenge, code: codeAt(key, next) }, newCaller(), next);
    expect(refused).toEqual({ result: "refused", triesLeft: 4, isLocked: true });
    expect(await toldTo(person)).toEqual(["factor-locked"]);

    const opened = await verifySecondFactor(pool, { challenge, code: recoveryCodes[0] ?? "" }, newCaller(), next);
    expect(opened.result).toBe("session");
    expect(await toldTo(person)).toEqual(expect.arrayContaining(["factor-locked", "factor-unlocked"]));
    const after = later(now, 180);
    expect(await guess(codeAt(key, after), after)).toBe("spent");
  });
});

const toldTo = ({ practiceId, accountId }: MintedPerson): Promise<string[]> =>
  withSystemScope(pool, practiceId, now, async ({ tx }) => {
    const rows = await tx
      .select({ kind: credentialChange.kind })
      .from(credentialChange)
      .innerJoin(outboxLetter, eq(outboxLetter.aboutId, credentialChange.id))
      .where(and(eq(credentialChange.accountId, accountId), like(credentialChange.kind, "factor-%")));
    return rows.map(({ kind }) => kind);
  });
