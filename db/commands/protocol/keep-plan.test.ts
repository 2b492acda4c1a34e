import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getOwnPlan } from "@/db/queries/protocol/maintenance-plan";
import { maintenancePlan } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { keepPlan } from "./keep-plan";

const pool = testPool();
const plan = { keep: ["A walk"], signsOfDrifting: ["Long evenings"], firstStepBack: "Ask for tea.", whoHelps: [] };

const write = (actor: StaffActor, clientId: string, keep = plan, at = testNow) =>
  withScope(pool, actor, at, (scope) => keepPlan(scope, { id: randomUUID(), clientId, plan: keep }));

describe("the keep-going plan", () => {
  it("is read by the client whose it is, the newest, and sealed", async () => {
    const minted = await mintPractice(pool);
    const client = await mintClient(pool, minted);
    const other = await mintClient(pool, minted);
    expect(await withScope(pool, client, testNow, getOwnPlan)).toBeNull();
    await write(minted.therapist, client.clientId);
    const newer = { ...plan, firstStepBack: "Sit beside." };
    await write(minted.therapist, client.clientId, newer, new Date(testNow.getTime() + 1000));
    expect((await withScope(pool, client, testNow, getOwnPlan))?.plan).toEqual(newer);
    expect(await withScope(pool, other, testNow, getOwnPlan)).toBeNull();
    const rows = await withScope(pool, minted.owner, testNow, ({ tx }) => tx.select().from(maintenancePlan));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain("tea");
  });

  it("is written by those who steer this client, once the weeks have begun", async () => {
    const minted = await mintPractice(pool);
    const stranger = await mintPractice(pool);
    const { clientId } = await mintClient(pool, minted);
    for (const other of [minted.colleague, minted.supervisor, stranger.owner])
      await expect(write(other, clientId)).rejects.toThrow(NotFound);
    const soon = await mintClient(pool, minted, { startDate: "2026-12-07" });
    await expect(write(minted.therapist, soon.clientId)).rejects.toThrow(Refused);
  });
});
