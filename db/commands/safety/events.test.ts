import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent, closeEvent, escalateEvent } from "@/db/commands/safety/take-step";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getOwnSafety } from "@/db/queries/safety/safety-contacts";
import { getGate } from "@/db/queries/safety/safety-gate";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getExerciseGate } from "@/db/queries/safety/shared-class";
import { auditEntry } from "@/db/schema/audit";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { getSharedClass } from "@/db/testing/shared-class";
import { dataOf, kindsOf } from "@/db/testing/signals";
import { NotFound } from "@/lib/errors";
import { escalateOverdue } from "@/runtime/worker/escalate";

const pool = testPool();
const { later, as, home, cleared, link, letters, tries } = safetyGround(pool);

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
    expect(await as(client, getOwnTold)).toMatchObject({ openedAt: testNow, asked: [therapist.name], seen: null });
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
    expect(await letters(practice)).toContainEqual(expect.objectContaining({ kind: "event", id: second }));
    expect(await escalateOverdue(pool, system, later(60 + 31))).toBe(1);
    expect(await as(client, getOwnTold, later(61))).toMatchObject({ openedAt: later(60) });
  });

  it("changes no exercise and no form, while it is open and after it was closed", async () => {
    const { practice, client, therapist } = await home();
    await cleared(practice, client);
    const next = later(7 * 24 * 60);
    expect(await tries(client, "touch", next)).toBe("shared");
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    expect(await tries(client, "touch", next)).toBe("shared");
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId }));
    expect(await tries(client, "touch", next)).toBe("shared");
    await as(therapist, (scope) => closeEvent(scope, { eventId, note: "Called, talked, she is at her sister's." }));
    expect(await tries(client, "touch", next)).toBe("shared");
  });

  it("never shows on the partner's side", async () => {
    const { practice, client } = await home();
    const partner = await mintClient(pool, practice, { name: "Dario" });
    await link(practice, client, partner);
    const before = await as(partner, (scope) => getOwnSafety(scope));
    await as(client, (scope) => sayNotSafe(scope, {}));
    expect(await as(partner, (scope) => getOwnSafety(scope))).toEqual(before);
    expect(await as(partner, (scope) => getExerciseGate(scope, partner.clientId))).toEqual({
      shared: { open: false, jointTasks: false },
      areAway: false,
    });
    await expect(as(partner, (scope) => getGate(scope, client.clientId))).rejects.toThrow(NotFound);
    await expect(as(partner, (scope) => getSharedClass(scope, client.clientId))).rejects.toThrow(NotFound);
  });

  it("stands on top of the caseload of whoever reads the client", async () => {
    const { client, therapist, supervisor, owner, colleague } = await home();
    await as(client, (scope) => sayNotSafe(scope, {}));
    for (const reader of [therapist, supervisor, owner]) {
      const [fact] = await as(reader, (scope) => getCaseloadFacts(scope));
      expect(kindsOf(fact)[0]).toBe("safety-event");
      expect(dataOf(fact, "safety-event")).toMatchObject({ source: "not-safe-button", count: 1 });
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
      "just been asked",
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
