import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { chooseReliability } from "@/db/commands/assessments/edit-instrument";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import { assessment, assessmentAnswer, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { scaleRows } from "@/lib/assessments/result-view";
import { distanceMoves } from "@/lib/instruments/distance-moves";
import { cronbachAlpha } from "@/lib/statistics/cronbach-alpha";

const pool = testPool();
const key = "distance-moves";
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const items = distanceMoves.items.map(({ id }) => id);
/** Answers that vary together, and not all alike: a trait of the person, and a little of the question. */
const answerOf = (person: number, item: number) =>
  Math.min(4, ((person * 7) % 5) * (item % 5 === person % 4 ? 0.5 : 1)) | 0;

async function sent(minted: MintedPractice, person: ClientActor, answers: (item: number) => number | null, hours = 0) {
  const { practiceId } = minted;
  const at = new Date(testNow.getTime() + hours * 3_600_000);
  const id = randomUUID();
  await withScope(pool, minted.system, at, async ({ tx }) => {
    const [version] = await tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, key)));
    if (!version) throw new Error("no instrument");
    const row = { practiceId, assessmentId: id };
    await tx.insert(assessment).values({
      practiceId,
      id,
      clientId: person.clientId,
      instrumentVersionId: version.id,
      occasion: id,
      opensOn: testToday,
      assignedAt: at,
    });
    await tx.insert(assessmentAnswer).values(
      items.map((itemId, i) => ({
        ...row,
        id: randomUUID(),
        itemId,
        form: "now" as const,
        value: answers(i),
        answeredAt: at,
      })),
    );
    await tx.insert(assessmentScore).values(
      distanceMoves.scales.map((scale) => ({
        ...row,
        id: randomUUID(),
        form: "now" as const,
        scaleKey: scale.key,
        status: "scored" as const,
        score: 3,
        answered: scale.items.length,
        items: scale.items.length,
        instrumentVersionId: version.id,
      })),
    );
    await tx
      .update(assessment)
      .set({ submittedAt: at, localDate: testToday })
      .where(and(eq(assessment.practiceId, practiceId), eq(assessment.id, id)));
  });
  return id;
}

async function practiceOf(people: number) {
  const minted = await mintPractice(pool);
  const clients: ClientActor[] = [];
  for (let n = 0; n < people; n++) clients.push(await mintClient(pool, minted, { name: `Person ${n}` }));
  for (const [n, person] of clients.entries()) await sent(minted, person, (item) => answerOf(n, item));
  const estimates = () => as(minted.owner, (scope) => estimateScales(scope, key, distanceMoves));
  const choose = (actor: StaffActor, usesOwnData: boolean, hours = 0) =>
    withScope(pool, actor, new Date(testNow.getTime() + hours * 3_600_000), (scope) =>
      chooseReliability(scope, { key, usesOwnData }),
    );
  return { minted, clients, estimates, choose };
}

describe("reliability from the practice's own data", () => {
  it("counts each person's first complete answers that stand, of this practice alone, and is alpha and SD of those", async () => {
    const { minted, clients, estimates, choose } = await practiceOf(30);
    const [first, second] = clients;
    if (!first || !second) throw new Error("nobody");
    await sent(minted, first, () => 0, 48);
    const incomplete = await mintClient(pool, minted, { name: "Left blanks" });
    await sent(minted, incomplete, (item) => (item < 8 ? null : 4));
    const voided = await mintClient(pool, minted, { name: "Somebody else answered" });
    const wrong = await sent(minted, voided, () => 4);
    await as(minted.therapist, (scope) => withdrawAssessment(scope, { assessmentId: wrong, reason: "Not them." }));
    const elsewhere = await mintPractice(pool);
    await sent(elsewhere, await mintClient(pool, elsewhere), () => 4);

    const found = await estimates();
    for (const scale of distanceMoves.scales) {
      const places = scale.items.map((id) => items.indexOf(id));
      const matrix = clients.map((_, n) => places.map((item) => answerOf(n, item)));
      const expected = cronbachAlpha(matrix);
      const got = found.get(scale.key);
      if (got?.status !== "estimated" || !expected) throw new Error(`${scale.key}: ${got?.status}`);
      expect(got.n).toBe(30);
      expect(got.reliability.value).toBeCloseTo(expected.alpha, 9);
      expect(got.reliability.sd).toBeCloseTo(expected.sd * scale.multiplier, 9);
      expect(got.reliability.source).toContain("30 people of this practice");
    }

    const again = await sent(minted, second, () => 1, 72);
    const read = () => as(minted.therapist, (scope) => getAssessmentResult(scope, second.clientId, again));
    expect((await read()).estimates.size).toBe(0);
    for (const actor of [minted.therapist, minted.supervisor])
      await expect(choose(actor, true)).rejects.toMatchObject({ name: "Forbidden" });
    await choose(minted.owner, true);
    const result = await read();
    const rows = scaleRows(result, result.responses[0] ?? null);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.change).toContain("(estimated)");
    await choose(minted.owner, false, 1);
    expect((await read()).estimates.size).toBe(0);
    expect((await as(minted.owner, (scope) => getInstrument(scope, key))).usesOwnData).toBe(false);
    const trail = await as(minted.owner, ({ tx }) =>
      tx.select({ id: auditEntry.id }).from(auditEntry).where(eq(auditEntry.action, "instruments.reliability-chosen")),
    );
    expect(trail).toHaveLength(2);
  }, 60_000);

  it("is not there with twenty-nine, and cannot be chosen", async () => {
    const { minted, estimates, choose } = await practiceOf(29);
    for (const estimate of (await estimates()).values())
      expect(estimate).toEqual({ status: "too few", n: 29, needed: 30 });
    await expect(choose(minted.owner, true)).rejects.toThrow("Fewer than 30 people");
    expect((await as(minted.owner, (scope) => getInstrument(scope, key))).usesOwnData).toBe(false);
  }, 60_000);
});
