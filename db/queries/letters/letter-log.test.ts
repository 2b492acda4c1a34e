import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getLetterLog } from "@/db/queries/letters/letter-log";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { type LetterKind, ownBusiness } from "@/lib/messages/letter-kinds";

const pool = testPool();
const ago = (minutes: number) => new Date(testNow.getTime() - minutes * 60_000);

it("says of each letter what became of it, newest first, and nothing of what is the client’s own business", async () => {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const other = await mintClient(pool, practice, { name: "Dario" });
  const { practiceId, accountId } = client;
  type Facts = Partial<typeof outboxLetter.$inferInsert>;
  const write = (aboutKind: LetterKind, createdAt: Date, facts: Facts = {}) =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.insert(outboxLetter).values({
        ...{ practiceId, id: randomUUID(), accountId, aboutKind, aboutId: randomUUID(), createdAt, dueAt: createdAt },
        ...facts,
      }),
    );
  await write("assigned", ago(8 * 24 * 60), { tries: 9 });
  await write("check", ago(60), { sentAt: ago(59), handedOverAt: ago(59) });
  await write("due", ago(50), { sentAt: ago(49), handedOverAt: ago(49), bouncedAt: ago(40), bounceCode: "5.1.1" });
  await write("message", ago(30), { tries: 2 });
  await write("overdue", ago(20), { setAsideAt: ago(20) });
  await write("start", ago(10), { tries: 1, handedOverAt: ago(9), setAsideAt: ago(8) });
  await write("again", ago(1));
  for (const kind of ownBusiness) await write(kind, ago(5));
  await write("message", ago(2), { accountId: other.accountId });
  const { letters } = await withScope(pool, practice.therapist, testNow, (scope) =>
    getLetterLog(scope, client.clientId),
  );
  expect(letters.map(({ kind, standing }) => [kind, standing])).toEqual([
    ["again", "on-its-way"],
    ["start", "unsure"],
    ["overdue", "not-meant"],
    ["message", "again-soon"],
    ["due", "bounced"],
    ["check", "sent"],
    ["assigned", "given-up"],
  ]);
  expect(letters.find(({ kind }) => kind === "due")).toMatchObject({ sentAt: ago(49), bounceCode: "5.1.1" });
  expect(Object.keys(letters[0] ?? {}).sort()).toEqual(
    ["bounceCode", "bouncedAt", "createdAt", "dueAt", "id", "kind", "sentAt", "standing"].sort(),
  );
});
