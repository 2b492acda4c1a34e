import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { Pool } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { lockOwnRow } from "@/db/commands/clients/lock-client-row";
import { setEscalation } from "@/db/commands/safety/change-settings";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent } from "@/db/commands/safety/take-step";
import { connect } from "@/db/connect";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, testNow } from "@/db/testing/mint";
import { lettersOf, openEvent } from "@/db/testing/open-event";
import { escalateOverdue } from "./escalate";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 8, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

const event = () => openEvent(pool);

const stepsOf = ({ system }: MintedPractice) =>
  withScope(pool, system, testNow, ({ tx }) =>
    tx
      .select({ to: safetyEventStep.escalatedTo, by: safetyEventStep.takenBy, at: safetyEventStep.takenAt })
      .from(safetyEventStep)
      .orderBy(asc(safetyEventStep.takenAt)),
  );

describe("an event that nobody answers", () => {
  it("goes to the supervisor, to the owner and round again, after the practice's minutes and not before", async () => {
    const { practice, owner, supervisor, therapist, system } = await event();
    await withScope(pool, owner, testNow, (scope) => setEscalation(scope, { minutes: 10 }));
    expect(await escalateOverdue(workers, system, later(9))).toBe(0);
    expect(await escalateOverdue(workers, system, later(10))).toBe(1);
    expect(await escalateOverdue(workers, system, later(19))).toBe(0);
    expect(await escalateOverdue(workers, system, later(20))).toBe(1);
    expect(await escalateOverdue(workers, system, later(29))).toBe(0);
    expect(await escalateOverdue(workers, system, later(30))).toBe(1);
    expect(await stepsOf(practice)).toMatchObject([
      { to: "supervisor", by: null },
      { to: "owner", by: null },
      { to: "therapist", by: null },
    ]);
    expect((await lettersOf(pool, practice)).map(({ accountId }) => accountId)).toEqual([
      therapist.accountId,
      supervisor.accountId,
      owner.accountId,
      therapist.accountId,
    ]);
  });

  it("is passed on however many newer ones the practice has on its hands", async () => {
    const { practice, system, client, therapist } = await event();
    const { practiceId } = practice;
    const newer = Array.from({ length: 101 }, (_, n) => ({ id: randomUUID(), at: later(1 + n / 10) }));
    await withScope(pool, system, testNow, async ({ tx }) => {
      const { clientId } = client;
      await tx
        .insert(safetyEvent)
        .values(newer.map(({ id, at }) => ({ practiceId, id, clientId, source: "therapist" as const, openedAt: at })));
      await tx.insert(safetyEventStep).values(
        newer.map(({ id, at }) => ({
          practiceId,
          id: randomUUID(),
          eventId: id,
          kind: "acknowledged" as const,
          takenBy: therapist.accountId,
          takenAt: at,
        })),
      );
    });
    expect(await escalateOverdue(workers, system, later(31))).toBe(1);
  });

  it("is passed on although another one cannot be at the moment, and that is not kept quiet", async () => {
    const { practice, system, client } = await event();
    const other = await mintClient(pool, practice, { name: "Noa" });
    const { eventId } = await withScope(pool, other, later(1), (scope) => sayNotSafe(scope, {}));
    const impatient = new Pool({ connectionString: workerUrl(), max: 1, statement_timeout: 300 });
    // The oldest event comes first, and its client is held by somebody who takes long.
    const met = await withScope(pool, client, testNow, async (scope) => {
      await lockOwnRow(scope);
      return (await Promise.allSettled([escalateOverdue(impatient, system, later(40))]))[0];
    });
    await impatient.end();
    expect(met).toMatchObject({ status: "rejected", reason: { code: "57014" } });
    const steps = await withScope(pool, system, testNow, ({ tx }) => tx.select().from(safetyEventStep));
    expect(steps).toMatchObject([{ eventId, escalatedTo: "supervisor" }]);
  });

  it("is passed on once by two workers at the same moment", async () => {
    const { practice, system } = await event();
    await Promise.all([1, 2, 3].map(() => escalateOverdue(workers, system, later(31))));
    expect(await stepsOf(practice)).toHaveLength(1);
  });

  it("asks everybody once after nobody looked for days, and not a letter for every half hour", async () => {
    const { practice, system } = await event();
    expect(await escalateOverdue(workers, system, later(10_000))).toBe(3);
    expect(await escalateOverdue(workers, system, later(10_000))).toBe(0);
    expect(await lettersOf(pool, practice)).toHaveLength(4);
  });

  it("stays where it is while somebody is on it, and goes on when that ran out", async () => {
    const { practice, therapist, system, eventId } = await event();
    await withScope(pool, therapist, testNow, (scope) => acknowledgeEvent(scope, { eventId }));
    expect(await escalateOverdue(workers, system, later(600))).toBe(0);
    expect((await stepsOf(practice)).filter(({ to }) => to)).toEqual([]);
    expect(await escalateOverdue(workers, system, later(720))).toBe(1);
    expect((await stepsOf(practice)).at(-1)).toMatchObject({ to: "supervisor", by: null });
  });
});
