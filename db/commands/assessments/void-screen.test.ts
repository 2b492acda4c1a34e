import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { getGate } from "@/db/queries/safety/safety-gate";
import { assessment } from "@/db/schema/assessments";
import { safetyScreen } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";

const pool = testPool();

async function ground() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const { practiceId } = minted;
  const { clientId } = person;
  const screens = () =>
    withScope(pool, minted.system, testNow, ({ tx }) =>
      tx
        .select({ id: safetyScreen.id })
        .from(safetyScreen)
        .where(and(eq(safetyScreen.practiceId, practiceId), eq(safetyScreen.clientId, clientId))),
    );
  const screened = (outcome: "stop" | "concern") =>
    withScope(pool, minted.system, testNow, async ({ tx }) => {
      const [one] = await tx.select({ id: assessment.id }).from(assessment).where(eq(assessment.clientId, clientId));
      await tx.insert(safetyScreen).values({ practiceId, id: one?.id ?? "", clientId, outcome, answeredAt: testNow });
    });
  const gate = () => withScope(pool, minted.therapist, testNow, (scope) => getGate(scope, clientId));
  const takeBack = async () => {
    for (const { id } of await screens())
      await withScope(pool, minted.therapist, testNow, (scope) =>
        withdrawAssessment(scope, { assessmentId: id, reason: "The partner answered." }),
      );
  };
  return { minted, person, screened, gate, takeBack };
}

describe("a safety screen that the wrong person answered", () => {
  it("opens nothing any more: a clearance that leant on it falls", async () => {
    const { minted, person, gate, takeBack } = await ground();
    await openGate(pool, minted, person);
    expect((await gate()).state).toBe("clear");
    await takeBack();
    expect(await gate()).toMatchObject({ state: "not-screened", awaits: "screen" });
  });

  it.each(["stop", "concern"] as const)("keeps a %s that it warned of", async (outcome) => {
    const { screened, gate, takeBack } = await ground();
    await screened(outcome);
    expect((await gate()).state).toBe(outcome);
    await takeBack();
    expect((await gate()).state).toBe(outcome);
  });
});
