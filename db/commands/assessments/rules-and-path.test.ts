import { randomUUID } from "node:crypto";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { connect } from "@/db/connect";
import { assessment, assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { consent } from "@/db/schema/clients";
import { accessDecision } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide } from "@/db/testing/protocol";
import { assignForm } from "@/lib/assessments/assign-form";
import { extendSchedules } from "@/runtime/worker/extend-schedules";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (days: number, minutes = 0) => new Date(testNow.getTime() + days * 86_400_000 + minutes * 60_000);

/** A client of today with one rule: every week without an end, unless told otherwise. */
async function ground(given: Record<string, unknown> = {}) {
  const practice = await mintPractice(pool);
  const person = await mintClient(pool, practice);
  const { practiceId, system, therapist } = practice;
  const inPractice = <T>(run: Parameters<typeof withScope<typeof system, T>>[3]) =>
    withScope(pool, system, testNow, run);
  const assign = async (words: Record<string, unknown>, at = testNow) => {
    const [version] = await inPractice(({ tx }) =>
      tx
        .select({ id: instrumentVersion.id })
        .from(instrumentVersion)
        .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, "distance-moves"))),
    );
    const whom = { id: randomUUID(), "clients[]": [person.clientId], "instruments[]": [version?.id], days: "0" };
    await withScope(pool, therapist, at, (scope) => assignInstruments(scope, assignForm.parse({ ...whom, ...words })));
  };
  await assign({ when: "every", on: "2026-11-23", every: "1", ends: "never", ...given });
  const rows = (gone: boolean) =>
    inPractice(({ tx }) =>
      tx
        .select({
          id: assessment.id,
          dueOn: assessment.dueOn,
          occasion: assessment.occasion,
          attempt: assessment.attempt,
        })
        .from(assessment)
        .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
        .where(
          and(
            eq(assessment.practiceId, practiceId),
            isNotNull(assessment.assignmentId),
            (gone ? isNotNull : isNull)(assessmentWithdrawal.id),
          ),
        )
        .orderBy(asc(assessment.dueOn)),
    );
  const due = async () => (await rows(false)).map(({ dueOn }) => dueOn ?? "");
  const end = (at = testNow, followUps = false) =>
    decide(pool, therapist, person.clientId, { kind: "end", followUps }, { at });
  const undo = (undoes: string, at: Date) => decide(pool, therapist, person.clientId, { kind: "undo", undoes }, { at });
  const tick = (at: Date) => extendSchedules(workers, system, at);
  return { practice, person, inPractice, assign, rows, due, end, undo, tick };
}

describe("a rule without an end, once the enrolment has ended", () => {
  it("stops by itself, and no worker lays it out again", async () => {
    const { practice, rows, due, end, tick, inPractice } = await ground();
    expect(await due()).toHaveLength(13);
    await end(later(8));
    expect(await due()).toEqual(["2026-11-23", "2026-11-30"]);
    expect(await rows(true)).toHaveLength(11);
    await tick(later(8, 5));
    await tick(later(200));
    expect(await due()).toHaveLength(2);
    const trail = await inPractice(({ tx }) =>
      tx
        .select({ by: auditEntry.actorId })
        .from(auditEntry)
        .where(eq(auditEntry.action, "assessments.stopped-with-path")),
    );
    expect(trail).toEqual([{ by: practice.therapist.accountId }]);
  });

  it("goes on as it was when the end is undone, without what a person had cancelled, and stops again with the next", async () => {
    const { practice, rows, due, end, undo } = await ground();
    const before = await due();
    const third = (await rows(false))[2] ?? expect.unreachable();
    await withScope(pool, practice.therapist, testNow, (scope) =>
      withdrawAssessment(scope, { assessmentId: third.id, reason: "" }),
    );
    const ended = await end(later(1));
    expect(await due()).toEqual(before.slice(0, 1));
    await undo(ended, later(1, 5));
    expect(await due()).toEqual(before.filter((day) => day !== third.dueOn));
    const again = await end(later(2));
    expect(await due()).toEqual(before.slice(0, 1));
    await undo(again, later(2, 5));
    expect(await due()).toEqual(before.filter((day) => day !== third.dueOn));
    const occasions = (await rows(false)).map(({ occasion, attempt }) => `${occasion} ${attempt}`);
    expect(new Set(occasions).size).toBe(occasions.length);
  });

  it("is not stopped when it was asked for afterwards, and a single day stays a plan for that day", async () => {
    const { assign, due, end } = await ground();
    await assign({ when: "on", on: "2027-01-20" });
    await end(later(0, 5));
    expect(await due()).toEqual(["2027-01-20"]);
    await assign({ when: "every", on: "2026-12-07", every: "4", ends: "never" }, later(1));
    expect((await due()).slice(0, 2)).toEqual(["2026-12-07", "2027-01-04"]);
  });

  it("takes what follows the protocol or has a number with it", async () => {
    const weeks = await ground({ when: "protocol-weeks", on: undefined, "weeks[]": ["1", "6"] });
    await weeks.end(later(8));
    expect(await weeks.due()).toEqual(["2026-11-29"]);
    const six = await ground({ ends: "times", times: "6" });
    await six.end(later(8));
    expect(await six.due()).toEqual(["2026-11-23", "2026-11-30"]);
  });
});

describe("a rule without an end, beside a path that is lived to its end", () => {
  it("goes on through the follow-ups and no further", async () => {
    const { due, tick, inPractice } = await ground({ every: "4" });
    for (let days = 0; days <= 300; days += 20) await tick(later(days));
    const all = await due();
    expect(all.at(-1)).toBe("2027-04-12");
    const [rule] = await inPractice(({ tx }) => tx.select({ through: assignment.scheduledThrough }).from(assignment));
    expect(rule?.through).toBeNull();
  });
});

describe("a rule without an end, when the client no longer takes part", () => {
  it("is laid out no further without access or consent, and again from the day they are back", async () => {
    const { practice, person, inPractice, due, tick } = await ground();
    const { practiceId } = practice;
    const scheduled = await due();
    const access = (decision: "withdrawn" | "restored", at: Date) =>
      inPractice(({ tx }) =>
        tx.insert(accessDecision).values({
          practiceId,
          id: randomUUID(),
          accountId: person.accountId,
          decision,
          decidedBy: practice.owner.accountId,
          decidedAt: at,
        }),
      );
    const agreement = (decision: "withdrawn" | "agreed", decidedAt: Date) =>
      inPractice(({ tx }) => {
        const row = { practiceId, id: randomUUID(), clientId: person.clientId, document: "portal", version: 1 };
        return tx.insert(consent).values({ ...row, decision, decidedAt });
      });
    await access("withdrawn", later(1));
    await tick(later(60));
    expect(await due()).toEqual(scheduled);
    await access("restored", later(61));
    await agreement("withdrawn", later(62));
    await tick(later(63));
    expect(await due()).toEqual(scheduled);
    await agreement("agreed", later(64));
    await tick(later(65));
    expect((await due()).length).toBeGreaterThan(scheduled.length);
  });
});
