import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientAssessments, getClientSitting } from "@/db/queries/assessments/client-assessments";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { addDays } from "@/lib/time/local-date";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const hoursAgo = (hours: number) => new Date(testNow.getTime() - hours * 3_600_000);

/** A client with many years of one small questionnaire behind them: `sent` sent in, `open` asked for. */
async function longHistory({ sent, open }: { sent: number; open: number }) {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const { practiceId } = minted;
  const ids = Array.from({ length: sent }, () => randomUUID());
  await withScope(pool, minted.system, testNow, async ({ tx }) => {
    const [version] = await tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, "distance-moves")));
    const row = {
      practiceId,
      clientId: person.clientId,
      instrumentVersionId: version?.id ?? "",
      assignedAt: hoursAgo(9000),
    };
    await tx.insert(assessment).values(
      ids.map((id, i) => ({
        ...row,
        id,
        occasion: `sent-${i}`,
        opensOn: "2020-01-01",
        startedAt: hoursAgo(i + 1),
        submittedAt: hoursAgo(i + 1),
        localDate: "2020-01-01",
      })),
    );
    await tx.insert(assessment).values(
      Array.from({ length: open }, (_, i) => ({
        ...row,
        id: randomUUID(),
        occasion: `open-${i}`,
        opensOn: addDays(testToday, i),
        dueOn: addDays(testToday, i),
      })),
    );
    await tx.insert(assessment).values({
      ...row,
      id: randomUUID(),
      occasion: "gone",
      opensOn: "2020-01-01",
      dueOn: "2020-01-02",
      expiresOn: "2020-01-03",
    });
  });
  return { minted, person, ids };
}

describe("a client with more sittings than a page holds", () => {
  it("has all of them, sixty at a time, each once and in order", async () => {
    const { minted, person, ids } = await longHistory({ sent: 331, open: 70 });
    const read = (answered: number, open: number) =>
      as(minted.therapist, (scope) => getClientAssessments(scope, person.clientId, { answered, open, withdrawn: 1 }));
    const seen: string[] = [];
    for (let page = 1; page <= 6; page++) {
      const { answered } = (await read(page, 1)).lists;
      expect(answered).toMatchObject({ page, pages: 6, total: 331 });
      seen.push(...answered.rows.map(({ id }) => id));
    }
    expect(seen).toEqual(ids);
    expect((await read(99, 1)).lists.answered).toMatchObject({ page: 6 });
    const first = (await read(1, 1)).lists.open;
    const rest = (await read(1, 2)).lists.open;
    expect(first.rows).toHaveLength(60);
    const open = [...first.rows, ...rest.rows];
    expect(open.at(-1)?.dueOn).toBe("2020-01-02");
    const days = open
      .slice(0, -1)
      .map(({ opensOn, dueOn }) => `${opensOn > testToday ? opensOn : testToday} ${dueOn ?? "later"}`);
    expect(days).toEqual(days.toSorted());
    expect(first.total).toBe(open.length);
  });

  it("opens the oldest of them, on record, and never a stranger's", async () => {
    const { minted, person, ids } = await longHistory({ sent: 320, open: 1 });
    const foreign = await mintPractice(pool);
    const other = await mintClient(pool, minted, { name: "Another" });
    const oldest = ids.at(-1) ?? "";
    const read = (actor: StaffActor, clientId = person.clientId) =>
      as(actor, (scope) => getClientSitting(scope, clientId, oldest));
    expect((await read(minted.therapist)).sitting).toMatchObject({ id: oldest, key: "distance-moves" });
    expect((await read(minted.supervisor)).canChange).toBe(false);
    for (const actor of [minted.colleague, foreign.owner])
      await expect(read(actor)).rejects.toMatchObject({ name: "NotFound" });
    await expect(read(minted.therapist, other.clientId)).rejects.toMatchObject({ name: "NotFound" });
    const trail = await as(minted.owner, ({ tx }) =>
      tx.select({ by: auditEntry.actorId }).from(auditEntry).where(eq(auditEntry.action, "assessments.sitting-read")),
    );
    expect(trail).toContainEqual({ by: minted.therapist.accountId });
  });

  it("is read by the client in the same pages", async () => {
    const { person, ids } = await longHistory({ sent: 61, open: 2 });
    const read = (page: number) => withScope(pool, person, testNow, (scope) => listOwnSent(scope, page));
    expect(await read(1)).toMatchObject({ page: 1, pages: 2, total: 61 });
    expect((await read(2)).rows.map(({ id }) => id)).toEqual(ids.slice(60));
  });
});

describe("sittings of one day", () => {
  it("stand in one order for everybody, asked for or sent in, and never by chance", async () => {
    const minted = await mintPractice(pool);
    const orders: { open: string[]; answered: string[]; own: string[] }[] = [];
    for (let i = 0; i < 5; i += 1) {
      const person = await mintClient(pool, minted);
      const read = () => as(minted.therapist, (scope) => getClientAssessments(scope, person.clientId));
      const open = (await read()).lists.open.rows.map(({ title, dueOn }) => `${title} ${dueOn}`);
      await withScope(pool, minted.system, testNow, ({ tx }) =>
        tx
          .update(assessment)
          .set({ submittedAt: testNow, localDate: testToday })
          .where(and(eq(assessment.clientId, person.clientId), eq(assessment.dueOn, testToday))),
      );
      const answered = (await read()).lists.answered.rows.map(({ title }) => title);
      const own = await withScope(pool, person, testNow, (scope) => listOwnSent(scope, 1));
      orders.push({ open, answered, own: own.rows.map(({ title }) => title) });
    }
    expect(orders[0]?.answered.length).toBeGreaterThan(1);
    for (const order of orders) expect(order).toEqual(orders[0]);
  });
});
