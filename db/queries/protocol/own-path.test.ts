import { describe, expect, it } from "vitest";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { markReading } from "@/db/commands/learn/mark-reading";
import { getDimensionReleases } from "@/db/queries/assessments/dimension-releases";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { openGate, openSafetyEvent } from "@/db/testing/open-gate";
import type { Actor } from "@/lib/actor";
import { Forbidden, NotFound } from "@/lib/errors";

const pool = testPool();
const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

async function ready() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const assessmentId = await sitDimensions(pool, practice, ines, { emotional: [40, 72] });
  const decide = (actor: typeof practice.owner, decision: "released" | "withdrawn", minute: number) =>
    as(actor, (scope) => releaseDimensions(scope, { assessmentId, decision }), at(minute));
  const seen = async () => (await as(ines, getOwnPath, at(60))).dimensions;
  return { practice, ines, assessmentId, decide, seen };
}

describe("own dimensions", () => {
  it("are seen once released and the gate is clear, until they are taken back", async () => {
    const { practice, ines, assessmentId, decide, seen } = await ready();
    await openGate(pool, practice, ines);
    expect(await seen()).toBeNull();
    await decide(practice.therapist, "released", 1);
    await decide(practice.therapist, "released", 2);
    expect(await seen()).toMatchObject({
      date: testToday,
      scores: expect.arrayContaining([{ scaleKey: "emotional", form: "now", score: 40 }]),
    });
    const [state] = await as(practice.supervisor, (scope) => getDimensionReleases(scope, ines.clientId));
    expect(state).toMatchObject({ assessmentId, decision: "released", decidedAt: at(1), by: practice.therapist.name });
    await decide(practice.therapist, "withdrawn", 3);
    expect(await seen()).toBeNull();
  });

  it("stay closed without a clear gate, whatever was released", async () => {
    const { practice, decide, seen } = await ready();
    await decide(practice.therapist, "released", 1);
    expect(await seen()).toBeNull();
  });

  it("are the responsible therapist's or the owner's to release", async () => {
    const { practice, ines, assessmentId, decide } = await ready();
    for (const actor of [practice.colleague, practice.supervisor])
      await expect(decide(actor, "released", 1)).rejects.toThrow(NotFound);
    await expect(decide(ines as unknown as typeof practice.owner, "released", 1)).rejects.toThrow(Forbidden);
    const stranger = await mintPractice(pool);
    await expect(decide(stranger.owner, "released", 1)).rejects.toThrow(NotFound);
    expect(await as(stranger.owner, (scope) => getDimensionReleases(scope, ines.clientId))).toEqual([]);
    expect(await as(practice.colleague, (scope) => getDimensionReleases(scope, ines.clientId))).toEqual([]);
    await decide(practice.owner, "released", 2);
    const rows = await as(practice.owner, (scope) => getDimensionReleases(scope, ines.clientId));
    expect(rows.map((row) => row.assessmentId)).toEqual([assessmentId]);
  });
});

describe("readings", () => {
  it("are marked once, for oneself, and only those that exist", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const other = await mintClient(pool, practice, { name: "Dario" });
    await as(ines, (scope) => markReading(scope, "start-gently"));
    await as(ines, (scope) => markReading(scope, "start-gently"));
    expect(await as(ines, getReadingMarks)).toEqual(["start-gently"]);
    expect(await as(other, getReadingMarks)).toEqual([]);
    await expect(as(ines, (scope) => markReading(scope, "nowhere"))).rejects.toThrow(NotFound);
    await openSafetyEvent(pool, practice, ines);
    await as(ines, (scope) => markReading(scope, "the-bodys-alarm"));
  });
});
