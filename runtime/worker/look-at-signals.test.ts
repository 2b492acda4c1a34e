import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { signalEvent, signalRound } from "@/db/schema/signals";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { counted } from "@/db/testing/statement-counter";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import { lookAtSignals } from "./look-at-signals";

const pool = testPool();
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

describe("the round of signals", () => {
  it("opens what is there for a practice that was never looked at, without a letter, and finds nothing the second time", async () => {
    const practice = await mintThousandClients(pool);
    const { system } = practice;
    const letters = () =>
      withScope(pool, system, testNow, async ({ tx }) => (await tx.execute("select id from outbox_letter")).rowCount);
    const before = await letters();
    expect(await lookAtSignals(pool, system, testNow)).toBeGreaterThanOrEqual(999);
    expect(await lookAtSignals(pool, system, testNow)).toBe(0);
    expect(await letters()).toBe(before);
    const events = await withScope(pool, system, testNow, ({ tx }) => tx.select().from(signalEvent));
    expect(events.every(({ step, takenBy }) => step === "opened" && takenBy === null)).toBe(true);
    const statements = await withScope(pool, practice.owner, testNow, async (scope) => {
      const count = counted(scope.tx.$client);
      await getCaseloadFacts(scope);
      return count();
    });
    expect(statements).toBe(1);
  }, 120_000);

  it("comes again when a day has begun where the client lives", async () => {
    const practice = await mintPractice(pool);
    const { clientId } = await mintClient(pool, practice);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute(`update client set zone = 'Pacific/Auckland' where id = '${clientId}'`),
    );
    await lookAtSignals(pool, practice.system, testNow);
    const [round] = await withScope(pool, practice.system, testNow, ({ tx }) => tx.select().from(signalRound));
    expect(round?.nextAt).toEqual(new Date("2026-11-23T11:00:00Z"));
    expect(await lookAtSignals(pool, practice.system, new Date(later(1).getTime() - 1))).toBe(0);
    expect(await lookAtSignals(pool, practice.system, later(1))).toBe(1);
  });
});
