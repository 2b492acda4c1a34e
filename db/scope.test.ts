import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect } from "@/db/connect";
import { inTransaction, withScope } from "@/db/scope";
import { appUrl, testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";

describe("a transaction", () => {
  it("leaves the pool whole after a hundred BEGINs that failed", async () => {
    const pool = connect({ url: appUrl(), max: 4, onIdleError: () => undefined });
    const failing = () => inTransaction(pool, "no such level" as "read committed", async () => "never");
    const ends = await Promise.allSettled(Array.from({ length: 100 }, failing));
    expect(ends.every(({ status }) => status === "rejected")).toBe(true);
    const good = await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(pool, "read committed", async (tx) => (await tx.$client.query("select 1 as one")).rows[0].one),
      ),
    );
    expect(good).toEqual(Array(12).fill(1));
    expect(pool.totalCount).toBeLessThanOrEqual(4);
    expect(pool.idleCount).toBe(pool.totalCount);
    await pool.end();
  });

  it("writes nothing when its work throws, and forgets the practice when it ends", async () => {
    const pool = testPool();
    const practice = await mintPractice(pool);
    const id = randomUUID();
    await expect(
      withScope(pool, practice.owner, testNow, async ({ tx }) => {
        await tx.$client.query(
          "insert into audit_entry (practice_id, id, at, actor_role, action, subject_kind) values ($1, $2, now(), 'owner', 'x', 'y')",
          [practice.practiceId, id],
        );
        throw new Error("after the write");
      }),
    ).rejects.toThrow("after the write");
    const found = await withScope(
      pool,
      practice.owner,
      testNow,
      async ({ tx }) => (await tx.$client.query("select 1 from audit_entry where id = $1", [id])).rowCount,
    );
    expect(found).toBe(0);
    for (let i = 0; i < 30; i += 1) {
      const { rows } = await pool.query("select current_setting('app.practice_id', true) as practice");
      expect(rows[0].practice ?? "").toBe("");
    }
  });

  it("lets no statement and no value out with an error, and keeps its code and where it happened", async () => {
    // Frames beyond the tenth are cut, and how many stand before this file's own depends on what the pool had to do first.
    const usual = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    onTestFinished(() => {
      Error.stackTraceLimit = usual;
    });
    const pool = testPool();
    const practice = await mintPractice(pool);
    const secret = "He took my phone\n    at (home) last night:1:1";
    // One after the other: what fails before anybody waits for it has no waiting frame to show.
    const failures = [
      () =>
        withScope(pool, practice.owner, testNow, ({ tx }) =>
          tx.execute(sql`insert into audit_entry (practice_id, action) values (${practice.practiceId}, ${secret})`),
        ),
      () => withScope(pool, practice.owner, testNow, ({ tx }) => tx.$client.query("select $1::uuid", [secret])),
    ];
    for (const fail of failures) {
      const error: Error & { code?: string } = await fail().then(
        () => expect.unreachable(),
        (thrown) => thrown,
      );
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/phone|last night|insert into|::uuid/);
      expect(error.code).toMatch(/^(23502|22P02)$/);
      expect(error.stack).toContain("scope.test.ts");
    }
  });
});
