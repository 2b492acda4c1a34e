import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { remindOfAssessment, rescheduleAssessment } from "@/db/commands/assessments/reschedule-assessment";
import { markAssessment } from "@/db/commands/assessments/review-assessment";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { cancelAssignment, withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { assigningGround, audits, sittingsOf } from "@/db/testing/assigning";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, type mintClient, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { parseInstrument } from "@/lib/assessments/instrument";

const pool = testPool();

describe("what happens to an assignment afterwards", () => {
  it("ends a rule: open sittings are cancelled, answered ones stay", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist, { when: "every", on: "2026-11-23", every: "1", times: "3", days: "0" });
    const [first] = await sittingsOf(pool, minted, person.clientId);
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
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(pool, minted, person.clientId);
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
    expect(await audits(pool, minted, "assessments.voided")).toBe(1);
  });

  it("moves an open sitting and never a sent one, and records a reminder", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(pool, minted, person.clientId);
    const assessmentId = sitting?.id ?? "";
    const move = (actor: StaffActor, dueOn = "2026-12-01") =>
      withScope(pool, actor, testNow, (scope) =>
        rescheduleAssessment(scope, { assessmentId, opensOn: "2026-11-23", dueOn, expiresOn: null }),
      );
    await expect(move(minted.colleague)).rejects.toMatchObject({ name: "NotFound" });
    await expect(move(minted.therapist, "2026-11-01")).rejects.toMatchObject({ name: "Refused" });
    await move(minted.therapist);
    expect(await sittingsOf(pool, minted, person.clientId)).toMatchObject([{ dueOn: "2026-12-01" }]);
    const remind = () => withScope(pool, minted.therapist, testNow, (scope) => remindOfAssessment(scope, assessmentId));
    expect([await remind(), await remind()]).toEqual(["queued", "known"]);
    const shut = { assessmentId, opensOn: "2026-11-20", dueOn: "2026-11-21", expiresOn: "2026-11-22" };
    await withScope(pool, minted.therapist, testNow, (scope) => rescheduleAssessment(scope, shut));
    await expect(remind()).rejects.toThrow("Move the last day first.");
    const ahead = { assessmentId, opensOn: "2026-11-24", dueOn: "2026-12-01", expiresOn: null };
    await withScope(pool, minted.therapist, testNow, (scope) => rescheduleAssessment(scope, ahead));
    await expect(remind()).rejects.toThrow("not open yet");
    await move(minted.therapist);
    await answer(minted, person, assessmentId);
    await expect(move(minted.therapist)).rejects.toMatchObject({ name: "Refused" });
  });

  it("marks what was read and talked about, by the client's own therapist alone", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist);
    const [sitting] = await sittingsOf(pool, minted, person.clientId);
    const assessmentId = sitting?.id ?? "";
    const mark = (actor: StaffActor) =>
      withScope(pool, actor, testNow, (scope) => markAssessment(scope, { assessmentId, mark: "discussed" }));
    await expect(mark(minted.therapist)).rejects.toMatchObject({ name: "Refused" });
    await answer(minted, person, assessmentId);
    await expect(mark(minted.supervisor)).rejects.toMatchObject({ name: "NotFound" });
    await mark(minted.therapist);
    await mark(minted.therapist);
    expect(await audits(pool, minted, "assessments.discussed")).toBe(1);
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
