import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getGate } from "@/db/queries/safety/safety-gate";
import { type Scope, withScope } from "@/db/scope";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import { getSharedClass } from "@/db/testing/shared-class";
import { kindsOf } from "@/db/testing/signals";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import { askSafetyCheck } from "./ask-check";
import { clearGate, type TalkAlone } from "./decide-gate";

const pool = testPool();
const check = checkSteps(pool);
const reason = "We talked alone for half an hour and she feels safe.";
const at = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

/** A couple, and one of them in the middle of the safety questions. */
async function inTheMiddle() {
  const { practice, ines, dario } = await linkedCouple(pool);
  const { therapist } = practice;
  const ask = (person: ClientActor, now: Date) => as(therapist, (scope) => askSafetyCheck(scope, person), now);
  const { assessmentId } = await ask(ines, at(0));
  const { sittingId, questions } = await check.open(ines, assessmentId, at(0));
  const [afraid = ""] = questions.map(({ id }) => id).filter((id) => id.startsWith("fear"));
  return {
    fear: (value: number, now: Date) => check.answer(ines, sittingId, afraid, value, now),
    answerCalmly: (now: Date) => check.sit(ines, assessmentId, { now }),
    clear: (now: Date, talk: TalkAlone | null = talkedAlone) =>
      as(therapist, (scope) => clearGate(scope, { clientId: ines.clientId, reason, talk }), now),
    gates: async (now: Date) => ({
      own: (await as(therapist, (scope) => getGate(scope, ines.clientId), now)).state,
      partner: await as(dario, (scope) => getSharedClass(scope, dario.clientId), now),
      caseload: kindsOf(
        (await as(therapist, getCaseloadFacts, now)).find((one) => one.clientId === ines.clientId),
      ).includes("safety-event"),
    }),
  };
}

describe("a stop answer that is taken back before the rest is sent", () => {
  it("stops the own gate the moment it is given, until a clinician releases it, and shows on no page", async () => {
    const { fear, answerCalmly, gates, clear } = await inTheMiddle();
    const closedByAsking = { open: false, jointTasks: false };
    expect(await gates(at(-1))).toMatchObject({ partner: { open: true } });
    expect(await gates(at(0))).toEqual({ own: "not-screened", partner: closedByAsking, caseload: false });
    await fear(2, at(10));
    expect(await gates(at(11))).toEqual({ own: "stop", partner: closedByAsking, caseload: true });
    await fear(0, at(20));
    await answerCalmly(at(30));
    expect(await gates(at(40))).toEqual({ own: "stop", partner: closedByAsking, caseload: true });
    await clear(at(50));
    expect(await gates(at(60))).toEqual({ own: "clear", partner: closedByAsking, caseload: true });
  });

  it("closes it also by a clock that is behind the last decision", async () => {
    const { fear, gates } = await inTheMiddle();
    await fear(2, at(-3600));
    expect((await gates(at(0))).own).toBe("stop");
  });

  it("is no screening: without one that was sent only a talk alone opens the gate", async () => {
    const { fear, gates, clear } = await inTheMiddle();
    await fear(2, at(10));
    await fear(0, at(20));
    await expect(clear(at(30), null)).rejects.toThrow("talking to the person alone");
    expect((await gates(at(40))).own).toBe("stop");
    await clear(at(50));
    expect((await gates(at(60))).own).toBe("clear");
  });
});
