import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { enterWording, publishInstrument, wordingForm } from "@/db/commands/assessments/edit-instrument";
import { exportResponse } from "@/db/queries/assessments/fhir-export";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { getGate } from "@/db/queries/safety/safety-gate";
import { assessment, assessmentFlag, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { checkAnswer } from "@/db/schema/check-sitting";
import { safetyEvent } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { assignForm } from "@/lib/assessments/assign-form";

const pool = testPool();
const check = checkSteps(pool);

/** A practice that has entered wording of its own for a screen, and a client who answers it. */
async function screened(key: string, count: number, labels: string[], answers: (number | null)[]) {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const here = eq(instrumentVersion.practiceId, minted.practiceId);
  const [version] = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(here, eq(instrumentVersion.key, key))),
  );
  const form = assignForm.parse({
    id: randomUUID(),
    "clients[]": [person.clientId],
    "instruments[]": [version?.id],
    when: "now",
  });
  const assign = () => withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, form));
  await expect(assign()).rejects.toMatchObject({ name: "NotFound" });
  await withScope(pool, minted.owner, testNow, async (scope) => {
    await enterWording(
      scope,
      wordingForm.parse({
        key,
        statements: Array.from({ length: count }, (_, i) => `Trial question ${i}`).join("\n"),
        "labels[]": [labels.join("\n")],
        licenceNote: "Trial wording of our own.",
      }),
    );
    await publishInstrument(scope, key);
  });
  await assign();
  const inPractice = <T>(run: Parameters<typeof withScope<typeof minted.system, T>>[3]) =>
    withScope(pool, minted.system, testNow, run);
  const [sitting] = await inPractice(({ tx }) =>
    tx
      .select({ id: assessment.id })
      .from(assessment)
      .where(and(eq(assessment.clientId, person.clientId), isNotNull(assessment.assignmentId))),
  );
  const assessmentId = sitting?.id ?? "";
  const { sittingId } = await check.open(person, assessmentId);
  const give = (i: number) => check.answer(person, sittingId, String(i + 1), answers[i] ?? null);
  const send = () => check.send(person, sittingId);
  const gate = () => withScope(pool, minted.therapist, testNow, (scope) => getGate(scope, person.clientId));
  const events = () =>
    inPractice(({ tx }) =>
      tx.select({ id: safetyEvent.id }).from(safetyEvent).where(eq(safetyEvent.practiceId, minted.practiceId)),
    );
  return { minted, person, assessmentId, give, send, gate, events, inPractice };
}

describe.each([
  ["hark", 4, ["No", "Yes"], [0, 0, 1, null], 2],
  ["e-hits", 5, ["a", "b", "c", "d", "e"], [1, 2, 1, 2, 1], 3],
] as const)("a positive %s", (key, count, labels, answers, decisive) => {
  it("opens a safety event with the answer that decides, in the draft, and stops the gate once it is sent", async () => {
    const one = await screened(key, count, [...labels], [...answers]);
    for (let i = 0; i < decisive; i++) await one.give(i);
    expect(await one.events()).toHaveLength(0);
    for (let i = decisive; i < count; i++) await one.give(i);
    expect(await one.events()).toHaveLength(1);
    await Promise.all(Array.from({ length: 20 }, () => one.send()));
    expect((await one.gate()).state).toBe("stop");
    expect(await one.events()).toHaveLength(1);
  });

  it("leaves no score, flag or plain value behind, no word in the record, and no export", async () => {
    const one = await screened(key, count, [...labels], [...answers]);
    for (let i = 0; i < count; i++) await one.give(i);
    await one.send();
    const { practiceId } = one.minted;
    const stored = await one.inPractice(async ({ tx }) => ({
      answers: await tx.select().from(checkAnswer).where(eq(checkAnswer.practiceId, practiceId)),
      scores: await tx.select().from(assessmentScore).where(eq(assessmentScore.practiceId, practiceId)),
      flags: await tx.select().from(assessmentFlag).where(eq(assessmentFlag.practiceId, practiceId)),
      audit: await tx.select().from(auditEntry).where(eq(auditEntry.practiceId, practiceId)),
    }));
    expect(stored.answers).toHaveLength(count);
    expect(stored.answers.every(({ valueSealed }) => valueSealed === null || valueSealed.startsWith("s1."))).toBe(true);
    expect([stored.scores, stored.flags]).toEqual([[], []]);
    expect(JSON.stringify(stored.audit)).not.toMatch(/hark|hits|positive|Trial question/i);
    expect((await withScope(pool, one.person, testNow, (scope) => listOwnSent(scope))).rows).toEqual([]);
    await expect(
      withScope(pool, one.minted.therapist, testNow, (scope) =>
        exportResponse(scope, {
          clientId: one.person.clientId,
          assessmentId: one.assessmentId,
          base: "https://practice.example/fhir",
        }),
      ),
    ).rejects.toMatchObject({ name: "NotFound" });
  });
});

it("a negative HARK clears nothing by itself", async () => {
  const one = await screened("hark", 4, ["No", "Yes"], [0, 0, 0, 0]);
  for (let i = 0; i < 4; i++) await one.give(i);
  await one.send();
  expect(await one.gate()).toMatchObject({ state: "not-screened", awaits: "clinician" });
  expect(await one.events()).toHaveLength(0);
});
