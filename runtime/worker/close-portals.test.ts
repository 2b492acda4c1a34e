import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { dischargeClient, returnClient } from "@/db/commands/clients/discharge-client";
import { findPerson } from "@/db/commands/identity/person";
import { connect } from "@/db/connect";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyCheck } from "@/db/schema/safety-check";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import { askDueChecks } from "./ask-checks";
import { closePortals } from "./close-portals";
import { extendSchedules } from "./extend-schedules";
import { remindClients } from "./remind";
import { remindAtHours } from "./remind-at-hours";
import { tellStarts } from "./tell-start";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());
const daysLater = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

async function discharged() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, ines.accountId)),
  );
  const step = { clientId: ines.clientId, reason: "Over." };
  await withScope(pool, practice.therapist, testNow, (scope) =>
    dischargeClient(scope, {
      ...{ ...step, id: randomUUID(), goodbye: "Be well.", portal: "readable", readableUntil: "2026-12-01" },
    }),
  );
  const entry = () => withScope(pool, practice.system, testNow, (scope) => findPerson(scope, ines.accountId));
  const comeBack = () =>
    withScope(pool, practice.therapist, daysLater(2), (scope) => returnClient(scope, { ...step, id: randomUUID() }));
  return { practice, ines, entry, comeBack };
}

describe("the pages of a discharged client", () => {
  it("close on the day after their last, once, and say so in the record", async () => {
    const { practice, entry } = await discharged();
    expect(await closePortals(workers, practice.system, daysLater(8))).toBe(0);
    expect(await entry()).toMatchObject({ hasAccess: true });
    expect(await closePortals(workers, practice.system, daysLater(9))).toBe(1);
    expect(await closePortals(workers, practice.system, daysLater(9))).toBe(0);
    expect(await entry()).toMatchObject({ hasAccess: false });
    const said = (await auditOf(pool, practice.system)).filter(({ action }) => action === "clients.portal-closed");
    expect(said).toHaveLength(1);
  });

  it("stay open for somebody who came back", async () => {
    const { practice, entry, comeBack } = await discharged();
    await comeBack();
    expect(await closePortals(workers, practice.system, daysLater(9))).toBe(0);
    expect(await entry()).toMatchObject({ hasAccess: true });
  });

  it("are asked for nothing, and nobody is reminded: no job of the worker writes to them any more", async () => {
    const { practice, ines } = await discharged();
    const count = () =>
      withScope(pool, practice.system, testNow, async ({ tx }) => ({
        letters: (await tx.select().from(outboxLetter).where(eq(outboxLetter.accountId, ines.accountId))).length,
        checks: (await tx.select().from(safetyCheck)).length,
      }));
    const before = await count();
    for (const day of [1, 7, 27, 90])
      for (const job of [askDueChecks, remindClients, remindAtHours, tellStarts, extendSchedules])
        await job(workers, practice.system, daysLater(day));
    expect(await count()).toEqual(before);
  });
});
