import { and, eq, isNull, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getCorrections } from "@/db/queries/clients/corrections";
import { assessment } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import { correctStart } from "./correct-start";

const pool = testPool();

async function home(startDate: string) {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate });
  const { clientId } = ines;
  const move = (to: string, again?: string) =>
    withScope(pool, practice.therapist, testNow, (scope) =>
      correctStart(scope, { clientId, startDate: to, again, reason: "The year was mistyped." }),
    );
  const due = () =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({ occasion: assessment.occasion, dueOn: assessment.dueOn })
        .from(assessment)
        .where(and(eq(assessment.clientId, clientId), isNull(assessment.assignmentId))),
    );
  return { practice, ines, clientId, move, due };
}

describe("a start date that was mistyped", () => {
  it("moves with everything that was asked for, and keeps what it was and why", async () => {
    const { practice, clientId, move, due } = await home("2006-11-23");
    await move("2026-11-30");
    const { enrolment, history } = await withScope(pool, practice.therapist, testNow, async (scope) => ({
      enrolment: (await getClientHeader(scope, clientId)).enrolment,
      history: await getCorrections(scope, clientId),
    }));
    expect(enrolment?.startDate).toBe("2026-11-30");
    expect(history).toMatchObject([
      { field: "start-date", before: "2006-11-23", after: "2026-11-30", reason: "The year was mistyped." },
    ]);
    const days = new Map((await due()).map(({ occasion, dueOn }) => [occasion, dueOn]));
    expect([...days.values()].every((day) => day !== null && day >= "2026-11-29")).toBe(true);
    expect([...days].find(([occasion]) => occasion.includes(":check-"))?.[1]).toBe("2026-12-06");
    expect(days.get("five-dimensions:week-0")).toBe("2026-11-30");
  });

  it("asks back about a day that is far off, and takes it when it is sent once more", async () => {
    const { practice, clientId, move } = await home("2026-11-30");
    await expect(move("2036-11-30")).rejects.toMatchObject({ name: "Refused", fields: { again: "2036-11-30" } });
    await move("2036-11-30", "2036-11-30");
    const header = await withScope(pool, practice.therapist, testNow, (scope) => getClientHeader(scope, clientId));
    expect(header.enrolment?.startDate).toBe("2036-11-30");
  });

  it("stays where weeks were lived or something was decided", async () => {
    const lived = await home("2026-11-16");
    await logAttempt(pool, lived.ines);
    await expect(lived.move("2026-11-23")).rejects.toMatchObject({ message: expect.stringContaining("Begin again") });
    const decided = await home("2026-11-16");
    await decide(pool, decided.practice.therapist, decided.clientId, { kind: "hold" });
    await expect(decided.move("2026-11-23")).rejects.toMatchObject({ message: expect.stringContaining("decided") });
  });

  it("stays where the weeks are two people's, without saying so", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const moved = withScope(pool, practice.therapist, testNow, (scope) =>
      correctStart(scope, { clientId: ines.clientId, startDate: "2026-12-07", reason: "Mine" }),
    );
    await expect(moved).rejects.toMatchObject({ name: "Refused", message: expect.not.stringMatching(/link|partner/) });
  });

  it("leaves what was answered where it is", async () => {
    const { practice, clientId, move, due } = await home("2026-11-23");
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .update(assessment)
        .set({ startedAt: testNow, submittedAt: testNow, localDate: "2026-11-23" })
        .where(and(eq(assessment.clientId, clientId), like(assessment.occasion, "five-dimensions:week-0"))),
    );
    await move("2026-12-07");
    const days = new Map((await due()).map(({ occasion, dueOn }) => [occasion, dueOn]));
    expect(days.get("five-dimensions:week-0")).toBe("2026-11-23");
    expect(days.get("five-dimensions:week-5")).toBe("2027-01-10");
  });
});
