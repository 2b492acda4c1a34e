import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { copyInstrument } from "@/db/commands/assessments/copy-instrument";
import {
  enterWording,
  markCritical,
  publishInstrument,
  startVersion,
  wordingForm,
} from "@/db/commands/assessments/edit-instrument";
import { importForm, importInstrument } from "@/db/commands/assessments/import-instrument";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getGate } from "@/db/queries/safety/safety-gate";
import { assessment } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { lookOf, markedQuestions } from "@/lib/instruments/critical-marks";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);

const question = (linkId: string, text: string, loinc?: string) => ({
  ...{ linkId, text, type: "choice", required: true },
  ...(loinc && { code: [{ system: "http://loinc.org", code: loinc }] }),
  answerOption: ["Never", "Some days", "Most days"].map((display, value) => ({
    valueCoding: { code: `a${value}`, display },
    extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
  })),
});

/** A file as it comes: the ninth question in its own words, one about violence without a code, and one about sleep. */
const file = JSON.stringify({
  ...{ resourceType: "Questionnaire", status: "active", title: "From a file" },
  item: [
    question("1", "How is your sleep?"),
    question("2", "A line that its code alone tells of.", "44260-8"),
    question("3", "How often does your partner hit you?"),
  ],
});

const ground = async () => {
  const minted = await mintPractice(pool);
  const { owner } = minted;
  const { key } = await as(owner, (scope) => importInstrument(scope, importForm.parse({ text: file })));
  return { minted, owner, key };
};

const draftOf = async (owner: StaffActor, key: string) =>
  (await as(owner, (scope) => getInstrument(scope, key))).draft?.instrument ?? expect.unreachable();
const marked = (draft: Parameters<typeof markedQuestions>[0]) =>
  markedQuestions(draft).flatMap(({ answers }) => answers.filter(({ isMarked }) => isMarked).map(({ mark }) => mark));
const publish = (owner: StaffActor, key: string) => as(owner, (scope) => publishInstrument(scope, key));

async function look(owner: StaffActor, key: string, marks?: string[]): Promise<void> {
  const draft = await draftOf(owner, key);
  const form = { key, look: lookOf(draft), "marks[]": marks ?? marked(draft) };
  await as(owner, (scope) => markCritical(scope, form));
}

/** The same three questions in other words, or with their answers the other way round. */
const reword = (owner: StaffActor, key: string, { turned = false, first = "How do you sleep?" } = {}) => {
  const labels = ["Never", "Some days", "Most days"];
  const words = (turned ? [...labels].reverse() : labels).join("\n");
  const statements = [first, "A line that its code alone tells of.", "How often does your partner hit you?"].join("\n");
  const form = wordingForm.parse({ key, statements, "labels[]": [words, words, words], licenceNote: "Our own." });
  return as(owner, (scope) => enterWording(scope, form));
};

describe("what nobody has looked at", () => {
  it("is proposed by its code and by its words, and is not published", async () => {
    const { owner, key } = await ground();
    expect(marked(await draftOf(owner, key))).toEqual(["2|1", "2|2", "3|1", "3|2"]);
    await expect(publish(owner, key)).rejects.toThrow(/which answers/);
  });

  it("was not looked at by somebody whose page showed other words", async () => {
    const { owner, key } = await ground();
    const stale = lookOf(await draftOf(owner, key));
    await reword(owner, key);
    const form = { key, look: stale, "marks[]": [] };
    await expect(as(owner, (scope) => markCritical(scope, form))).rejects.toThrow(/look at them once more/);
    await expect(publish(owner, key)).rejects.toThrow(/which answers/);
  });

  it("is what was looked at before its answers were turned round or its questions were reworded", async () => {
    const { owner, key } = await ground();
    await look(owner, key);
    await reword(owner, key, { turned: true, first: "How is your sleep?" });
    await expect(publish(owner, key)).rejects.toThrow(/which answers/);
    await look(owner, key, ["2|0", "2|1"]);
    await reword(owner, key, { turned: true, first: "How often do you think of suicide?" });
    await expect(publish(owner, key)).rejects.toThrow(/which answers/);
    const draft = await draftOf(owner, key);
    expect(marked(draft)).toEqual(["1|0", "1|1", "2|0", "2|1"]);
    await look(owner, key);
    // The same words once more are no change.
    await reword(owner, key, { turned: true, first: "How often do you think of suicide?" });
    await publish(owner, key);
  });

  it("is a next version or a copy once its words differ, and is neither while they do not", async () => {
    const { owner, key } = await ground();
    await look(owner, key);
    await publish(owner, key);
    await as(owner, (scope) => startVersion(scope, key));
    await reword(owner, key);
    await expect(publish(owner, key)).rejects.toThrow(/which answers/);
    const copy = await as(owner, (scope) => copyInstrument(scope, { key, title: "Ours" }));
    expect(marked(await draftOf(owner, copy.key))).toEqual(["2|1", "2|2", "3|1", "3|2"]);
    await reword(owner, copy.key);
    await expect(publish(owner, copy.key)).rejects.toThrow(/which answers/);
    const second = await as(owner, (scope) => copyInstrument(scope, { key, title: "Ours too" }));
    await publish(owner, second.key);
  });
});

async function sittingOf({ owner }: MintedPractice, { clientId }: ClientActor, key: string): Promise<string> {
  const current = (await as(owner, (scope) => getInstrument(scope, key))).current ?? expect.unreachable();
  const form = { id: randomUUID(), "clients[]": [clientId], "instruments[]": [current.id], when: "now" };
  await as(owner, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const [row] = await as(owner, ({ tx }) =>
    tx
      .select({ id: assessment.id })
      .from(assessment)
      .where(
        and(
          eq(assessment.clientId, clientId),
          eq(assessment.instrumentVersionId, current.id),
          isNotNull(assessment.assignmentId),
        ),
      ),
  );
  return row?.id ?? expect.unreachable();
}

describe("a critical answer to a questionnaire from a file, while the gate is closed", () => {
  it("alarms as a draft with its question and answer, and stands in the result once it is sent", async () => {
    const { minted, owner, key } = await ground();
    const person = await mintClient(pool, minted);
    await look(owner, key);
    await publish(owner, key);
    const id = await sittingOf(minted, person, key);
    expect((await withScope(pool, minted.system, testNow, (scope) => getGate(scope, person.clientId))).state).toBe(
      "not-screened",
    );
    const save = (itemId: string, value: string) =>
      withScope(pool, person, testNow, (scope) => saveAnswer(scope, { assessmentId: id, itemId, form: "now", value }));
    expect(await save("1", "2")).toEqual({ crisis: false });
    expect(await save("3", "1")).toEqual({ crisis: true });
    const { openEvents } = await as(minted.therapist, (scope) => getSafetyPanel(scope, person.clientId));
    expect(openEvents).toHaveLength(1);
    expect(openEvents[0]?.said).toMatchObject([
      {
        instrument: "From a file",
        question: "How often does your partner hit you?",
        answer: "Some days",
        standing: "not-sent",
      },
    ]);
    await save("2", "0");
    await withScope(pool, person, testNow, (scope) => submitAssessment(scope, id));
    const result = await as(minted.therapist, (scope) => getAssessmentResult(scope, person.clientId, id));
    expect(result).toMatchObject({ measures: "undecided", saysGain: false });
    expect(result.shown.answers.map(({ itemId, value }) => [itemId, value]).sort()).toEqual([
      ["1", 2],
      ["2", 0],
      ["3", 1],
    ]);
  });
});
