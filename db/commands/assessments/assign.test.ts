import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { moveWithProtocol } from "@/db/commands/assessments/move-with-protocol";
import { remindOfAssessment, rescheduleAssessment } from "@/db/commands/assessments/reschedule-assessment";
import { markAssessment } from "@/db/commands/assessments/review-assessment";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { cancelAssignment, withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { decideOnPath } from "@/db/commands/protocol/decide-on-path";
import { assessment, assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { couple } from "@/db/schema/clients";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/domain/actor";
import { assignForm } from "@/lib/domain/assessments/assign-form";
import { parseInstrument } from "@/lib/domain/assessments/instrument";

const pool = testPool();

const versionOf = (minted: MintedPractice, key: string) =>
  withScope(pool, minted.system, testNow, async ({ tx }) => {
    const [row] = await tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, key)));
    if (!row) throw new Error(`no ${key}`);
    return row.id;
  });

const sittingsOf = (minted: MintedPractice, clientId: string) =>
  withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({
        id: assessment.id,
        assignmentId: assessment.assignmentId,
        opensOn: assessment.opensOn,
        dueOn: assessment.dueOn,
        occasion: assessment.occasion,
      })
      .from(assessment)
      .where(and(eq(assessment.practiceId, minted.practiceId), eq(assessment.clientId, clientId)))
      .orderBy(assessment.dueOn),
  ).then((rows) => rows.filter((row) => row.assignmentId !== null));

async function ground() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const version = await versionOf(minted, "distance-moves");
  const form = (given: Record<string, unknown> = {}) =>
    assignForm.parse({
      id: randomUUID(),
      "clients[]": [person.clientId],
      "instruments[]": [version],
      when: "now",
      days: "2",
      ...given,
    });
  const assign = (actor: StaffActor, given?: Record<string, unknown>) =>
    withScope(pool, actor, testNow, (scope) => assignInstruments(scope, form(given)));
  return { minted, person, version, form, assign };
}

const audits = (minted: MintedPractice, action: string) =>
  withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: auditEntry.id })
      .from(auditEntry)
      .where(and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, action))),
  ).then((rows) => rows.length);

describe("assigning", () => {
  it("opens today, is due in two days, leaves a trace, and has one effect however often the form comes", async () => {
    const { minted, person, form } = await ground();
    const once = form();
    const sent = await Promise.all(
      [1, 2, 3].map(() => withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, once))),
    );
    expect(sent.map(({ sittings }) => sittings).sort()).toEqual([0, 0, 1]);
    expect(await sittingsOf(minted, person.clientId)).toMatchObject([{ opensOn: "2026-11-23", dueOn: "2026-11-25" }]);
    expect(await audits(minted, "assessments.assigned")).toBe(1);
  });

  it("lays out every repetition at once", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist, { when: "every", on: "2026-11-23", every: "2", times: "3", days: "0" });
    expect((await sittingsOf(minted, person.clientId)).map(({ dueOn }) => dueOn)).toEqual([
      "2026-11-23",
      "2026-12-07",
      "2026-12-21",
    ]);
  });

  it("follows the protocol's weeks, and laying out again changes nothing", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist, { when: "protocol-weeks", "weeks[]": ["1", "3"], days: "1" });
    const first = await sittingsOf(minted, person.clientId);
    expect(first.map(({ dueOn }) => dueOn)).toEqual(["2026-11-29", "2026-12-13"]);
    await withScope(pool, minted.therapist, testNow, (scope) =>
      moveWithProtocol(scope, { clientId: person.clientId, zone: person.zone, at: testNow }),
    );
    expect(await sittingsOf(minted, person.clientId)).toEqual(first);
  });

  it("moves with the path: a repeated week puts what comes after it a week later", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist, { when: "protocol-weeks", "weeks[]": ["3"], days: "1" });
    await withScope(pool, minted.therapist, testNow, (scope) =>
      decideOnPath(scope, {
        id: randomUUID(),
        clientId: person.clientId,
        change: { kind: "repeat" },
        reason: "The first week was all exams.",
        words: "We live this week once more.",
      }),
    );
    expect((await sittingsOf(minted, person.clientId)).map(({ dueOn }) => dueOn)).toEqual(["2026-12-20"]);
  });

  it("asks both partners of a couple, each with a sitting of their own", async () => {
    const { minted, person, assign } = await ground();
    const partner = await mintClient(pool, minted, { name: "Dario" });
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(couple).values({
        practiceId: minted.practiceId,
        id: randomUUID(),
        firstClientId: person.clientId,
        secondClientId: partner.clientId,
        linkedBy: minted.therapist.accountId,
        linkedAt: testNow,
      }),
    );
    await assign(minted.therapist, { withPartner: "yes" });
    expect(await sittingsOf(minted, person.clientId)).toHaveLength(1);
    expect(await sittingsOf(minted, partner.clientId)).toHaveLength(1);
  });

  it("refuses what cannot be given, with the reason", async () => {
    const { minted, assign } = await ground();
    const unworded = await versionOf(minted, "phq-9");
    await expect(assign(minted.therapist, { "instruments[]": [unworded] })).rejects.toMatchObject({ name: "NotFound" });
    await expect(assign(minted.therapist, { when: "on", on: "2026-11-01" })).rejects.toMatchObject({ name: "Refused" });
  });

  it("is closed to another therapist, to a supervisor, and to a foreign practice", async () => {
    const { minted, person, assign, form } = await ground();
    const foreign = await mintPractice(pool);
    for (const actor of [minted.colleague, minted.supervisor, foreign.therapist, foreign.owner])
      await expect(assign(actor)).rejects.toMatchObject({ name: "NotFound" });
    const mixed = form({ "clients[]": [person.clientId, (await mintClient(pool, foreign)).clientId] });
    await expect(
      withScope(pool, minted.owner, testNow, (scope) => assignInstruments(scope, mixed)),
    ).rejects.toMatchObject({ name: "NotFound" });
    expect(await sittingsOf(minted, person.clientId)).toEqual([]);
    await assign(minted.owner);
    expect(await sittingsOf(minted, person.clientId)).toHaveLength(1);
  });
});

describe("what happens to an assignment afterwards", () => {
  it("ends a rule: open sittings are cancelled, answered ones stay", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist, { when: "every", on: "2026-11-23", every: "1", times: "3", days: "0" });
    const [first] = await sittingsOf(minted, person.clientId);
    if (!first?.assignmentId) throw new Error("nothing laid out");
    const { assignmentId } = first;
    await answer(minted, person, first.id);
    for (const actor of [minted.colleague, minted.supervisor])
      await expect(
        withScope(pool, actor, testNow, (scope) => cancelAssignment(scope, assignmentId)),
      ).rejects.toMatchObject({ name: "NotFound" });
    const end = () => withScope(pool, minted.therapist, testNow, (scope) => cancelAssignment(scope, assignmentId));
    expect(await end()).toEqual({ cancelled: 2 });
    expect(await end()).toEqual({ cancelled: 0 });
    const ended = await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.select({ by: assignment.endedBy }).from(assignment).where(eq(assignment.id, assignmentId)),
    );
    expect(ended).toEqual([{ by: minted.therapist.accountId }]);
  });

  it("voids sent answers only with a reason, which is sealed", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(minted, person.clientId);
    const id = sitting?.id ?? "";
    await answer(minted, person, id);
    const withdraw = (reason: string, actor: StaffActor = minted.therapist) =>
      withScope(pool, actor, testNow, (scope) => withdrawAssessment(scope, { assessmentId: id, reason }));
    await expect(withdraw("  ")).rejects.toMatchObject({ name: "Refused" });
    await expect(withdraw("Mine", minted.colleague)).rejects.toMatchObject({ name: "NotFound" });
    expect(await withdraw("The wrong person answered")).toBe("voided");
    const [kept] = await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx
        .select({ reason: assessmentWithdrawal.reasonSealed })
        .from(assessmentWithdrawal)
        .where(eq(assessmentWithdrawal.assessmentId, id)),
    );
    expect(kept?.reason).toMatch(/^s1\./);
    expect(await audits(minted, "assessments.voided")).toBe(1);
  });

  it("moves an open sitting and never a sent one, and records a reminder", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(minted, person.clientId);
    const assessmentId = sitting?.id ?? "";
    const move = (actor: StaffActor, dueOn = "2026-12-01") =>
      withScope(pool, actor, testNow, (scope) =>
        rescheduleAssessment(scope, { assessmentId, opensOn: "2026-11-23", dueOn, expiresOn: null }),
      );
    await expect(move(minted.colleague)).rejects.toMatchObject({ name: "NotFound" });
    await expect(move(minted.therapist, "2026-11-01")).rejects.toMatchObject({ name: "Refused" });
    await move(minted.therapist);
    expect(await sittingsOf(minted, person.clientId)).toMatchObject([{ dueOn: "2026-12-01" }]);
    const remind = () => withScope(pool, minted.therapist, testNow, (scope) => remindOfAssessment(scope, assessmentId));
    expect([await remind(), await remind()]).toEqual(["queued", "known"]);
    await answer(minted, person, assessmentId);
    await expect(move(minted.therapist)).rejects.toMatchObject({ name: "Refused" });
  });

  it("marks what was read and talked about, by the client's own therapist alone", async () => {
    const { minted, person, assign } = await ground();
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(minted, person.clientId);
    const assessmentId = sitting?.id ?? "";
    const mark = (actor: StaffActor) =>
      withScope(pool, actor, testNow, (scope) => markAssessment(scope, { assessmentId, mark: "discussed" }));
    await expect(mark(minted.therapist)).rejects.toMatchObject({ name: "Refused" });
    await answer(minted, person, assessmentId);
    await expect(mark(minted.supervisor)).rejects.toMatchObject({ name: "NotFound" });
    await mark(minted.therapist);
    await mark(minted.therapist);
    expect(await audits(minted, "assessments.discussed")).toBe(1);
  });
});

async function itemsOf(minted: MintedPractice): Promise<string[]> {
  const [row] = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ definition: instrumentVersion.definition })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, "distance-moves"))),
  );
  return parseInstrument(row?.definition)
    .items.filter(({ kind }) => kind === "choice")
    .map(({ id }) => id);
}

async function answer(minted: MintedPractice, person: Awaited<ReturnType<typeof mintClient>>, assessmentId: string) {
  for (const itemId of await itemsOf(minted))
    await withScope(pool, person, testNow, (scope) =>
      saveAnswer(scope, { assessmentId, itemId, form: "now", value: "1" }),
    );
  await withScope(pool, person, testNow, (scope) => submitAssessment(scope, assessmentId));
}
