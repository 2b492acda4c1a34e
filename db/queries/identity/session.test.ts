import { createHash, randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { account, session } from "@/db/schema/identity";
import { inTransaction, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { openSession } from "./session";

const pool = testPool();
const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000);
let practice: MintedPractice;
beforeAll(async () => {
  practice = await mintPractice(pool);
});

async function signedIn(): Promise<Buffer> {
  const tokenHash = createHash("sha256").update(randomBytes(32)).digest();
  const { practiceId, accountId } = practice.therapist;
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.insert(session).values({
      practiceId,
      id: randomUUID(),
      accountId,
      tokenHash,
      stage: "full",
      device: "A test",
      createdAt: testNow,
      lastSeenAt: testNow,
      idleSeconds: 15 * 60,
      endsAt: minutes(12 * 60),
    }),
  );
  return tokenHash;
}

const visit = async (tokenHash: Buffer, at: Date, touch: boolean) =>
  (await inTransaction(pool, "repeatable read", (tx) => openSession(tx, tokenHash, at, touch))).state;

describe("a session", () => {
  it("is not kept awake by what nobody did: a prefetch or a poll", async () => {
    const token = await signedIn();
    for (const at of [4, 8, 12]) expect(await visit(token, minutes(at), false)).toBe("live");
    expect(await visit(token, minutes(15), false)).toBe("locked");
  });

  it("is kept awake by a person, and ends at its full time all the same", async () => {
    const token = await signedIn();
    for (let at = 10; at < 12 * 60; at += 10)
      expect(await visit(token, minutes(at), true), `${at} minutes`).toBe("live");
    expect(await visit(token, minutes(12 * 60), true)).toBe("ended");
  });

  it("carries the practice of its own account and nobody else's", async () => {
    const token = await signedIn();
    const names = await inTransaction(pool, "repeatable read", async (tx) => {
      await openSession(tx, token, testNow, false);
      return (await tx.selectDistinct({ practiceId: account.practiceId }).from(account)).map((row) => row.practiceId);
    });
    expect(names).toEqual([practice.practiceId]);
    expect(await visit(createHash("sha256").update("nobody's").digest(), testNow, true)).toBe("none");
  });
});
