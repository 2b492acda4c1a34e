import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { answersOf } from "@/db/queries/assessments/answers";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { assessment, assessmentAnswer, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { parseInstrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";
import { distanceMoves } from "@/lib/instruments/distance-moves";

const pool = testPool();
/** Distance moves with words to write and words to read, and two questions that may not be declined. */
const instrument = parseInstrument({
  ...distanceMoves,
  key: "hostile",
  items: [
    ...distanceMoves.items.map((item, i) => (i < 2 ? { ...item, mayDecline: false } : item)),
    { id: "words", text: "In your own words?", kind: "text", required: false },
    { id: "note", text: "Nearly done.", kind: "display", required: false },
    { id: "hours", text: "Hours?", kind: "decimal", min: 0, max: 24, required: false },
  ],
});
const choices = instrument.items.filter(({ kind }) => kind === "choice");

async function sitting() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const { practiceId } = minted;
  const [id, versionId] = [randomUUID(), randomUUID()];
  await withScope(pool, minted.system, testNow, async ({ tx }) => {
    await tx.insert(instrumentVersion).values({
      practiceId,
      id: versionId,
      key: instrument.key,
      version: 1,
      title: "Trial",
      definition: instrument,
      publishedAt: testNow,
      createdAt: testNow,
    });
    await tx.insert(assessment).values({
      practiceId,
      id,
      clientId: person.clientId,
      instrumentVersionId: versionId,
      occasion: id,
      opensOn: testToday,
      assignedAt: testNow,
    });
  });
  const save = (itemId: string, value: string, form: "now" | "wished" = "now") =>
    withScope(pool, person, testNow, (scope) => saveAnswer(scope, { assessmentId: id, itemId, form, value }));
  const send = () => withScope(pool, person, testNow, (scope) => submitAssessment(scope, id));
  const stored = () => withScope(pool, person, testNow, (scope) => answersOf(scope, id));
  return { minted, person, id, save, send, stored };
}

describe("answers that no page would send", () => {
  it.each([" ", "\t", "0x1", "1e0", "+1", "1 ", "Infinity", "NaN", "9", "-1", "1.5", "null", "[]"])(
    "%j is none of the answers offered, and nothing is written",
    async (value) => {
      const { save, stored } = await sitting();
      await expect(save(choices[0]?.id ?? "", value)).rejects.toMatchObject({ name: "Refused" });
      expect(await stored()).toEqual([]);
    },
  );

  it("a number out of its bounds, words for a question that only shows some, a side that is not asked", async () => {
    const { save, stored } = await sitting();
    for (const [item, value, form] of [
      ["hours", "24.5", "now"],
      ["hours", "", "wished"],
      ["note", "", "now"],
      ["note", "x", "now"],
      ["__proto__", "1", "now"],
      [choices[0]?.id ?? "", "1", "wished"],
    ] as const)
      await expect(save(item, value, form)).rejects.toMatchObject({ name: "Refused" });
    expect(await stored()).toEqual([]);
    await save("hours", "7.5");
    expect(await stored()).toMatchObject([{ itemId: "hours", value: 7.5 }]);
  });

  it("declining what may not be declined stays open, and words can be taken out again", async () => {
    const { save, send, stored } = await sitting();
    for (const { id } of choices) await save(id, "1");
    await save(choices[0]?.id ?? "", "");
    await save("words", "Something private.");
    await save("words", "");
    await expect(send()).rejects.toThrow("still needs an answer");
    expect((await stored()).find(({ itemId }) => itemId === "words")).toMatchObject({ value: null });
    await save(choices[0]?.id ?? "", "0");
    await send();
  });

  it("answers that race with the sending are in before it or refused: what is scored is what is kept", async () => {
    const { minted, person, id, save, send, stored } = await sitting();
    for (const { id: itemId } of choices) await save(itemId, "1");
    const raced = await Promise.allSettled([
      ...choices.flatMap(({ id: itemId }) => [save(itemId, "3"), save(itemId, "4")]),
      ...Array.from({ length: 20 }, () => send()),
    ]);
    for (const one of raced) if (one.status === "rejected") expect(one.reason).toMatchObject({ name: "Refused" });
    const expected = scoreResponse(instrument, await stored());
    const kept = await withScope(pool, minted.system, testNow, async ({ tx }) => ({
      scores: await tx.select().from(assessmentScore).where(eq(assessmentScore.assessmentId, id)),
      audit: await tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, "assessments.submitted"))),
      answers: await tx.select().from(assessmentAnswer).where(eq(assessmentAnswer.assessmentId, id)),
    }));
    expect(kept.scores).toHaveLength(expected.length);
    for (const score of expected)
      expect(kept.scores.find(({ scaleKey }) => scaleKey === score.scale)?.score).toBe(score.score);
    expect(kept.answers).toHaveLength(choices.length);
    expect(kept.audit).toHaveLength(1);
    expect((await withScope(pool, person, testNow, (scope) => listOwnSent(scope))).rows).toMatchObject([
      { id, title: "Trial" },
    ]);
    const other = await mintClient(pool, minted, { name: "Another" });
    expect((await withScope(pool, other, testNow, (scope) => listOwnSent(scope))).rows).toEqual([]);
  });
});
