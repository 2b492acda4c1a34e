import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { planScales, scalesForm } from "@/db/commands/assessments/edit-instrument";
import { importInstrument } from "@/db/commands/assessments/import-instrument";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getClientAssessments, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { exportQuestionnaire, exportResponse } from "@/db/queries/assessments/fhir-export";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { couple } from "@/db/schema/clients";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { placesIn } from "@/lib/assessments/asked-forms";
import { assignForm } from "@/lib/assessments/assign-form";
import { distanceMoves } from "@/lib/instruments/distance-moves";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

const pool = testPool();
const base = "https://practice.example/fhir";
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);

/** Asks for distance moves and sends answers that are all `value`. */
async function answered(minted: MintedPractice, person: ClientActor, value: number, at = testNow): Promise<string> {
  const [version] = await as(minted.owner, ({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, "distance-moves"))),
  );
  const form = { id: randomUUID(), "clients[]": [person.clientId], "instruments[]": [version?.id], when: "now" };
  await as(minted.owner, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const open = await as(minted.owner, ({ tx }) =>
    tx
      .select({ id: assessment.id, assignmentId: assessment.assignmentId, submittedAt: assessment.submittedAt })
      .from(assessment)
      .where(eq(assessment.clientId, person.clientId)),
  );
  const id = open.find((one) => one.assignmentId !== null && one.submittedAt === null)?.id ?? "";
  await withScope(pool, person, at, async (scope) => {
    for (const item of distanceMoves.items)
      if (item.kind === "choice")
        await saveAnswer(scope, { assessmentId: id, itemId: item.id, form: "now", value: String(value) });
    await submitAssessment(scope, id);
  });
  return id;
}

describe("reading results", () => {
  it("gives the response with the earlier ones, and leaves a trace", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const first = await answered(minted, person, 3);
    const second = await answered(minted, person, 1, new Date(testNow.getTime() + 3_600_000));
    const read = (actor: StaffActor, id = second) =>
      as(actor, (scope) => getAssessmentResult(scope, person.clientId, id));
    const result = await read(minted.therapist);
    expect(result.responses.map(({ id }) => id)).toEqual([first, second]);
    expect(result.shown.scores.every(({ status }) => status === "scored")).toBe(true);
    expect(result.shown.answers).toContainEqual(expect.objectContaining({ value: 1, form: "now" }));
    const trail = await as(minted.owner, ({ tx }) =>
      tx.select({ by: auditEntry.actorId }).from(auditEntry).where(eq(auditEntry.action, "assessments.result-read")),
    );
    expect(trail).toContainEqual({ by: minted.therapist.accountId });
    const measured = async () =>
      (await as(minted.therapist, (scope) => getClientAssessments(scope, person.clientId))).measured.map(({ sent }) =>
        sent.map(({ id }) => id),
      );
    expect(await measured()).toEqual([[first, second]]);
    await as(minted.therapist, (scope) =>
      withdrawAssessment(scope, { assessmentId: first, reason: "The wrong person answered" }),
    );
    expect(await measured()).toEqual([[second]]);
    expect((await read(minted.therapist)).responses.map(({ id }) => id)).toEqual([second]);
    const list = await as(minted.therapist, (scope) => getClientAssessments(scope, person.clientId));
    expect(list.lists.withdrawn.rows.find(({ id }) => id === first)?.withdrawal).toMatchObject({
      kind: "voided",
      reason: "The wrong person answered",
    });
  });

  it("is open to the supervisor, who changes nothing, and closed to everybody else", async () => {
    const minted = await mintPractice(pool);
    const foreign = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const id = await answered(minted, person, 2);
    const calls = (scope: Scope<StaffActor>): (() => Promise<unknown>)[] => [
      () => getAssessmentResult(scope, person.clientId, id),
      () => getClientAssessments(scope, person.clientId),
      () => exportResponse(scope, { clientId: person.clientId, assessmentId: id, base }),
    ];
    for (const actor of [minted.colleague, foreign.owner, foreign.therapist])
      for (const call of [0, 1, 2])
        await expect(as(actor, (scope) => calls(scope)[call]?.() ?? expect.unreachable())).rejects.toMatchObject({
          name: "NotFound",
        });
    const list = await as(minted.supervisor, (scope) => getClientAssessments(scope, person.clientId));
    expect(list.canChange).toBe(false);
    expect(await as(minted.supervisor, (scope) => listAssignTargets(scope))).toEqual([]);
    expect((await as(minted.therapist, (scope) => listAssignTargets(scope))).map((one) => one.id)).toEqual([
      person.clientId,
    ]);
    const other = await mintClient(pool, minted, { name: "Another" });
    await expect(as(minted.therapist, (scope) => getAssessmentResult(scope, other.clientId, id))).rejects.toMatchObject(
      { name: "NotFound" },
    );
  });
});

/** A whole Five Dimensions, as the protocol asks for it at the start. */
async function dimensionsSent(minted: MintedPractice, person: ClientActor): Promise<string> {
  const { id } = await as(minted.owner, async ({ tx }) => {
    const [row] = await tx
      .select({ id: assessment.id })
      .from(assessment)
      .innerJoin(instrumentVersion, eq(instrumentVersion.id, assessment.instrumentVersionId))
      .where(and(eq(assessment.clientId, person.clientId), eq(instrumentVersion.key, "five-dimensions")))
      .orderBy(assessment.opensOn)
      .limit(1);
    return row ?? expect.unreachable();
  });
  await withScope(pool, person, testNow, async (scope) => {
    for (const { item, form } of placesIn(fiveDimensions))
      await saveAnswer(scope, { assessmentId: id, itemId: item.id, form, value: "2" });
    await submitAssessment(scope, id);
  });
  return id;
}

describe("measures of closeness", () => {
  it("always show the clinician the numbers, and words of gain only while joint steps are open", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const partner = await mintClient(pool, minted, { name: "Dario" });
    const assessmentId = await dimensionsSent(minted, person);
    const read = () => as(minted.therapist, (scope) => getAssessmentResult(scope, person.clientId, assessmentId));
    const carry = () =>
      as(minted.therapist, (scope) => exportResponse(scope, { clientId: person.clientId, assessmentId, base }));
    expect(await read()).toMatchObject({ saysGain: false });
    expect((await read()).shown.scores).not.toEqual([]);
    expect(JSON.stringify(await carry())).toContain("Observation");
    await openGate(pool, minted, person);
    expect(await read()).toMatchObject({ saysGain: true });
    await as(minted.owner, ({ tx }) =>
      tx.insert(couple).values({
        practiceId: minted.practiceId,
        id: randomUUID(),
        firstClientId: person.clientId,
        secondClientId: partner.clientId,
        linkedBy: minted.owner.accountId,
        leadId: minted.owner.accountId,
        zone: "Europe/London",
        drawnCheckOn: "2027-01-18",
        linkedAt: new Date(testNow.getTime() - 8 * 86_400_000),
      }),
    );
    expect(await read()).toMatchObject({ saysGain: false });
  });
});

describe("FHIR in and out", () => {
  it("exports a response with its scores, and an instrument, each on record", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const id = await answered(minted, person, 2);
    const bundle = await as(minted.therapist, (scope) =>
      exportResponse(scope, { clientId: person.clientId, assessmentId: id, base }),
    );
    const kinds = bundle.entry?.map(({ resource }) => resource.resourceType);
    expect(kinds).toEqual(expect.arrayContaining(["Questionnaire", "QuestionnaireResponse", "Observation"]));
    const questionnaire = await as(minted.therapist, (scope) => exportQuestionnaire(scope, "distance-moves", base));
    expect(questionnaire.title).toBe(distanceMoves.title);
    const foreign = await mintPractice(pool);
    const { key } = await as(minted.owner, (scope) =>
      importInstrument(scope, { text: JSON.stringify({ ...questionnaire, title: "Brought back" }) }),
    );
    expect((await as(minted.owner, (scope) => getInstrument(scope, key))).draft?.instrument.title).toBe("Brought back");
    const moved = distanceMoves.items.find((item) => item.kind === "choice")?.id ?? "";
    const imported = (await as(minted.owner, (scope) => getInstrument(scope, key))).draft?.instrument;
    const itemId = imported?.items.find((item) => item.kind === "choice" && item.id.endsWith(moved))?.id;
    const scales = scalesForm.parse({
      key,
      "titles[]": ["Ours"],
      "places[]": [`0|${itemId}`],
      method: "sum",
      direction: "lower",
    });
    await as(minted.owner, (scope) => planScales(scope, scales));
    expect((await as(minted.owner, (scope) => getInstrument(scope, key))).draft?.instrument.scales).toMatchObject([
      { title: "Ours", items: [itemId] },
    ]);
    await expect(as(minted.therapist, (scope) => planScales(scope, scales))).rejects.toMatchObject({
      name: "Forbidden",
    });
    await expect(as(foreign.owner, (scope) => exportQuestionnaire(scope, key, base))).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  it("refuses a hostile file in one sentence, and a therapist's import", async () => {
    const minted = await mintPractice(pool);
    const deep = "[".repeat(5000);
    await expect(as(minted.owner, (scope) => importInstrument(scope, { text: deep }))).rejects.toThrow(/too deeply/);
    await expect(as(minted.therapist, (scope) => importInstrument(scope, { text: "{}" }))).rejects.toMatchObject({
      name: "Forbidden",
    });
  });
});
