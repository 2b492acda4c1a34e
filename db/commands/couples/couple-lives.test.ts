import { describe, expect, it } from "vitest";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { endCouple } from "@/db/commands/couples/end-couple";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getTogether } from "@/db/queries/couples/together";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { type Scope, withScope } from "@/db/scope";
import { drawCheckOn } from "@/db/testing/by-hand";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import { todaysExercises } from "@/lib/protocol/today";

const pool = testPool();
const check = checkSteps(pool);
const as = <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, now, run);

/** An hour of a day of the path, which begins on Monday 2 November 2026 in London; 0 is its first day. */
const on = (day: number, time: string): Date => {
  const midnight = new Date(`2026-11-02T${time}:00Z`);
  return new Date(midnight.getTime() + day * 86_400_000);
};

/** Two people whom one therapist linked on the first day, both clear: joint steps are open from the second week on. */
async function couplesLife() {
  const practice = await mintPractice(pool, on(0, "09:00"));
  const start = { startDate: "2026-11-02", now: on(0, "09:00") };
  const mara = await mintClient(pool, practice, { ...start, name: "Mara Holm" });
  const teo = await mintClient(pool, practice, { ...start, name: "Teo Holm" });
  for (const person of [mara, teo]) await openGate(pool, practice, person, on(8, "09:00"));
  const { therapist } = practice;
  const { coupleId } = await as(therapist, on(0, "10:00"), (scope) =>
    linkCouple(scope, { clientId: mara.clientId, partnerId: teo.clientId }),
  );
  // The drawn day is chance: far away, so that only what a life tells of is asked.
  await drawCheckOn(coupleId, "2027-06-01");
  /** What Today asks of one of the two, and the other's name where it would stand. */
  const reads = (person: ClientActor, now: Date) =>
    as(person, now, async (scope) => {
      const { ground, attempts, assessments } = await getPortalToday(scope);
      const { version, standing, shared, areAway } = ground;
      if (!version || !standing) throw new Error("somebody on the path has a version and a place");
      const { main, others } = todaysExercises(version, standing.path, attempts, shared, areAway);
      const titles = [main, ...others].flatMap((one) => one?.exercise.title ?? []).sort();
      return { titles, cards: assessments.map(({ title }) => title), partner: (await getOwnPeople(scope)).partnerName };
    });
  /** Both read the same exercises and cards; answers which. */
  const both = async (now: Date) => {
    const [hers, his] = [await reads(mara, now), await reads(teo, now)];
    expect([his.titles, his.cards]).toEqual([hers.titles, hers.cards]);
    return hers.titles;
  };
  const clear = (person: ClientActor, now: Date) =>
    as(therapist, now, (scope) =>
      clearGate(scope, { clientId: person.clientId, reason: "We talked alone for an hour.", talk: talkedAlone }),
    );
  const panel = (person: ClientActor, now: Date) =>
    as(therapist, now, (scope) => getSafetyPanel(scope, person.clientId));
  return { practice, therapist, mara, teo, coupleId, reads, both, clear, panel };
}

const joint = ["Ask for a favour", "One real feeling a day"];
const own = ["Let something be easier", "Name one real feeling"];

describe("a couple through one phase with a stop in its middle", () => {
  it("reads the same on both sides, and changes only where a week begins", async () => {
    const { therapist, mara, teo, both, clear, panel } = await couplesLife();
    expect(await both(on(8, "12:00"))).toEqual(joint);
    const { clientId } = mara;
    await as(therapist, on(9, "12:00"), (scope) =>
      raiseGate(scope, { clientId, kind: "stop", reason: "He answered for her on the telephone." }),
    );
    expect((await panel(mara, on(9, "12:05"))).needsStopChoice).toBe(true);
    await as(therapist, on(9, "12:10"), (scope) =>
      chooseAfterStop(scope, { clientId, choice: "next-week", reason: "", wish: "" }),
    );
    expect(await both(on(13, "20:00"))).toEqual(joint);
    expect(await both(on(14, "08:00"))).toEqual(own);
    expect((await panel(teo, on(14, "09:00"))).gate.state).toBe("clear");
    await clear(mara, on(15, "12:00"));
    expect(await both(on(20, "20:00"))).toEqual(own);
    expect(await both(on(21, "08:00"))).toEqual(joint);
    await as(therapist, on(24, "09:00"), (scope) => askSafetyCheck(scope, { clientId, despiteRecent: true }));
    expect(await both(on(24, "12:00"))).toEqual(own);
    for (const person of [mara, teo]) {
      const { assessmentId } = await openCardOf(person, on(24, "18:00"));
      await check.sit(person, assessmentId, { now: on(24, "18:00") });
      expect(await both(on(24, "19:00"))).toEqual(own);
    }
    for (const person of [mara, teo]) await clear(person, on(25, "11:00"));
    expect(await both(on(27, "20:00"))).toEqual(own);
    expect(await both(on(28, "08:00"))).toContain("Ten-minute cuddle");
  });
});

/** The card of safety questions that stands on somebody’s Today. */
async function openCardOf(person: ClientActor, now: Date): Promise<{ assessmentId: string }> {
  const { assessments } = await as(person, now, getPortalToday);
  const card = assessments.find(({ title }) => title.startsWith("Safety and steadiness"));
  if (!card) throw new Error("the card stands on Today until the own days end");
  return { assessmentId: card.id };
}

describe("a separation", () => {
  it("stops what each could see at once, and takes the name away after the agreed day", async () => {
    const { practice, therapist, mara, teo, coupleId, reads, both, panel } = await couplesLife();
    const assessmentId = await sitDimensions(pool, practice, mara, { emotional: [36, 76] }, on(8, "10:00"));
    await as(practice.owner, on(8, "11:00"), (scope) =>
      releaseDimensions(scope, { assessmentId, decision: "released" }),
    );
    await as(mara, on(9, "20:00"), (scope) =>
      decideSharing(scope, { coupleId, decision: "shared", "items[]": ["emotional"] }),
    );
    const fromMara = async (now: Date) => (await as(teo, now, getTogether)).fromPartner?.name ?? null;
    expect(await fromMara(on(15, "12:00"))).toBe("Mara Holm");
    const reason = "They live apart since the summer.";
    await as(therapist, on(15, "16:00"), (scope) => endCouple(scope, { coupleId, reason, shownOn: "2026-11-25" }));
    for (const person of [mara, teo])
      expect((await panel(person, on(15, "17:00"))).gate).toMatchObject({
        state: "not-screened",
        awaits: "clinician",
      });
    for (const day of [15, 22]) {
      expect(await both(on(day, "18:00"))).toEqual(own);
      expect(await fromMara(on(day, "18:00"))).toBeNull();
      expect((await reads(teo, on(day, "18:00"))).partner).toBe("Mara Holm");
    }
    expect((await reads(teo, on(28, "08:00"))).partner).not.toBe("Mara Holm");
    expect((await reads(mara, on(28, "08:00"))).partner).not.toBe("Teo Holm");
    expect(await both(on(28, "08:00"))).not.toContain("Ten-minute cuddle");
  });
});

describe("somebody who has hurt the partner", () => {
  it("stops, the other waits, a programme is proposed to one, and both pages read alike", async () => {
    const { therapist, mara, teo, both, panel } = await couplesLife();
    await as(therapist, on(15, "09:00"), (scope) =>
      askSafetyCheck(scope, { clientId: mara.clientId, despiteRecent: true }),
    );
    const { assessmentId } = await openCardOf(teo, on(15, "19:00"));
    await check.sit(teo, assessmentId, { given: { "own-harm-since": 2 }, now: on(15, "19:00") });
    const hers = await openCardOf(mara, on(15, "20:00"));
    await check.sit(mara, hers.assessmentId, { now: on(15, "20:00") });
    expect(await both(on(16, "12:00"))).toEqual(own);
    const [ofTeo, ofMara] = [await panel(teo, on(16, "12:00")), await panel(mara, on(16, "12:00"))];
    expect(ofTeo.gate.state).toBe("stop");
    expect(ofTeo.proposals.map(({ key }) => key)).toEqual([
      "talk-alone",
      "advocate",
      "safety-plan",
      "programme",
      "therapy-for-one",
    ]);
    expect(ofMara.gate).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(ofMara.proposals).toEqual([]);
    expect(await both(on(21, "08:00"))).toEqual(own);
  });
});
