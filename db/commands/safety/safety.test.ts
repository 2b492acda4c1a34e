import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload";
import { getCaseloadDetails } from "@/db/queries/caseload-details";
import { getClientOverview } from "@/db/queries/client-overview";
import { getSafetyPanel } from "@/db/queries/safety";
import { getOwnSafety, getSafetySettings } from "@/db/queries/safety-contacts";
import { getCoupleGate, getExerciseGate, getGate } from "@/db/queries/safety-gate";
import { getSafetyHistory } from "@/db/queries/safety-history";
import { assessment, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { couple } from "@/db/schema/clients";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyEvent, safetyScreen } from "@/db/schema/safety";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { escalateOverdue } from "@/db/worker/escalate";
import type { Actor, ClientActor } from "@/lib/domain/actor";
import { Forbidden, NotFound } from "@/lib/domain/errors";
import type { ExerciseReach } from "@/lib/domain/protocol/definition";
import { isExerciseOpen, NEUTRAL_SENTENCE } from "@/lib/domain/safety/gate";
import { askSafetyCheck } from "./ask-check";
import { setCrisisContacts, setEscalation } from "./change-settings";
import { clearGate, raiseGate } from "./decide-gate";
import { sayNotSafe } from "./say-not-safe";
import { acknowledgeEvent, closeEvent, escalateEvent } from "./take-step";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const week = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const reason = "We talked alone for half an hour and she feels safe.";

async function home() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  return { ...practice, practice, client };
}

/** A screen that asked for nothing, and the clinician's clearance after it. */
async function answered(
  practice: MintedPractice,
  client: ClientActor,
  outcome: "clear" | "concern" | "stop",
  at = testNow,
) {
  const { assessmentId } = await as(practice.therapist, (scope) => askSafetyCheck(scope, client), at);
  await as(
    practice.system,
    async ({ tx }) => {
      await tx.insert(safetyScreen).values({
        practiceId: practice.practiceId,
        id: assessmentId,
        clientId: client.clientId,
        outcome,
        answeredAt: at,
      });
      await tx.update(assessment).set({ submittedAt: at }).where(eq(assessment.id, assessmentId));
    },
    at,
  );
}

async function cleared(practice: MintedPractice, client: ClientActor) {
  await answered(practice, client, "clear");
  await as(practice.therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talkedAlone: true }));
}

const link = (practice: MintedPractice, first: ClientActor, second: ClientActor) =>
  as(practice.system, ({ tx }) =>
    tx.insert(couple).values({
      practiceId: practice.practiceId,
      id: randomUUID(),
      firstClientId: first.clientId,
      secondClientId: second.clientId,
      linkedBy: practice.therapist.accountId,
      linkedAt: testNow,
    }),
  );

/** A submitted Five Dimensions with one scale, as the caseload and the overview read it. */
async function submitDimensions(practice: MintedPractice, { clientId }: ClientActor): Promise<void> {
  const { practiceId } = practice;
  await as(practice.system, async ({ tx }) => {
    const [sitting] = await tx
      .select({ id: assessment.id, instrumentVersionId: assessment.instrumentVersionId })
      .from(assessment)
      .innerJoin(instrumentVersion, eq(instrumentVersion.id, assessment.instrumentVersionId))
      .where(and(eq(assessment.clientId, clientId), eq(instrumentVersion.key, "five-dimensions")))
      .limit(1);
    if (!sitting) throw new Error("The protocol assigns the Five Dimensions.");
    await tx
      .update(assessment)
      .set({ submittedAt: testNow, localDate: "2026-11-23" })
      .where(eq(assessment.id, sitting.id));
    for (const form of ["now", "wished"] as const) {
      await tx.insert(assessmentScore).values({
        practiceId,
        id: randomUUID(),
        assessmentId: sitting.id,
        form,
        scaleKey: "emotional",
        status: "scored",
        score: 40,
        answered: 6,
        items: 6,
        instrumentVersionId: sitting.instrumentVersionId,
      });
    }
  });
}

const letters = (practice: MintedPractice) =>
  as(practice.system, ({ tx }) =>
    tx.select({ accountId: outboxLetter.accountId, occasion: outboxLetter.occasion }).from(outboxLetter),
  );

const tries = async (client: ClientActor, reach: ExerciseReach, at = testNow) => {
  const gate = await as(client, (scope) => getExerciseGate(scope, client.clientId), at);
  return !gate.paused && isExerciseOpen(gate.state, reach) ? "open" : NEUTRAL_SENTENCE;
};

describe("I don't feel safe", () => {
  it("opens one event, however often and however fast it is chosen, and writes once to the therapist", async () => {
    const { practice, client, therapist } = await home();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => as(client, (scope) => sayNotSafe(scope, { place: "ten-minute-cuddle" }))),
    );
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(1);
    expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    const queued = await letters(practice);
    expect(queued.map(({ accountId }) => accountId)).toEqual([therapist.accountId]);
    expect(await as(client, (scope) => getOwnSafety(scope))).toMatchObject({ told: testNow });
  });

  it("is said anew once somebody was on the first: another event, another letter, and again one of many", async () => {
    const { practice, client, therapist, system } = await home();
    const say = (now: Date) => as(client, (scope) => sayNotSafe(scope, {}), now);
    const first = await say(testNow);
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId: first.eventId }), later(2));
    const all = await Promise.all(Array.from({ length: 8 }, () => say(later(60))));
    const [second, ...others] = new Set(all.map(({ eventId }) => eventId));
    expect(second).not.toBe(first.eventId);
    expect(others).toEqual([]);
    expect((await letters(practice)).map(({ occasion }) => occasion)).toContain(`event:${second}`);
    expect(await escalateOverdue(pool, system, later(60 + 31))).toBe(1);
    expect(await as(client, (scope) => getOwnSafety(scope), later(61))).toMatchObject({ told: later(60) });
  });

  it("pauses every exercise with the neutral sentence until the event is closed, and then opens them again", async () => {
    const { practice, client, therapist } = await home();
    await cleared(practice, client);
    expect(await tries(client, "touch")).toBe("open");
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    for (const reach of ["alone", "together", "touch", "disclosure"] as const)
      expect(await tries(client, reach)).toBe(NEUTRAL_SENTENCE);
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId }));
    expect(await as(client, (scope) => getExerciseGate(scope, client.clientId))).toMatchObject({ paused: true });
    await as(therapist, (scope) => closeEvent(scope, { eventId, note: "Called, talked, she is at her sister's." }));
    expect(await tries(client, "touch")).toBe("open");
  });

  it("never shows on the partner's side", async () => {
    const { practice, client } = await home();
    const partner = await mintClient(pool, practice, { name: "Dario" });
    await link(practice, client, partner);
    const before = await as(partner, (scope) => getOwnSafety(scope));
    await as(client, (scope) => sayNotSafe(scope, {}));
    expect(await as(partner, (scope) => getOwnSafety(scope))).toEqual(before);
    expect(await as(partner, (scope) => getExerciseGate(scope, partner.clientId))).toMatchObject({ paused: false });
    await expect(as(partner, (scope) => getGate(scope, client.clientId))).rejects.toThrow(NotFound);
    await expect(as(partner, (scope) => getCoupleGate(scope, client.clientId))).rejects.toThrow(NotFound);
  });

  it("stands on top of the caseload of whoever reads the client", async () => {
    const { client, therapist, supervisor, owner, colleague } = await home();
    await as(client, (scope) => sayNotSafe(scope, {}));
    for (const reader of [therapist, supervisor, owner]) {
      const [fact] = await as(reader, (scope) => getCaseloadFacts(scope));
      expect(fact?.openEvents).toMatchObject([{ source: "not-safe-button", acknowledged: false }]);
    }
    expect(await as(colleague, (scope) => getCaseloadFacts(scope))).toEqual([]);
  });
});

describe("handling an event", () => {
  it("is for the therapist, the supervisor and the owner, and for nobody else", async () => {
    const { client, therapist, supervisor, owner, colleague } = await home();
    const stranger = await mintPractice(pool);
    for (const person of [therapist, supervisor, owner]) {
      const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
      for (const wrong of [colleague, stranger.owner, stranger.therapist]) {
        await expect(as(wrong, (scope) => acknowledgeEvent(scope, { eventId }))).rejects.toThrow(NotFound);
        await expect(as(wrong, (scope) => closeEvent(scope, { eventId, note: "over" }))).rejects.toThrow(NotFound);
      }
      await as(person, (scope) => acknowledgeEvent(scope, { eventId }));
      await expect(as(therapist, (scope) => acknowledgeEvent(scope, { eventId }))).rejects.toThrow("already on it");
      await as(person, (scope) => closeEvent(scope, { eventId, note: "She is safe with her sister." }));
      await expect(as(owner, (scope) => closeEvent(scope, { eventId, note: "again" }))).rejects.toThrow("closed");
    }
    const { events } = await as(therapist, (scope) => getSafetyHistory(scope, client.clientId));
    expect(events).toHaveLength(3);
    expect(events[0]?.steps.at(-1)).toMatchObject({ kind: "closed", note: "She is safe with her sister." });
  });

  it("asks the next person once and writes to them, and says so when there is none", async () => {
    const { practice, client, therapist, supervisor, owner } = await home();
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    await as(therapist, (scope) => escalateEvent(scope, { eventId, to: "supervisor" }));
    await expect(as(therapist, (scope) => escalateEvent(scope, { eventId, to: "supervisor" }))).rejects.toThrow(
      "already been asked",
    );
    await as(therapist, (scope) => escalateEvent(scope, { eventId, to: "owner" }));
    expect(new Set((await letters(practice)).map(({ accountId }) => accountId))).toEqual(
      new Set([therapist.accountId, supervisor.accountId, owner.accountId]),
    );
    const alone = await mintClient(pool, practice, { name: "Noa", therapist: practice.colleague });
    const second = await as(alone, (scope) => sayNotSafe(scope, {}));
    await expect(
      as(practice.colleague, (scope) => escalateEvent(scope, { eventId: second.eventId, to: "supervisor" })),
    ).rejects.toThrow("no supervisor");
  });

  it("is written down, ids only", async () => {
    const { practiceId, system, client, therapist } = await home();
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId }));
    await as(therapist, (scope) => closeEvent(scope, { eventId, note: "A private word." }));
    const trail = await as(system, ({ tx }) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, practiceId), eq(auditEntry.subjectId, eventId))),
    );
    expect(trail.map(({ action }) => action).sort()).toEqual([
      "safety.event-acknowledged",
      "safety.event-closed",
      "safety.event-opened",
    ]);
    expect(JSON.stringify(trail)).not.toContain("private");
  });
});

describe("the gate", () => {
  it("reads the same to a client unscreened, at a concern and at a stop, and leaves individual work open", async () => {
    const { practice, client, therapist } = await home();
    const unscreened = await tries(client, "touch");
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "concern", reason }));
    const concern = await tries(client, "touch");
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "stop", reason }), later(1));
    const stop = await tries(client, "disclosure", later(2));
    expect([unscreened, concern, stop]).toEqual([NEUTRAL_SENTENCE, NEUTRAL_SENTENCE, NEUTRAL_SENTENCE]);
    expect(await tries(client, "together", later(2))).toBe("open");
    expect(await tries(client, "alone", later(2))).toBe("open");
    expect(practice.practiceId).toBe(client.practiceId);
  });

  it("is released out of a stop only by whoever is responsible, in writing, after talking alone, and for twelve weeks", async () => {
    const { practice, client, therapist, supervisor, colleague, owner } = await home();
    const { clientId } = client;
    await answered(practice, client, "stop");
    const release = { clientId, reason, talkedAlone: true };
    await expect(as(supervisor, (scope) => clearGate(scope, release))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as((await mintPractice(pool)).owner, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, talkedAlone: false }))).rejects.toThrow(
      "talking to the person alone",
    );
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, reason: "ok" }))).rejects.toThrow("sentence");
    expect((await as(therapist, (scope) => getGate(scope, clientId))).state).toBe("stop");
    await as(therapist, (scope) => clearGate(scope, release), later(5));
    expect((await as(owner, (scope) => getGate(scope, clientId), later(6))).state).toBe("clear");
    expect(await tries(client, "touch", later(5 + 12 * week - 1))).toBe("open");
    expect(await tries(client, "touch", later(5 + 12 * week))).toBe(NEUTRAL_SENTENCE);
    const { decisions } = await as(supervisor, (scope) => getSafetyHistory(scope, clientId), later(6));
    expect(decisions).toMatchObject([{ kind: "clear", reason, talkedAlone: true, byName: therapist.name }]);
  });

  it("cannot be cleared without an answered screen: a conversation is not one", async () => {
    const { client, therapist } = await home();
    await expect(
      as(therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talkedAlone: true })),
    ).rejects.toThrow("safety screen");
  });

  it("holds the worse of two for a couple, from either side, until they are no longer linked", async () => {
    const { practice, client, therapist, system } = await home();
    const partner = await mintClient(pool, practice, { name: "Dario", therapist: practice.colleague });
    await cleared(practice, client);
    expect(await tries(client, "touch")).toBe("open");
    await link(practice, client, partner);
    expect(await tries(client, "touch")).toBe(NEUTRAL_SENTENCE);
    expect(await as(therapist, (scope) => getCoupleGate(scope, client.clientId))).toBe("not-screened");
    expect(await as(partner, (scope) => getCoupleGate(scope, partner.clientId))).toBe("not-screened");
    await as(practice.colleague, (scope) => raiseGate(scope, { clientId: partner.clientId, kind: "stop", reason }));
    expect(await as(client, (scope) => getCoupleGate(scope, client.clientId))).toBe("stop");
    await as(system, ({ tx }) => tx.update(couple).set({ endedAt: testNow, endedBy: therapist.accountId }));
    expect(await tries(client, "touch")).toBe("open");
  });

  it("closes the gap charts in the queries: overview and caseload hold no score", async () => {
    const { practice, client, therapist } = await home();
    const overview = () => as(therapist, (scope) => getClientOverview(scope, client.clientId));
    const details = async () =>
      (await as(therapist, (scope) => getCaseloadDetails(scope, [client.clientId]))).get(client.clientId);
    await submitDimensions(practice, client);
    expect(await overview()).toMatchObject({ gapCharts: "closed", sittings: [] });
    expect((await details())?.dimensions).toEqual([]);
    await cleared(practice, client);
    const open = await overview();
    expect(open.gapCharts).toBe("open");
    expect(open.sittings).toHaveLength(1);
    expect((await details())?.dimensions.length).toBeGreaterThan(0);
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "concern", reason }), later(1));
    const closed = await as(therapist, (scope) => getClientOverview(scope, client.clientId), later(2));
    expect(closed.sittings).toEqual([]);
  });

  it("lets whoever reads the client be more careful, and tells the therapist", async () => {
    const { practice, client, supervisor, therapist, colleague } = await home();
    const raise = { clientId: client.clientId, kind: "stop" as const, reason };
    await expect(as(colleague, (scope) => raiseGate(scope, raise))).rejects.toThrow(NotFound);
    await as(supervisor, (scope) => raiseGate(scope, raise));
    expect((await letters(practice)).map(({ accountId }) => accountId)).toEqual([therapist.accountId]);
  });
});

describe("asking for a safety check", () => {
  it("assigns the questions today, once while they are open, by whoever is responsible", async () => {
    const { client, therapist, supervisor, colleague } = await home();
    const ask = { clientId: client.clientId };
    await expect(as(supervisor, (scope) => askSafetyCheck(scope, ask))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => askSafetyCheck(scope, ask))).rejects.toThrow(NotFound);
    const first = await as(therapist, (scope) => askSafetyCheck(scope, ask));
    const again = await as(therapist, (scope) => askSafetyCheck(scope, ask));
    expect(again).toEqual({ assessmentId: first.assessmentId, isFirst: false });
    const panel = await as(supervisor, (scope) => getSafetyPanel(scope, client.clientId));
    expect(panel).toMatchObject({ mayChange: false, asked: { isStarted: false } });
    await expect(as(colleague, (scope) => getSafetyPanel(scope, client.clientId))).rejects.toThrow(NotFound);
    await expect(as(colleague, (scope) => getSafetyHistory(scope, client.clientId))).rejects.toThrow(NotFound);
  });
});

describe("the practice's own contacts and minutes", () => {
  const contacts = { emergency: "999", lines: [{ name: "Our line", number: "01 234", about: "crisis" as const }] };

  it("win over what ships, for the owner's own practice only, until they are given back", async () => {
    const { client, owner, therapist } = await home();
    const other = await home();
    await expect(as(therapist, (scope) => setCrisisContacts(scope, { country: "GB", contacts }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(therapist, (scope) => getSafetySettings(scope, null))).rejects.toThrow(Forbidden);
    await as(owner, (scope) => setCrisisContacts(scope, { country: "GB", contacts }));
    const mine = await as(client, (scope) => getOwnSafety(scope));
    expect(mine.contacts).toMatchObject([
      { country: "GB", checked: true, lines: [{ name: "Our line", dial: "01234" }] },
    ]);
    expect((await as(other.client, (scope) => getOwnSafety(scope))).contacts[0]?.checked).toBe(false);
    await as(owner, (scope) => setCrisisContacts(scope, { country: "GB", contacts: null }), later(1));
    const back = await as(client, (scope) => getOwnSafety(scope));
    expect(back.contacts[0]).toMatchObject({ checked: false, emergency: { number: "999" } });
  });

  it("set the escalation, thirty minutes unless the owner says otherwise", async () => {
    const { owner, therapist } = await home();
    expect((await as(owner, (scope) => getSafetySettings(scope, null))).minutes).toBe(30);
    await expect(as(therapist, (scope) => setEscalation(scope, { minutes: 10 }))).rejects.toThrow(Forbidden);
    await as(owner, (scope) => setEscalation(scope, { minutes: 10 }));
    expect((await as(owner, (scope) => getSafetySettings(scope, null))).minutes).toBe(10);
  });
});

it("keeps events and letters inside their practice", async () => {
  const { client } = await home();
  const stranger = await mintPractice(pool);
  await as(client, (scope) => sayNotSafe(scope, {}));
  const seen = await as(stranger.system, async ({ tx }) => ({
    events: await tx.select().from(safetyEvent),
    letters: await tx.select().from(outboxLetter),
  }));
  expect(seen).toEqual({ events: [], letters: [] });
});
