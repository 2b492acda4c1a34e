import { describe, expect, it } from "vitest";
import { recordAudit } from "@/db/audit";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { AuditAction } from "@/lib/audit/actions";
import { getOwnAccessDays } from "./own-access";

const pool = testPool();
const day = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

describe("the days on which somebody’s record was opened", () => {
  it("are told once each, newest first, and neither what the client did nor what lies far back", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const { clientId } = ines;
    const read = (action: AuditAction, at: Date, actor = practice.therapist) =>
      withScope(pool, actor, at, (scope) => recordAudit(scope, action, { id: clientId, clientId }));
    for (const at of [day(1), day(1), day(3), day(-40)]) await read("clients.record-read", at);
    await read("clients.words-read", day(3), practice.supervisor);
    await withScope(pool, ines, day(4), (scope) => recordAudit(scope, "clients.words-read", { clientId }));
    const own = (at: Date) => withScope(pool, ines, at, getOwnAccessDays);
    expect(await own(day(5))).toEqual(["2026-11-26", "2026-11-24", "2026-10-14"]);
    expect(await own(day(90))).toEqual(["2026-11-26", "2026-11-24"]);
  });

  it("are the same with and without what was read about safety, and whatever was read of the partner", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const own = () => withScope(pool, ines, day(1), getOwnAccessDays);
    const before = await own();
    const read = (action: AuditAction, clientId: string) =>
      withScope(pool, practice.therapist, testNow, (scope) => recordAudit(scope, action, { id: clientId, clientId }));
    for (const action of [
      "safety.history-read",
      "safety.check-read",
      "safety.reach-read",
      "couples.chart-read",
    ] as const)
      await read(action, ines.clientId);
    await read("clients.record-read", dario.clientId);
    expect(await own()).toEqual(before);
    await read("clients.record-read", ines.clientId);
    expect(await own()).toHaveLength(before.length + 1);
  });
});
