import { describe, expect, it } from "vitest";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getGate } from "@/db/queries/safety/safety-gate";
import { type Scope, withScope } from "@/db/scope";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { kindsOf } from "@/db/testing/signals";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import { askSafetyCheck } from "./ask-check";
import { clearGate, raiseGate, type TalkAlone } from "./decide-gate";
import { closeEvent } from "./take-step";

const pool = testPool();
const check = checkSteps(pool);
const reason = "We talked alone for half an hour and she feels safe.";
const at = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

const week = 7 * 86_400;

/** Asks for the safety questions and answers them calmly, but for how afraid somebody says to be. */
async function screen(minted: MintedPractice, person: ClientActor, { fear }: { fear?: number }, now: Date) {
  const { assessmentId } = await as(minted.therapist, (scope) => askSafetyCheck(scope, person), now);
  const { sittingId, questions } = await check.open(person, assessmentId, now);
  const afraid = questions.find(({ id }) => id.startsWith("fear"))?.id ?? "";
  const save = (itemId: string, value: number, when = now) =>
    check.answer(person, sittingId, itemId === "fear" ? afraid : itemId, value, when);
  for (const { id, kind } of questions) if (kind !== "text") await save(id, id === afraid ? (fear ?? 0) : 0);
  return { assessmentId, save, send: (when = now) => check.send(person, sittingId, when) };
}

const clear = (
  minted: MintedPractice,
  { clientId }: ClientActor,
  now: Date,
  seen?: string,
  talk: TalkAlone | null = talkedAlone,
) => as(minted.therapist, (scope) => clearGate(scope, { clientId, reason, talk, seen }), now);

async function home() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const gate = (now: Date) => as(minted.therapist, (scope) => getGate(scope, person.clientId), now);
  return { minted, person, gate };
}

describe("a stop that meets a clearance", () => {
  it("wins when it is kept after it, whatever the two requests' clocks said", async () => {
    const { minted, person, gate } = await home();
    await (await screen(minted, person, {}, at(0))).send();
    const stop = await screen(minted, person, { fear: 2 }, at(week + 10));
    await clear(minted, person, at(week + 12));
    await stop.send();
    expect((await gate(at(week + 60))).state).toBe("stop");
    const { clientId } = person;
    await clear(minted, person, at(week + 90));
    await as(minted.supervisor, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), at(week + 88));
    expect((await gate(at(week + 120))).state).toBe("stop");
  });

  it("is not released by a form that was opened before it came", async () => {
    const { minted, person, gate } = await home();
    await (await screen(minted, person, {}, at(0))).send();
    const panel = () => as(minted.therapist, (scope) => getSafetyPanel(scope, person.clientId), at(week + 30));
    const { seen } = await panel();
    await (await screen(minted, person, { fear: 2 }, at(week + 10))).send();
    await expect(clear(minted, person, at(week + 30), seen)).rejects.toThrow("read that first");
    expect((await gate(at(week + 40))).state).toBe("stop");
    await clear(minted, person, at(week + 50), (await panel()).seen);
    expect((await gate(at(week + 60))).state).toBe("clear");
  });
});

describe("a stop by a clock that is ahead", () => {
  it("stops the gate at once, moves no week, and closes joint steps for both when the practice week ends", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const { clientId } = ines;
    const gates = async (now: Date) => [
      (await as(ines, getOwnPath, now)).ground.shared.open,
      (await as(dario, getOwnPath, now)).ground.shared.open,
    ];
    await as(practice.therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), at(600));
    expect((await as(practice.therapist, (scope) => getGate(scope, clientId), at(0))).state).toBe("stop");
    expect(await gates(at(0))).toEqual([true, true]);
    expect(await gates(at(700))).toEqual([true, true]);
    expect(await gates(at(week))).toEqual([false, false]);
    const facts = await as(practice.therapist, (scope) => getCaseloadFacts(scope), at(0));
    const fact = facts.find((one) => one.clientId === clientId);
    expect(fact).toMatchObject({ safetyHolds: [] });
    expect(kindsOf(fact)).toContain("safety-stop");
  });
});

describe("a screen that was taken out of the record", () => {
  it("no longer carries a clearance, and still stops", async () => {
    const { minted, person, gate } = await home();
    const first = await screen(minted, person, {}, at(0));
    await first.send();
    await clear(minted, person, at(10));
    expect((await gate(at(20))).state).toBe("clear");
    const voided = { assessmentId: first.assessmentId, reason: "The wrong person answered" };
    await as(minted.therapist, (scope) => withdrawAssessment(scope, voided), at(30));
    expect(await gate(at(40))).toMatchObject({ state: "not-screened", awaits: "screen" });
    await expect(clear(minted, person, at(50), undefined, null)).rejects.toThrow("answered in full");
    const second = await screen(minted, person, { fear: 2 }, at(week + 60));
    await second.send();
    await as(
      minted.therapist,
      (scope) => withdrawAssessment(scope, { ...voided, assessmentId: second.assessmentId }),
      at(week + 70),
    );
    expect((await gate(at(week + 80))).state).toBe("stop");
  });
});

describe("a critical answer after its event was closed", () => {
  it("opens another event, and nothing else does: not the next answer, not sending what was known", async () => {
    const { minted, person } = await home();
    const events = async (now: Date) => {
      const panel = await as(minted.therapist, (scope) => getSafetyPanel(scope, person.clientId), now);
      return panel.openEvents.map(({ id }) => id);
    };
    const close = (eventId: string | undefined, now: Date) =>
      as(
        minted.therapist,
        (scope) => closeEvent(scope, { eventId: eventId ?? "", note: "She is with her sister." }),
        now,
      );
    const draft = await screen(minted, person, { fear: 2 }, at(10));
    expect(await events(at(11))).toEqual([draft.assessmentId]);
    await close(draft.assessmentId, at(20));
    await draft.save("belittled", 1, at(30));
    expect(await events(at(31))).toEqual([]);
    await draft.save("strangled", 1, at(40));
    const [second, ...more] = await events(at(41));
    expect(second).not.toBe(draft.assessmentId);
    expect(more).toEqual([]);
    await close(second, at(50));
    await draft.send(at(60));
    expect(await events(at(61))).toEqual([]);
  });
});
