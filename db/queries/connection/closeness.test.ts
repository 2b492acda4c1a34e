import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { copyInstrument } from "@/db/commands/assessments/copy-instrument";
import { describeForm, describeInstrument } from "@/db/commands/assessments/describe-instrument";
import {
  confirmKey,
  enterWording,
  markCritical,
  planScales,
  publishInstrument,
  scalesForm,
  startVersion,
  wordingForm,
} from "@/db/commands/assessments/edit-instrument";
import { importForm, importInstrument } from "@/db/commands/assessments/import-instrument";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { exportResponse } from "@/db/queries/assessments/fhir-export";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { assessment } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { lookOf } from "@/lib/instruments/critical-marks";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const lines = (count: number) => Array.from({ length: count }, (_, i) => `Our line ${i + 1}`).join("\n");

/** Somebody looks at every answer of a draft, and marks these. */
async function look(owner: StaffActor, key: string, marks: string[]): Promise<void> {
  const { draft } = await as(owner, (scope) => getInstrument(scope, key));
  const form = { key, look: lookOf(draft?.instrument ?? expect.unreachable()), "marks[]": marks };
  await as(owner, (scope) => markCritical(scope, form));
}

/** A copy of the shipped CSI-16 under the practice's own title, worded, confirmed and published. */
async function ownCopy({ owner }: MintedPractice): Promise<string> {
  const { key } = await as(owner, (scope) => copyInstrument(scope, { key: "csi-16", title: "Evenings together" }));
  const words = {
    key,
    statements: lines(16),
    "labels[]": [lines(7), ...Array.from({ length: 9 }, () => lines(6))],
    licenceNote: "Free for clinical use",
  };
  await as(owner, (scope) => enterWording(scope, wordingForm.parse(words)));
  await look(owner, key, []);
  const ids = Array.from({ length: 16 }, (_, i) => String(i + 1));
  await as(owner, (scope) => confirmKey(scope, { key, "confirmed[]": ids, "reversed[]": [] }));
  await as(owner, (scope) => publishInstrument(scope, key));
  return key;
}

/** A questionnaire of one question from a file, with a scale of its own, published. */
async function imported({ owner }: MintedPractice, said: object): Promise<string> {
  const option = (value: number) => ({
    valueCoding: {
      code: `a${value}`,
      display: `Answer ${value}`,
      extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
    },
  });
  const item = [
    { linkId: "1", text: "How was it?", type: "choice", required: true, answerOption: [0, 1, 2].map(option) },
  ];
  const text = JSON.stringify({ resourceType: "Questionnaire", status: "active", title: "From a file", item });
  const { key } = await as(owner, (scope) => importInstrument(scope, importForm.parse({ text, ...said })));
  const scales = { key, "titles[]": ["It"], "places[]": ["0|1"], method: "sum", direction: "higher" };
  await as(owner, (scope) => planScales(scope, scalesForm.parse(scales)));
  await expect(as(owner, (scope) => publishInstrument(scope, key))).rejects.toThrow("which answers");
  await look(owner, key, ["1|2"]);
  await as(owner, (scope) => publishInstrument(scope, key));
  return key;
}

const described = (key: string, measures?: string) =>
  describeForm.parse({ key, title: "Evenings", purpose: "Ours.", minutes: "2", layout: "one-page", measures });

/** Asks for an instrument and sends it in with every question answered. */
async function sent(minted: MintedPractice, person: ClientActor, key: string): Promise<string> {
  const version = (await as(minted.owner, (scope) => getInstrument(scope, key))).current ?? expect.unreachable();
  const form = { id: randomUUID(), "clients[]": [person.clientId], "instruments[]": [version.id], when: "now" };
  await as(minted.owner, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const [open] = await as(minted.owner, ({ tx }) =>
    tx
      .select({ id: assessment.id })
      .from(assessment)
      .where(
        and(
          eq(assessment.clientId, person.clientId),
          eq(assessment.instrumentVersionId, version.id),
          isNull(assessment.submittedAt),
        ),
      ),
  );
  const id = open?.id ?? expect.unreachable();
  await withScope(pool, person, testNow, async (scope) => {
    for (const { id: itemId } of version.instrument.items)
      await saveAnswer(scope, { assessmentId: id, itemId, form: "now", value: "2" });
    await submitAssessment(scope, id);
  });
  return id;
}

const read = (minted: MintedPractice, { clientId }: ClientActor, id: string) =>
  as(minted.therapist, (scope) => getAssessmentResult(scope, clientId, id));
const carry = (minted: MintedPractice, { clientId }: ClientActor, id: string) =>
  as(minted.therapist, (scope) => exportResponse(scope, { clientId, assessmentId: id, base: "https://x.example" }));

describe("a measure of closeness under a key of the practice's own", () => {
  it("waits with words of gain when it is a copy, and shows its number all the while", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const id = await sent(minted, person, await ownCopy(minted));
    expect(await read(minted, person, id)).toMatchObject({ saysGain: false });
    expect((await read(minted, person, id)).shown.scores).toHaveLength(1);
    await openGate(pool, minted, person);
    expect(await read(minted, person, id)).toMatchObject({ saysGain: true });
    await carry(minted, person, id);
  });

  it("cannot be talked out of it, in the copy or in a next version", async () => {
    const minted = await mintPractice(pool);
    const key = await ownCopy(minted);
    await as(minted.owner, (scope) => startVersion(scope, key));
    for (const measures of ["one-person", "undecided"])
      await expect(as(minted.owner, (scope) => describeInstrument(scope, described(key, measures)))).rejects.toThrow(
        /stays one/,
      );
    await as(minted.owner, (scope) => describeInstrument(scope, described(key)));
    const { draft } = await as(minted.owner, (scope) => getInstrument(scope, key));
    expect(draft?.instrument).toMatchObject({ title: "Evenings", measures: "closeness" });
  });
});

describe("a questionnaire from a file", () => {
  it("counts as closeness while nobody has said what it measures, and no longer once somebody has", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const key = await imported(minted, {});
    const id = await sent(minted, person, key);
    expect(await read(minted, person, id)).toMatchObject({ measures: "undecided", saysGain: false });
    await as(minted.owner, (scope) => startVersion(scope, key));
    await as(minted.owner, (scope) => describeInstrument(scope, described(key, "one-person")));
    expect(await read(minted, person, id)).toMatchObject({ saysGain: false });
    await as(minted.owner, (scope) => publishInstrument(scope, key));
    expect(await read(minted, person, id)).toMatchObject({ saysGain: true, shown: { scores: [{ score: 2 }] } });
  });

  it("is taken as what it was said to be when it was brought in", async () => {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    for (const [measures, saysGain] of [
      ["one-person", true],
      ["closeness", false],
    ]) {
      const id = await sent(minted, person, await imported(minted, { measures }));
      expect(await read(minted, person, id)).toMatchObject({ saysGain });
    }
    await expect(imported(minted, { measures: "nothing" })).rejects.toThrow();
  });
});
