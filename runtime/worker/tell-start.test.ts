import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { connect } from "@/db/connect";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import { tellStarts } from "./tell-start";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());

/** The weeks begin on Wednesday; the clock is `day` days after Monday, at this hour. */
const at = (day: number, hour = 10) => new Date(testNow.getTime() + day * 86_400_000 + (hour - 10) * 3_600_000);

async function beginning() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice, { startDate: "2026-11-25" });
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, client.accountId)),
  );
  const letters = () =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({ kind: outboxLetter.aboutKind, setAsideAt: outboxLetter.setAsideAt })
        .from(outboxLetter)
        .where(eq(outboxLetter.accountId, client.accountId)),
    );
  return { practice, client, letters, tell: (now: Date) => tellStarts(workers, practice.system, now) };
}

describe("the day on which the weeks begin", () => {
  it("is told once, in the daytime, and kept in the audit", async () => {
    const { practice, letters, tell } = await beginning();
    expect(await tell(at(1))).toBe(0);
    expect(await tell(at(2, 7))).toBe(0);
    expect(await tell(at(2))).toBe(1);
    expect(await tell(at(2, 11))).toBe(0);
    expect(await tell(at(3))).toBe(0);
    expect(await letters()).toEqual([{ kind: "start", setAsideAt: null }]);
    expect(
      (await auditOf(pool, practice.system)).filter(({ action }) => action === "protocol.start-told"),
    ).toHaveLength(1);
  });

  it("is not told to an address that nobody called safe, nor to who has a letter that day or has not agreed", async () => {
    const unsafe = await beginning();
    // An address that took the place of the one which was talked about.
    await withScope(pool, unsafe.practice.system, testNow, ({ tx }) =>
      tx
        .update(account)
        .set({ email: `${unsafe.client.clientId}@other.example` })
        .where(eq(account.id, unsafe.client.accountId)),
    );
    expect(await unsafe.tell(at(2))).toBe(0);
    expect(await unsafe.letters()).toMatchObject([{ kind: "start", setAsideAt: expect.any(Date) }]);

    const { practice, client, letters, tell } = await beginning();
    await withScope(pool, practice.system, at(2, 9), (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind: "due", id: client.clientId } }),
    );
    expect(await tell(at(2))).toBe(0);
    expect((await letters()).map(({ kind }) => kind)).toEqual(["due"]);
  });
});
