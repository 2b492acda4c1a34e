import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";

const pool = testPool();
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);

it("tells the owner of a colleague whom letters do not reach, until one does", async () => {
  const practice = await mintPractice(pool);
  const { owner, therapist, colleague, system, practiceId } = practice;
  const letter = (accountId: string, facts: Partial<typeof outboxLetter.$inferInsert>) => {
    const row = {
      practiceId,
      id: randomUUID(),
      accountId,
      aboutKind: "event" as const,
      aboutId: randomUUID(),
      urgent: true,
    };
    return withScope(pool, system, testNow, ({ tx }) =>
      tx.insert(outboxLetter).values({ ...row, createdAt: hours(-2), dueAt: hours(-2), ...facts }),
    );
  };
  const lost = () =>
    withScope(pool, owner, testNow, async (scope) =>
      (await listColleagues(scope)).colleagues.flatMap(({ accountId, letterLostAt }) =>
        letterLostAt ? [[accountId, letterLostAt] as const] : [],
      ),
    );
  await letter(colleague.accountId, {});
  await letter(colleague.accountId, { tries: 1, claimEndsAt: hours(1) });
  await letter(colleague.accountId, { tries: 1, createdAt: hours(-24 * 31) });
  await letter(colleague.accountId, { tries: 1, setAsideAt: hours(-1) });
  expect(await lost()).toEqual([]);

  await letter(therapist.accountId, { tries: 3, createdAt: hours(-4) });
  await letter(therapist.accountId, { tries: 1, handedOverAt: hours(-2), setAsideAt: hours(-2) });
  expect(await lost()).toEqual([[therapist.accountId, hours(-2)]]);

  await letter(colleague.accountId, { createdAt: hours(-24 * 8) });
  expect(new Map(await lost())).toEqual(
    new Map([
      [therapist.accountId, hours(-2)],
      [colleague.accountId, hours(-24 * 8)],
    ]),
  );

  await letter(colleague.accountId, { tries: 1, createdAt: hours(-1), handedOverAt: hours(-1), sentAt: hours(-1) });
  await letter(therapist.accountId, { tries: 1, createdAt: hours(-1), handedOverAt: hours(-1), sentAt: hours(-1) });
  expect(await lost()).toEqual([]);
});
