import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { account, practice } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { appUrl } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { atOnce } from "@/lib/at-once";
import { mostPlans } from "./prepared";

const one = () => connect({ url: appUrl(), max: 1, keepsPlans: true, onIdleError: () => undefined });

/** Long enough that its plan is kept, and with every kind of wall before its rows: no condition names the practice. */
const everybody = ({ tx }: Scope) =>
  atOnce({
    people: tx.select({ id: account.id, name: account.name, email: account.email }).from(account),
    practices: tx.select().from(practice),
    roles: tx
      .select({ roles: sql<string[]>`array_agg(${account.role} order by ${account.role})`, on: sql`${"a day"}::text` })
      .from(account),
  });

const plansOf = ({ tx }: Scope) =>
  tx.$client
    .query<{ plans: number }>("select count(*)::int plans from pg_prepared_statements")
    .then(({ rows }) => rows[0]?.plans ?? 0);

describe("a plan that is kept", () => {
  it("shows each practice its own rows alone, however often and in whatever order they ask", async () => {
    const pool = one();
    try {
      const [first, second] = [await mintPractice(pool), await mintPractice(pool)];
      const read = (minted: MintedPractice) => withScope(pool, minted.owner, testNow, everybody);
      const alone = { first: await read(first), second: await read(second) };
      expect(alone.first.people.map(({ id }) => id)).toContain(first.owner.accountId);
      // Five times a plan is made for the values; from the sixth on one for all of them may stand.
      for (let round = 0; round < 8; round += 1) {
        expect(await read(first)).toEqual(alone.first);
        expect(await read(second)).toEqual(alone.second);
      }
      expect(alone.first.practices.map(({ practiceId }) => practiceId)).toEqual([first.practiceId]);
      expect(alone.second.practices.map(({ practiceId }) => practiceId)).toEqual([second.practiceId]);
      expect(await withScope(pool, first.owner, testNow, plansOf)).toBeGreaterThan(0);
      const nowhere = { ...first.owner, practiceId: randomUUID() };
      expect((await withScope(pool, nowhere, testNow, everybody)).people).toEqual([]);
    } finally {
      await pool.end();
    }
  });

  it("is none for what never comes again, and there are never more than the database is to hold", async () => {
    const pool = one();
    try {
      const { owner } = await mintPractice(pool);
      await withScope(pool, owner, testNow, async (scope) => {
        const before = await plansOf(scope);
        const asked = (n: number) =>
          scope.tx
            .select({ id: account.id, text: sql`${sql.raw(`'${"x".repeat(400)}${n}'`)}` })
            .from(account)
            .where(eq(account.id, owner.accountId));
        for (let n = 0; n < mostPlans + 30; n += 1) await asked(n);
        expect(await plansOf(scope)).toBe(before);
        for (let n = 0; n < mostPlans + 30; n += 1) await asked(n);
        expect(await plansOf(scope)).toBeLessThanOrEqual(mostPlans);
        expect(await plansOf(scope)).toBeGreaterThan(mostPlans / 2);
      });
    } finally {
      await pool.end();
    }
  });
});
