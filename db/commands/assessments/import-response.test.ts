import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { criticalForm, markCritical, publishInstrument } from "@/db/commands/assessments/edit-instrument";
import { importInstrument } from "@/db/commands/assessments/import-instrument";
import { importResponse } from "@/db/commands/assessments/import-response";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getClientAssessments } from "@/db/queries/assessments/client-assessments";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { auditEntry } from "@/db/schema/audit";
import { safetyEvent } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import type { Answer } from "@/lib/assessments/instrument";
import { lookOf } from "@/lib/instruments/critical-marks";
import { distanceMoves } from "@/lib/instruments/distance-moves";

const pool = testPool();
const base = "https://practice.example/fhir";
const choices = distanceMoves.items.filter(({ kind }) => kind === "choice");
const allAt = (value: number): Answer[] => choices.map(({ id }) => ({ itemId: id, form: "now", value }));

const fileOf = (answers: readonly Answer[], authored = "2026-05-04T22:30:00Z") =>
  JSON.stringify(
    toFhirQuestionnaireResponse(
      distanceMoves,
      { ...{ id: "r", patientId: "p", completed: true }, authored, answers },
      base,
    ),
  );

async function practice() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const bring = (
    text: string,
    { key = "distance-moves", actor = minted.therapist as StaffActor, id = randomUUID() } = {},
  ) =>
    withScope(pool, actor, testNow, async (scope) => {
      const { losses } = await importResponse(scope, { id, clientId: person.clientId, key, text, base });
      return { id, losses };
    });
  const lists = () =>
    withScope(
      pool,
      minted.therapist,
      testNow,
      async (scope) => (await getClientAssessments(scope, person.clientId)).lists,
    );
  const events = () =>
    withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.select({ id: safetyEvent.id }).from(safetyEvent).where(eq(safetyEvent.clientId, person.clientId)),
    );
  return { minted, person, bring, lists, events };
}

describe("answers brought in from a file", () => {
  it("stand in the record at the day of the file, scored, reviewed, and with who brought them in", async () => {
    const { minted, person, bring, lists } = await practice();
    const { id, losses } = await bring(fileOf(allAt(2)));
    expect(losses).toEqual([]);
    const [sitting] = (await lists()).answered.rows;
    expect(sitting).toMatchObject({
      ...{ id, broughtIn: { by: minted.therapist.name, at: testNow }, reviewedAt: testNow },
      submittedAt: new Date("2026-05-04T22:30:00Z"),
    });
    const { shown } = await withScope(pool, minted.therapist, testNow, (scope) =>
      getAssessmentResult(scope, person.clientId, id),
    );
    // Half past ten at night in Greenwich is half past eleven in London.
    expect(shown).toMatchObject({ date: "2026-05-04" });
    expect(shown.answers).toHaveLength(choices.length);
    expect(shown.scores.every(({ status }) => status === "scored")).toBe(true);
    const audit = await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx
        .select({ action: auditEntry.action })
        .from(auditEntry)
        .where(
          and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, "assessments.response-imported")),
        ),
    );
    expect(audit).toHaveLength(1);
  });

  it("of today without an hour come in before noon too, and once", async () => {
    const { bring, lists } = await practice();
    await bring(fileOf(allAt(2), "2026-11-23"));
    expect((await lists()).answered.rows[0]?.submittedAt?.getTime()).toBeLessThanOrEqual(testNow.getTime());
    await expect(bring(fileOf(allAt(2), "2026-11-23"))).rejects.toThrow(/in the record already/);
    await expect(bring(fileOf(allAt(2), "2026-11-24"))).rejects.toThrow(/in the future/);
    expect((await lists()).answered.total).toBe(1);
  });

  it("are nothing that the client sent", async () => {
    const { person, bring } = await practice();
    const { id } = await bring(fileOf(allAt(2)));
    expect((await withScope(pool, person, testNow, (scope) => listOwnSent(scope))).rows).toEqual([]);
    await expect(withScope(pool, person, testNow, (scope) => getOwnAssessment(scope, id))).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  it("come in once, and again after they were taken back with a reason", async () => {
    const { minted, bring, lists } = await practice();
    const { id } = await bring(fileOf(allAt(2)));
    await bring(fileOf(allAt(2)), { id });
    await expect(bring(fileOf(allAt(2)))).rejects.toThrow(/in the record already/);
    expect((await lists()).answered.total).toBe(1);
    await withScope(pool, minted.therapist, testNow, (scope) =>
      withdrawAssessment(scope, { assessmentId: id, reason: "Her sister’s answers." }),
    );
    expect(await lists()).toMatchObject({ answered: { total: 0 }, withdrawn: { total: 1 } });
    await bring(fileOf(allAt(1)));
    expect((await lists()).answered.total).toBe(1);
  });

  it("are refused whole when they are of another time, questionnaire or person", async () => {
    const { minted, person, bring, lists } = await practice();
    await expect(bring(fileOf(allAt(2), "2026-11-24T10:00:00Z"))).rejects.toThrow(/in the future/);
    await expect(bring(fileOf(allAt(2)), { key: "brief-form" })).rejects.toMatchObject({ name: "NotFound" });
    await expect(bring(fileOf(allAt(2)), { key: "safety-and-steadiness" })).rejects.toMatchObject({ name: "NotFound" });
    const strange = JSON.parse(fileOf(allAt(2)));
    strange.questionnaire = "http://forms.example.org/other";
    await expect(bring(JSON.stringify(strange))).rejects.toThrow(/another questionnaire/);
    const foreign = await mintPractice(pool);
    await expect(bring(fileOf(allAt(2)), { actor: foreign.owner })).rejects.toMatchObject({ name: "NotFound" });
    const other = await mintClient(pool, minted);
    const { id } = await bring(fileOf(allAt(2)));
    const again = withScope(pool, minted.therapist, testNow, (scope) =>
      importResponse(scope, { id, clientId: other.clientId, key: "distance-moves", text: fileOf(allAt(2)), base }),
    );
    await expect(again).rejects.toMatchObject({ name: "NotFound" });
    expect(person.clientId).not.toBe(other.clientId);
    expect((await lists()).answered.total).toBe(1);
  });

  it("open a safety event where one of them is critical, as if it had just been said", async () => {
    const { minted, bring, events } = await practice();
    const answerOption = ["Never", "At times"].map((display, i) => ({ valueCoding: { code: `c${i}`, display } }));
    const code = [{ system: "http://loinc.org", code: "44260-8" }];
    const item = [{ linkId: "/grave", type: "choice", text: "Line nine", code, answerOption }];
    const url = "http://forms.example.org/nine";
    const source = { resourceType: "Questionnaire", url, language: "en", title: "Nine lines", item };
    const key = await withScope(pool, minted.owner, testNow, async (scope) => {
      const made = await importInstrument(scope, { text: JSON.stringify(source), measures: "one-person" });
      return made.key;
    });
    await withScope(pool, minted.owner, testNow, async (scope) => {
      const { draft } = await getInstrument(scope, key);
      if (!draft) throw new Error("no draft");
      const look = lookOf(draft.instrument);
      await markCritical(scope, criticalForm.parse({ key, look, "marks[]": ["grave|1"] }));
      await publishInstrument(scope, key);
    });
    const given = (code: string, authored: string) =>
      JSON.stringify({
        ...{ resourceType: "QuestionnaireResponse", status: "completed", questionnaire: url, authored },
        item: [{ linkId: "/grave", answer: [{ valueCoding: { code } }] }],
      });
    await bring(given("c0", "2026-03-01"), { key });
    expect(await events()).toHaveLength(0);
    const { id } = await bring(given("c1", "2026-03-02"), { key });
    expect(await events()).toEqual([{ id }]);
  });
});
