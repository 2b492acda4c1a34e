import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { changeRule, changeRuleForm } from "@/db/commands/assessments/change-rule";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { cancelAssignment } from "@/db/commands/assessments/withdraw-assessment";
import { connect } from "@/db/connect";
import { getClientRule } from "@/db/queries/assessments/assignment-rule";
import { assessment, assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { assignmentChange } from "@/db/schema/assignment-change";
import { auditEntry } from "@/db/schema/audit";
import { withScope } from "@/db/scope";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { ruleForm } from "@/lib/assessments/rule-change";
import { extendSchedules } from "@/runtime/worker/extend-schedules";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const daysLater = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

async function ground(given: Record<string, unknown> = {}) {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const at = { practiceId: minted.practiceId, clientId: person.clientId };
  const inPractice = <T>(run: Parameters<typeof withScope<typeof minted.system, T>>[3]) =>
    withScope(pool, minted.system, testNow, run);
  const [version] = await inPractice(({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, at.practiceId), eq(instrumentVersion.key, "distance-moves"))),
  );
  const form = assignForm.parse({
    id: randomUUID(),
    "clients[]": [person.clientId],
    "instruments[]": [version?.id],
    when: "every",
    on: "2026-11-23",
    every: "1",
    times: "4",
    days: "0",
    ...given,
  });
  await withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, form));
  const [rule] = await inPractice(({ tx }) =>
    tx
      .select()
      .from(assignment)
      .where(and(eq(assignment.practiceId, at.practiceId), eq(assignment.clientId, at.clientId))),
  );
  if (!rule) throw new Error("no rule");
  const sittings = () =>
    inPractice(({ tx }) =>
      tx
        .select({
          id: assessment.id,
          opensOn: assessment.opensOn,
          dueOn: assessment.dueOn,
          gone: assessmentWithdrawal.kind,
        })
        .from(assessment)
        .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
        .where(and(eq(assessment.practiceId, at.practiceId), eq(assessment.assignmentId, rule.id)))
        .orderBy(asc(assessment.dueOn)),
    );
  const change = (actor: StaffActor, words: Record<string, unknown>, now = testNow) =>
    withScope(pool, actor, now, (scope) =>
      changeRule(
        scope,
        changeRuleForm.parse({ id: randomUUID(), assignmentId: rule.id, edition: "1", days: "0", ...words }),
      ),
    );
  const due = async () => (await sittings()).flatMap(({ dueOn, gone }) => (gone ? [] : (dueOn ?? [])));
  return { minted, person, rule, at, inPractice, sittings, due, change };
}

const begin = (person: ClientActor, assessmentId: string, now = testNow) =>
  withScope(pool, person, now, (scope) =>
    saveAnswer(scope, { assessmentId, itemId: "phantom-ex-1", form: "now", value: "1" }),
  );

describe("changing a rule", () => {
  it("leaves the begun occurrence, moves the others as rows that stay themselves, and says who did it", async () => {
    const { minted, person, rule, at, inPractice, sittings, due, change } = await ground();
    const before = await sittings();
    const [first] = before;
    if (!first) throw new Error("nothing laid out");
    await begin(person, first.id);
    await change(minted.therapist, { next: "2026-12-02", every: "2", times: "2", expires: "3" });
    expect(await due()).toEqual(["2026-11-23", "2026-12-02", "2026-12-16"]);
    const after = await sittings();
    expect(new Set(after.map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    expect(after.filter(({ gone }) => gone)).toMatchObject([{ dueOn: "2026-12-14", gone: "cancelled" }]);
    const [kept] = await inPractice(({ tx }) =>
      tx.select().from(assignmentChange).where(eq(assignmentChange.practiceId, at.practiceId)),
    );
    expect(kept).toMatchObject({ assignmentId: rule.id, edition: 2, changedBy: minted.therapist.accountId });
    const audits = await inPractice(({ tx }) =>
      tx
        .select({ action: auditEntry.action })
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, at.practiceId), eq(auditEntry.action, "assessments.rule-changed"))),
    );
    expect(audits).toHaveLength(1);
  });

  it("brings back what an earlier change cut off", async () => {
    const { minted, due, change } = await ground();
    await change(minted.therapist, { next: "2026-11-23", every: "1", times: "1" });
    expect(await due()).toEqual(["2026-11-23"]);
    await change(minted.therapist, { edition: "2", next: "2026-11-23", every: "1", times: "3" });
    expect(await due()).toEqual(["2026-11-23", "2026-11-30", "2026-12-07"]);
  });

  it("sent twenty times at once changes once; from an old page it changes nothing", async () => {
    const { minted, sittings, due, change } = await ground();
    const id = randomUUID();
    const same = { id, next: "2026-11-24", every: "1", times: "2" };
    await Promise.all(Array.from({ length: 20 }, () => change(minted.therapist, same)));
    expect(await due()).toEqual(["2026-11-24", "2026-12-01"]);
    expect(await sittings()).toHaveLength(4);
    await expect(change(minted.therapist, { next: "2027-01-01" })).rejects.toThrow("in the meantime");
    expect(await due()).toEqual(["2026-11-24", "2026-12-01"]);
  });

  it("does not move an occurrence that somebody begins at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { minted, person, sittings, change } = await ground();
      const [first] = await sittings();
      if (!first) throw new Error("nothing laid out");
      const [begun] = await Promise.allSettled([
        begin(person, first.id),
        change(minted.therapist, { next: "2026-11-24", every: "1", times: "4" }),
      ]);
      const row = (await sittings()).find(({ id }) => id === first.id);
      if (begun.status === "fulfilled") expect(row).toMatchObject({ dueOn: "2026-11-23", opensOn: "2026-11-23" });
      else expect(row).toMatchObject({ dueOn: "2026-11-24" });
    }
  });

  it("weeks of the protocol: what is answered is not asked again, what was left out comes back", async () => {
    const { minted, due, change } = await ground({ when: "protocol-weeks", "weeks[]": ["1", "3"], days: "2" });
    expect(await due()).toEqual(["2026-11-29", "2026-12-13"]);
    await change(minted.therapist, { "weeks[]": ["3", "5"] });
    expect(await due()).toEqual(["2026-12-13", "2026-12-27"]);
    await change(minted.therapist, { edition: "2", "weeks[]": ["1", "3", "5"] });
    expect(await due()).toEqual(["2026-11-29", "2026-12-13", "2026-12-27"]);
  });

  it("is previewed as it is then done, and the preview changes nothing and is recorded as read", async () => {
    const { minted, person, rule, due, change } = await ground();
    const asked = { next: "2026-11-25", every: "3", times: "2", days: "0" };
    const { preview } = await withScope(pool, minted.therapist, testNow, (scope) =>
      getClientRule(scope, { clientId: person.clientId, assignmentId: rule.id, form: ruleForm.parse(asked) }),
    );
    if (!preview || "fault" in preview) throw new Error("no preview");
    const read = (await auditOf(pool, minted.system)).filter(({ action }) => action === "assessments.rule-read");
    expect(read).toMatchObject([{ client_id: person.clientId, actor_id: minted.therapist.accountId }]);
    expect(await due()).toHaveLength(4);
    const { kept, moved, added } = preview.change;
    await change(minted.therapist, asked);
    expect([...kept, ...moved.map(({ to }) => to), ...added].map(({ dueOn }) => dueOn)).toEqual(await due());
  });

  it("is for the client's own therapist and the owner; to everybody else it is not there", async () => {
    const { minted, person, rule, change } = await ground();
    const elsewhere = await mintPractice(pool);
    for (const actor of [minted.colleague, minted.supervisor, elsewhere.owner]) {
      await expect(change(actor, { next: "2026-11-24" })).rejects.toMatchObject({ name: "NotFound" });
      await expect(
        withScope(pool, actor, testNow, (scope) =>
          getClientRule(scope, { clientId: person.clientId, assignmentId: rule.id, form: null }),
        ),
      ).rejects.toMatchObject({ name: "NotFound" });
    }
    await change(minted.owner, { next: "2026-11-24" });
    await withScope(pool, minted.therapist, testNow, (scope) => cancelAssignment(scope, rule.id));
    await expect(change(minted.owner, { edition: "2", next: "2026-11-25" })).rejects.toThrow("ended");
  });

  it("ending takes back what nobody has touched and leaves what is begun", async () => {
    const { minted, person, rule, sittings, due } = await ground();
    const [first] = await sittings();
    if (!first) throw new Error("nothing laid out");
    await begin(person, first.id);
    const { cancelled } = await withScope(pool, minted.therapist, testNow, (scope) => cancelAssignment(scope, rule.id));
    expect(cancelled).toBe(3);
    expect(await due()).toEqual(["2026-11-23"]);
  });
});

describe("a rule until it is ended", () => {
  it("is laid out a season ahead, and the worker carries it on, once however often it looks", async () => {
    const { minted, rule, due } = await ground({ ends: "never", every: "4" });
    expect(await due()).toEqual(["2026-11-23", "2026-12-21", "2027-01-18", "2027-02-15"]);
    expect(await extendSchedules(workers, minted.system, daysLater(1))).toBe(0);
    await Promise.all([1, 2, 3].map(() => extendSchedules(workers, minted.system, daysLater(40))));
    expect(await due()).toEqual(["2026-11-23", "2026-12-21", "2027-01-18", "2027-02-15", "2027-03-15"]);
    expect(await extendSchedules(workers, minted.system, daysLater(40))).toBe(0);
    const broken = await mintClient(pool, minted);
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(assignment).values({
        ...rule,
        id: "00000000-0000-4000-8000-000000000000",
        clientId: broken.clientId,
        answerWindow: {} as never,
      }),
    );
    await expect(extendSchedules(workers, minted.system, daysLater(80))).rejects.toThrow(RangeError);
    expect((await due()).at(-1)).toBe("2027-04-12");
    await withScope(pool, minted.therapist, daysLater(81), (scope) => cancelAssignment(scope, rule.id));
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.update(assignment).set({ endedAt: testNow }).where(eq(assignment.practiceId, minted.practiceId)),
    );
    expect(await extendSchedules(workers, minted.system, daysLater(400))).toBe(0);
  });
});
