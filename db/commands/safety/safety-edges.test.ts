import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { setRegion } from "@/db/commands/clients/set-region";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sayWord } from "@/db/commands/safety/say-word";
import { acknowledgeEvent, closeEvent, noteEvent } from "@/db/commands/safety/take-step";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getClientReach } from "@/db/queries/safety/safety-reach";
import { assessment } from "@/db/schema/assessments";
import { checkSteps } from "@/db/testing/check";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, testNow, testToday } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { getSharedClass } from "@/db/testing/shared-class";
import { auditOf } from "@/db/testing/tenancy";
import { Forbidden, Refused } from "@/lib/errors";

const pool = testPool();
const { later, week, as, home, reason, answered } = safetyGround(pool);
const check = checkSteps(pool);

describe("what follows a stop", () => {
  it("is chosen by whoever is responsible, and not by the supervisor, who may raise it", async () => {
    const { client, supervisor, therapist } = await home();
    const { clientId } = client;
    await as(supervisor, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }));
    const choose = { clientId, choice: "next-week" as const };
    await expect(as(supervisor, (scope) => chooseAfterStop(scope, choose), later(1))).rejects.toThrow(Forbidden);
    await as(therapist, (scope) => chooseAfterStop(scope, choose), later(2));
  });
});

describe("own steps now", () => {
  it("close joint steps for both at once, and nothing is left to choose", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const { clientId } = ines;
    await as(practice.therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), later(1));
    const needs = async (now: Date) =>
      (await as(practice.therapist, (scope) => getSafetyPanel(scope, clientId), now)).needsStopChoice;
    const open = (now: Date) =>
      Promise.all(
        [ines, dario].map(async (who) => (await as(who, (scope) => getSharedClass(scope, who.clientId), now)).open),
      );
    expect([await needs(later(2)), await open(later(2))]).toEqual([true, [true, true]]);
    await as(practice.therapist, (scope) => chooseAfterStop(scope, { clientId, choice: "now" }), later(3));
    expect([await needs(later(4)), await open(later(4))]).toEqual([false, [false, false]]);
  });
});

describe("“that was a mistake”", () => {
  it("is said about one’s own event, and about nobody else’s", async () => {
    const { practice, client, therapist } = await home();
    const other = await mintClient(pool, practice, { name: "Noa" });
    await as(client, (scope) => sayNotSafe(scope, {}));
    await as(other, (scope) => sayNotSafe(scope, {}), later(5));
    await as(client, (scope) => sayWord(scope, { word: "mistake" }), later(6));
    const words = async (clientId: string) =>
      (await as(therapist, (scope) => getSafetyPanel(scope, clientId), later(7))).openEvents[0]?.words;
    expect(await words(client.clientId)).toEqual([{ word: "mistake", saidAt: later(6) }]);
    expect(await words(other.clientId)).toEqual([]);
  });
});

describe("“I don’t feel safe”", () => {
  it("is heard from somebody who agreed once and took it back, and not from who never agreed", async () => {
    const { practice, client } = await home();
    await as(client, withdrawConsent);
    const { eventId } = await as({ ...client, consentVersion: null }, (scope) => sayNotSafe(scope, {}), later(1));
    expect(eventId).toBeTruthy();
    const form = {
      ...{ id: crypto.randomUUID(), name: "Noa", pronouns: null, email: `${crypto.randomUUID()}@client.example` },
      ...{ addressSafety: "unknown" as const, zone: "Europe/London", region: null, partnerName: null, versionId: null },
      ...{ therapistId: practice.therapist.accountId, startDate: testToday },
    };
    const { person } = await as(practice.therapist, (scope) => enrolClient(scope, form));
    const never = { ...client, clientId: person.clientId, accountId: person.accountId };
    await expect(as({ ...never, consentVersion: null }, (scope) => sayNotSafe(scope, {}))).rejects.toThrow(Refused);
  });
});

describe("notes of an event", () => {
  it("are kept of who is on it and of how it ended, each as it was written", async () => {
    const { client, therapist } = await home();
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    await expect(as(therapist, (scope) => noteEvent(scope, { eventId, note: "Rang." }))).rejects.toThrow(Refused);
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId }), later(1));
    await as(therapist, (scope) => noteEvent(scope, { eventId, note: " Rang, no answer. " }), later(2));
    await as(therapist, (scope) => closeEvent(scope, { eventId, note: " At her sister’s. " }), later(3));
    const { events } = await as(therapist, (scope) => getSafetyHistory(scope, client.clientId), later(4));
    expect(events[0]?.steps.map(({ kind, note }) => [kind, note])).toEqual([
      ["acknowledged", null],
      ["noted", "Rang, no answer."],
      ["closed", "At her sister’s."],
    ]);
  });
});

describe("of two that are said in one instant", () => {
  it("the plan that was kept last counts, and so does the country", async () => {
    const { client, therapist } = await home();
    const { clientId } = client;
    const plan = { signs: "", alone: "", places: "", people: "", children: "", things: "" };
    for (const places of ["first", "second", "third"]) {
      await as(therapist, (scope) => saveSafetyPlan(scope, { clientId, plan: { ...plan, places } }));
      expect((await as(therapist, (scope) => getClientReach(scope, clientId))).plan?.plan.places).toBe(places);
    }
    for (const region of ["JP", "BR", "NO"]) {
      await as(therapist, (scope) => setRegion(scope, { clientId, region, police: "", ambulance: "" }));
      expect((await as(client, getOwnHelp)).here).toMatchObject({ country: region });
    }
  });
});

describe("the panel", () => {
  it("shows the last judgement, and a check of before that has no last day, until it is sent", async () => {
    const { practice, client, therapist } = await home();
    const { clientId } = client;
    const panel = (now = later(3)) => as(therapist, (scope) => getSafetyPanel(scope, clientId), now);
    await as(therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), later(1));
    await as(therapist, (scope) => raiseGate(scope, { clientId, kind: "concern", reason }), later(2));
    expect((await panel()).lastDecision).toMatchObject({
      kind: "concern",
      decidedAt: later(2),
      byName: therapist.name,
    });
    await as(practice.system, ({ tx }) =>
      tx.update(assessment).set({ expiresOn: null }).where(eq(assessment.clientId, clientId)),
    );
    expect((await panel()).asked).toMatchObject({ isStarted: false });
    await answered(practice, client, "clear", later(4));
    expect((await panel(later(5))).lastScreen).toMatchObject({ outcome: "clear" });
  });

  it("says since when own days run, from the very instant of the asking to the end of that week", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const since = async (now: Date) =>
      (await as(practice.therapist, (scope) => getSafetyPanel(scope, ines.clientId), now)).ownDaysSince;
    expect(await since(later(9))).toBeNull();
    await as(
      practice.therapist,
      (scope) => askSafetyCheck(scope, { clientId: ines.clientId, despiteRecent: true }),
      later(10),
    );
    expect(await since(later(9))).toBeNull();
    expect(await since(later(10))).toEqual(later(10));
    expect(await since(later(week + 10))).toBeNull();
  });

  it("lets words of gain wait while the gate is not clear, though joint steps are open still", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const gain = async (now: Date) =>
      (await as(practice.therapist, (scope) => getSafetyPanel(scope, ines.clientId), now)).saysGain;
    expect(await gain(testNow)).toBe(true);
    await as(
      practice.therapist,
      (scope) => raiseGate(scope, { clientId: ines.clientId, kind: "concern", reason }),
      later(1),
    );
    expect(await gain(later(2))).toBe(false);
  });
});

describe("the beginning of a check", () => {
  it("is written down once, however often the card is opened", async () => {
    const { practice, client, therapist } = await home();
    const { assessmentId } = await as(therapist, (scope) => askSafetyCheck(scope, { clientId: client.clientId }));
    const started = async () =>
      (await auditOf(pool, practice.owner)).filter(({ action }) => action === "assessments.started").length;
    expect(await started()).toBe(0);
    await check.open(client, assessmentId);
    await check.open(client, assessmentId, later(1));
    expect(await started()).toBe(1);
    const [row] = await as(practice.system, ({ tx }) =>
      tx.select({ startedAt: assessment.startedAt }).from(assessment).where(eq(assessment.id, assessmentId)),
    );
    expect(row?.startedAt).toEqual(testNow);
  });
});
