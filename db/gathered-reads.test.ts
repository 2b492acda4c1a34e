import { randomUUID } from "node:crypto";
import { asc, desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { recordAudit } from "@/db/audit";
import { auditEntry } from "@/db/schema/audit";
import { account, practice, session, supervision } from "@/db/schema/identity";
import { protocolVersion } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import { counted } from "@/db/testing/statement-counter";
import { atOnce } from "@/lib/at-once";

const pool = testPool();
const inPractice = async <T>(run: (scope: Scope) => Promise<T>) => {
  const minted = await mintPractice(pool);
  return withScope(pool, minted.owner, testNow, run);
};

/** Reads with every kind of value that a column of ours has. */
const reads = ({ tx, actor }: Scope) => ({
  practices: tx.select().from(practice),
  people: tx
    .select({ id: account.id, name: account.name, supervision: { id: supervision.id, since: supervision.startedAt } })
    .from(account)
    .leftJoin(supervision, eq(supervision.therapistId, account.id))
    .where(eq(account.practiceId, actor.practiceId))
    .orderBy(desc(account.name)),
  versions: tx
    .select({ id: protocolVersion.id, alike: protocolVersion.id, definition: protocolVersion.definition })
    .from(protocolVersion),
  values: tx
    .select({
      none: sql<null>`null`,
      count: sql<number>`count(*)::int`,
      yes: sql<boolean>`true`,
      list: sql<string[]>`array_agg(${account.role} order by ${account.role})`,
      day: sql<string>`date '2026-11-23'`,
      given: sql<string>`${"$1 and ’quotes’"}::text`,
    })
    .from(account),
  nobody: tx.select({ id: account.id }).from(account).where(eq(account.id, randomUUID())),
});

describe("reads of a transaction", () => {
  it("go as one statement when they are asked for at once, with the same answers as one by one", async () => {
    await inPractice(async (scope) => {
      const count = counted(scope.tx.$client);
      const together = await atOnce(reads(scope));
      expect(count()).toBe(1);
      const { practices, people, versions, values, nobody } = reads(scope);
      expect(together).toEqual({
        practices: await practices,
        people: await people,
        versions: await versions,
        values: await values,
        nobody: await nobody,
      });
      expect(together.people.length).toBeGreaterThan(3);
      expect(together.practices[0]?.createdAt).toBeInstanceOf(Date);
    });
  });

  it("bring bytes back as bytes", async () => {
    await inPractice(async ({ tx, actor }) => {
      const tokenHash = Buffer.from([0, 92, 120, 255]);
      const row = { practiceId: actor.practiceId, id: randomUUID(), device: "A test", tokenHash };
      const accountId = "accountId" in actor ? actor.accountId : "";
      const times = { createdAt: testNow, lastSeenAt: testNow, endsAt: testNow, idleSeconds: 60 };
      await tx.insert(session).values({ ...row, ...times, accountId, stage: "full" });
      const read = () => tx.select({ tokenHash: session.tokenHash }).from(session).where(eq(session.id, row.id));
      const { one, other } = await atOnce({ one: read(), other: tx.select({ id: account.id }).from(account) });
      expect(one).toEqual(await read());
      expect(one).toEqual([{ tokenHash }]);
      expect(other.length).toBeGreaterThan(0);
    });
  });

  it("go on side by side from answer to answer, and what two ask alike is asked once", async () => {
    await inPractice(async ({ tx }) => {
      const names = async () => {
        const people = await tx.select({ id: account.id }).from(account).orderBy(asc(account.name));
        const [first] = await tx
          .select({ name: account.name })
          .from(account)
          .where(eq(account.id, people[0]?.id ?? ""));
        return first?.name;
      };
      const sent: string[] = [];
      const { query } = tx.$client;
      Object.assign(tx.$client, {
        query: (...given: Parameters<typeof query>) => {
          sent.push(String((given as unknown[]).map((one) => (one as { text?: string }).text ?? one)[0]));
          return query.apply(tx.$client, given);
        },
      });
      const { one, other } = await atOnce({
        one: names(),
        other: names(),
        nobody: tx.select({ id: account.id }).from(account),
      });
      Object.assign(tx.$client, { query });
      expect(one).toBe(other);
      expect(one).toBeTruthy();
      expect(sent).toHaveLength(2);
      expect(sent[0]?.match(/order by/g)).toHaveLength(1);
    });
  });

  it("see what was written before them, and not what is written after them", async () => {
    await inPractice(async (scope) => {
      const entries = async () => scope.tx.select({ id: auditEntry.id }).from(auditEntry);
      const write = () => recordAudit(scope, "assessments.assigned", {});
      const { before, after } = await atOnce({
        before: entries(),
        first: write(),
        after: entries(),
        second: write(),
      });
      expect(after.length).toBe(before.length + 1);
      expect((await entries()).length).toBe(before.length + 2);
    });
  });

  it("are all over when one of them fails", async () => {
    const order: string[] = [];
    const slow = async ({ tx }: Scope) => {
      await tx.select({ id: account.id }).from(account);
      await tx.select({ id: account.id }).from(account).limit(1);
      order.push("slow");
    };
    const failing = inPractice(async (scope) => {
      await atOnce({ failed: Promise.reject(new Error("Not this one")), slow: slow(scope) });
    }).finally(() => order.push("over"));
    await expect(failing).rejects.toThrow("Not this one");
    expect(order).toEqual(["slow", "over"]);
  });

  it("are refused once the transaction has ended", async () => {
    const tx = await inPractice(async (scope) => scope.tx);
    await expect(tx.select({ id: account.id }).from(account)).rejects.toMatchObject({
      cause: { message: "This transaction has ended." },
    });
  });
});
