import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerCheck } from "@/db/commands/safety/answer-check";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { decide } from "@/db/testing/protocol";
import { meanwhile } from "@/db/testing/race";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor } from "@/lib/actor";
import { placesIn } from "@/lib/assessments/asked-forms";
import { parseInstrument } from "@/lib/assessments/instrument";
import { releaseDimensions } from "./release-dimensions";
import { saveAnswer } from "./save-answer";
import { submitAssessment } from "./submit-assessment";
import { withdrawAssessment } from "./withdraw-assessment";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

/** A client with a sitting that is answered to the last question and not sent. */
async function answered(key: string) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const [sitting] = await as(practice.system, ({ tx }) =>
    tx
      .select({ id: assessment.id, definition: instrumentVersion.definition })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(and(eq(assessment.clientId, client.clientId), eq(instrumentVersion.key, key)))
      .orderBy(assessment.opensOn)
      .limit(1),
  );
  const assessmentId = sitting?.id ?? "";
  const places = placesIn(parseInstrument(sitting?.definition));
  for (const { item, form } of places)
    if (item.kind === "choice")
      await as(client, (scope) => saveAnswer(scope, { assessmentId, itemId: item.id, form, value: "1" }));
  const { therapist, system } = practice;
  const stands = () =>
    as(system, async ({ tx }) => {
      const [row] = await tx
        .select({ sentAt: assessment.submittedAt, withdrawn: assessmentWithdrawal.kind })
        .from(assessment)
        .leftJoin(assessmentWithdrawal, eq(assessmentWithdrawal.assessmentId, assessment.id))
        .where(eq(assessment.id, assessmentId));
      return row;
    });
  return { practice, client, therapist, assessmentId, item: places[0]?.item.id ?? "", stands };
}

describe("a sitting that is taken back while something else is done with it", () => {
  const reason = "The wrong person answered";

  it("is taken back once, however often the form is sent at the same moment", async () => {
    const { therapist, assessmentId, stands } = await answered("distance-moves");
    const withdraw = () => as(therapist, (scope) => withdrawAssessment(scope, { assessmentId, reason }));
    expect(new Set(await Promise.all(Array.from({ length: 20 }, withdraw)))).toEqual(new Set(["cancelled"]));
    expect(await stands()).toEqual({ sentAt: null, withdrawn: "cancelled" });
  });

  it("is neither answered nor sent any more", async () => {
    const { client, therapist, assessmentId, item, stands } = await answered("distance-moves");
    const attempts: ((scope: Scope<typeof client>) => Promise<unknown>)[] = [
      (scope) => submitAssessment(scope, assessmentId),
      (scope) => saveAnswer(scope, { assessmentId, itemId: item, form: "now", value: "2" }),
    ];
    const both = () => Promise.allSettled(attempts.map((attempt) => as(client, attempt)));
    const taking = (scope: Scope<typeof therapist>) => withdrawAssessment(scope, { assessmentId, reason });
    const met = await meanwhile(pool, therapist, testNow, taking, both);
    const gone = { status: "rejected", reason: { name: "NotFound" } };
    expect(met).toMatchObject({ value: [gone, gone] });
    expect(await stands()).toEqual({ sentAt: null, withdrawn: "cancelled" });
  });

  it("is not shown to the client", async () => {
    const { client, therapist, assessmentId } = await answered("five-dimensions");
    await as(client, (scope) => submitAssessment(scope, assessmentId));
    const taking = (scope: Scope<typeof therapist>) => withdrawAssessment(scope, { assessmentId, reason });
    const releasing = () =>
      as(therapist, (scope) => releaseDimensions(scope, { assessmentId, decision: "released" as const }));
    const met = await meanwhile(pool, therapist, testNow, taking, releasing);
    expect(met).toMatchObject({ status: "rejected", reason: { name: "NotFound" } });
  });

  it("does not keep a decision about the path from being kept", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice, { startDate: "2026-11-02" });
    const later = await as(practice.system, ({ tx }) =>
      tx
        .select({ id: assessment.id })
        .from(assessment)
        .where(and(eq(assessment.clientId, client.clientId), eq(assessment.weekNumber, 10))),
    );
    const taking = async (scope: Scope<typeof practice.therapist>) => {
      for (const { id } of later) await withdrawAssessment(scope, { assessmentId: id, reason });
    };
    const ending = () => decide(pool, practice.therapist, client.clientId, { kind: "end", followUps: false });
    expect(await meanwhile(pool, practice.therapist, testNow, taking, ending)).toMatchObject({ status: "fulfilled" });
  });
});

describe("a client who answers while the therapist opens the gate", () => {
  it("waits for the other, and neither is thrown out", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    await openGate(pool, practice, client);
    const { assessmentId } = await as(practice.therapist, (scope) => askSafetyCheck(scope, client));
    const reason = "We talked alone for half an hour and she feels safe.";
    const clear = () =>
      as(practice.therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talk: talkedAlone }));
    const { sittingId, questions } = await checkSteps(pool).open(client, assessmentId);
    const afraid = questions.find(({ id }) => id.startsWith("fear"))?.id ?? "";
    const save = (itemId: string, value: string) => (scope: Scope<typeof client>) =>
      answerCheck(scope, { sittingId, itemId, form: "now", value });
    // The second answer opens a safety event, for which the client's row is held.
    const met = await meanwhile(pool, client, testNow, save(afraid, "0"), clear, save(afraid, "2"));
    expect(met.status).toBe("fulfilled");
  });
});
