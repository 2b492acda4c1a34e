import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientSteps, getCourses } from "@/db/queries/clients/client-steps";
import { viewLink } from "@/db/queries/identity/link";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import { createInvitation } from "../identity/create-invitation";
import { beginCourse } from "./begin-course";
import { enrolClient } from "./enrol-client";
import { revokeInvitation } from "./revoke-invitation";

const pool = testPool();

async function home() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-09" });
  const { clientId } = ines;
  const as = <T>(run: Parameters<typeof withScope<typeof practice.therapist, T>>[3]) =>
    withScope(pool, practice.therapist, testNow, run);
  const begin = (startDate = "2026-11-23", id = randomUUID()) =>
    as((scope) => beginCourse(scope, { id, clientId, startDate, reason: "She comes back after a year." }));
  const baselines = () =>
    as(({ tx }) =>
      tx
        .select({ dueOn: assessment.dueOn, sentAt: assessment.submittedAt, withdrawn: assessmentWithdrawal.id })
        .from(assessment)
        .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
        .where(and(eq(assessment.clientId, clientId), eq(assessment.occasion, "five-dimensions:week-0")))
        .orderBy(assessment.assignedAt),
    );
  return { practice, ines, clientId, as, begin, baselines };
}

describe("a second course", () => {
  it("is on the same record: the weeks before end and stay readable, and everything is asked for anew", async () => {
    const { practice, ines, clientId, as, begin, baselines } = await home();
    await logAttempt(pool, ines);
    const first = await as((scope) => enrolmentOf(scope, clientId));
    await begin();
    const path = await as((scope) => enrolmentOf(scope, clientId));
    expect(path).toMatchObject({ plannedStart: "2026-11-23", decisions: [] });
    expect(path?.id).not.toBe(first?.id);
    const courses = await as((scope) => getCourses(scope, clientId));
    expect(courses.map(({ startDate, logged }) => [startDate, logged])).toEqual([
      ["2026-11-09", 1],
      ["2026-11-23", 0],
    ]);
    expect(await as((scope) => getClientSteps(scope, clientId))).toMatchObject([
      { kind: "course-begun", reason: "She comes back after a year.", by: practice.therapist.name },
    ]);
    const asked = await baselines();
    expect(asked.map(({ dueOn, withdrawn }) => [dueOn, withdrawn !== null])).toEqual([
      ["2026-11-09", true],
      ["2026-11-23", false],
    ]);
  });

  it("keeps its own measures when its path moves: an answer of before is none in it", async () => {
    const { practice, clientId, as, begin, baselines } = await home();
    await as(({ tx }) =>
      tx
        .update(assessment)
        .set({ startedAt: testNow, submittedAt: testNow, localDate: "2026-11-10" })
        .where(and(eq(assessment.clientId, clientId), eq(assessment.occasion, "five-dimensions:week-0"))),
    );
    await begin();
    await decide(pool, practice.therapist, clientId, { kind: "end", followUps: false });
    const [before, now] = await baselines();
    expect(before?.sentAt).not.toBeNull();
    expect(now).toMatchObject({ dueOn: "2026-11-23", sentAt: null });
  });

  it("begins once, however often the form is sent; not in the past, and not before the one that runs", async () => {
    const { clientId, as, begin } = await home();
    const id = randomUUID();
    await begin("2026-11-30", id);
    await begin("2026-11-30", id);
    expect(await as((scope) => getCourses(scope, clientId))).toHaveLength(2);
    await expect(begin("2026-11-25")).rejects.toMatchObject({ name: "Refused" });
    await expect(begin("2036-11-30")).rejects.toMatchObject({ fields: { again: "2036-11-30" } });
  });

  it("is not begun for one of two who are linked", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const begun = withScope(pool, practice.therapist, testNow, (scope) =>
      beginCourse(scope, { id: randomUUID(), clientId: ines.clientId, startDate: "2026-12-07", reason: "Mine" }),
    );
    await expect(begun).rejects.toMatchObject({ name: "Refused", message: expect.not.stringMatching(/link|partner/) });
  });
});

describe("the same address", () => {
  const form = (email: string, therapistId: string) => ({
    ...{ id: randomUUID(), name: "Hanna", pronouns: null, email, zone: "Europe/London", region: null },
    ...{ addressSafety: "unknown" as const, therapistId, partnerName: null, startDate: "2026-11-23", versionId: null },
  });

  it("is told apart for whoever reaches that client, and reads like any other to everybody else", async () => {
    const { practice, as } = await home();
    const hanna = form(`${randomUUID()}@same.example`, practice.therapist.accountId);
    await as((scope) => enrolClient(scope, hanna));
    await expect(as((scope) => enrolClient(scope, { ...hanna, id: randomUUID() }))).rejects.toThrow(
      /already your client Hanna, record 2/,
    );
    const { colleague } = practice;
    const other = { ...hanna, id: randomUUID(), therapistId: colleague.accountId };
    const tried = withScope(pool, colleague, testNow, (scope) => enrolClient(scope, other));
    await expect(tried).rejects.toMatchObject({ message: "The e-mail address cannot be used." });
  });
});

describe("an invitation", () => {
  it("is taken back with a reason, opens nothing any more, and can be made anew", async () => {
    const { ines, clientId, as } = await home();
    const { token } = await as((scope) => createInvitation(scope, { accountId: ines.accountId }));
    const step = { id: randomUUID(), clientId, reason: "Wrong person." };
    await as((scope) => revokeInvitation(scope, step));
    await as((scope) => revokeInvitation(scope, step));
    expect(await viewLink(pool, token, "invitation", testNow)).toBeUndefined();
    expect(await as((scope) => getClientSteps(scope, clientId))).toMatchObject([
      { kind: "invitation-revoked", reason: "Wrong person." },
    ]);
    const again = await as((scope) => createInvitation(scope, { accountId: ines.accountId }));
    expect(await viewLink(pool, again.token, "invitation", testNow)).toBeDefined();
  });
});
