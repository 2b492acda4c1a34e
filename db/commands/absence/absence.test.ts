import { describe, expect, it } from "vitest";
import { endAbsence, setAbsence, setWorkingHours } from "@/db/commands/absence/set-absence";
import { decideAccess } from "@/db/commands/identity/decide-access";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sayWord } from "@/db/commands/safety/say-word";
import { acknowledgeEvent, noteEvent } from "@/db/commands/safety/take-step";
import { getAbsences, getOwnTherapist } from "@/db/queries/absence/absences";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getOwnSafety } from "@/db/queries/safety/safety-contacts";
import { getClientReach } from "@/db/queries/safety/safety-reach";
import { testPool } from "@/db/testing/database";
import { goneWithClients } from "@/db/testing/gone";
import type { MintedPractice } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { safetyGround } from "@/db/testing/safety-ground";
import type { StaffActor } from "@/lib/actor";
import { absenceForm } from "@/lib/identity/absence-form";
import { escalateOverdue } from "@/runtime/worker/escalate";

const pool = testPool();
const { as, home, later } = safetyGround(pool);

const away = (who: StaffActor, cover: string, more: object = {}) =>
  absenceForm.parse({ accountId: who.accountId, fromDay: "2026-11-23", untilDay: "2026-11-24", cover, ...more });
const outside = { outsideName: "Dr Vale", outsidePhone: "020 7946 0000", outsideEmail: "vale@outside.example" };
const dayAfter = 3 * 24 * 60;

const eventLetters = async (practice: MintedPractice) =>
  (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "event").map(({ accountId }) => accountId);

describe("a therapist on leave", () => {
  it("is covered by a colleague on these days: who reads the client, is asked and written to, and not a day longer", async () => {
    const { practice, therapist, colleague, client } = await home();
    const seen = (minutes: number) => as(colleague, getCaseloadFacts, later(minutes));
    expect(await seen(0)).toEqual([]);
    await as(therapist, (scope) => setAbsence(scope, away(therapist, colleague.accountId)));
    expect(await seen(0)).toHaveLength(1);
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    expect(await eventLetters(practice)).toEqual([colleague.accountId]);
    const panel = await as(colleague, (scope) => getSafetyPanel(scope, client.clientId));
    expect(panel.openEvents[0]?.said).toEqual([]);
    expect(panel.mayChange).toBe(false);
    await as(colleague, (scope) => acknowledgeEvent(scope, { eventId }), later(5));
    expect(await as(client, getOwnTold, later(6))).toMatchObject({ seen: { name: colleague.name, at: later(5) } });
    expect(await seen(dayAfter)).toEqual([]);
    await expect(
      as(colleague, (scope) => noteEvent(scope, { eventId, note: "Rang." }), later(dayAfter)),
    ).rejects.toMatchObject({ name: "NotFound" });
  });

  it("has nobody standing in where the cover is away too, has no access or is never told: clients read so", async () => {
    const { owner, therapist, colleague, supervisor, client } = await home();
    const covered = async () => (await as(client, getOwnTherapist)).away?.coverName ?? null;
    const onList = async () => (await as(client, getOwnSafety)).asked;
    const kept = async () => (await as(therapist, getAbsences)).absences.map(({ isCovered }) => isCovered);
    expect(await onList()).toEqual([therapist.name]);
    await as(therapist, (scope) => setAbsence(scope, away(therapist, colleague.accountId)));
    expect([await covered(), await onList(), await kept()]).toEqual([colleague.name, [colleague.name], [true]]);

    await as(colleague, (scope) => setAbsence(scope, away(colleague, "nobody")));
    expect([await covered(), await onList(), await kept()]).toEqual([null, [supervisor.name], [false]]);
    await expect(
      as(therapist, (scope) => setAbsence(scope, away(therapist, colleague.accountId))),
    ).rejects.toMatchObject({ fields: { cover: "Choose somebody who is there." } });
    const [gone] = (await as(colleague, getAbsences)).absences;
    await as(colleague, (scope) => endAbsence(scope, { absenceId: gone?.id ?? "" }));
    expect(await covered()).toBe(colleague.name);

    const untold = { clientId: client.clientId, accountId: colleague.accountId };
    await as(owner, (scope) => decideUntold(scope, { ...untold, decision: "named" }));
    expect(await covered()).toBeNull();
    await as(owner, (scope) => decideUntold(scope, { ...untold, decision: "lifted" }), later(1));
    await as(owner, (scope) =>
      decideAccess(scope, { accountId: colleague.accountId, decision: "withdrawn", reason: "Left the practice." }),
    );
    expect([await covered(), await onList(), await kept()]).toEqual([null, [supervisor.name], [false]]);
  });

  it("without a cover leaves the escalation order to those who are there; back earlier, they are asked again", async () => {
    const { practice, therapist, supervisor, client } = await home();
    expect((await as(client, getOwnPeople)).reader).toBe(therapist.name.split(" ")[0]);
    await as(therapist, (scope) => setAbsence(scope, away(therapist, "nobody")));
    expect(await as(client, getOwnTherapist)).toMatchObject({
      away: { until: "2026-11-24", coverName: null, outside: null },
    });
    await as(client, (scope) => sayNotSafe(scope, {}));
    expect(await eventLetters(practice)).toEqual([supervisor.accountId]);
    const { absences } = await as(therapist, getAbsences);
    await as(therapist, (scope) => endAbsence(scope, { absenceId: absences[0]?.id ?? "" }), later(1));
    expect(await as(client, getOwnTherapist, later(2))).toMatchObject({ away: null });
  });

  it("of a practice with one person names somebody outside: a letter with the record number, no access, and the owner still", async () => {
    const { practice, owner, client, therapist, supervisor } = await home();
    for (const one of [therapist, supervisor]) await goneWithClients(pool, practice, one.accountId);
    await as(owner, (scope) => setAbsence(scope, away(owner, "outside", outside)));
    await as(owner, (scope) => setAbsence(scope, away(therapist, "outside", outside)));
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    // Both were written at one moment: which comes first is nobody's promise.
    const letters = (await lettersOf(pool, practice))
      .filter(({ aboutKind }) => aboutKind === "event")
      .toSorted((a, b) => Number(a.recordNumber) - Number(b.recordNumber));
    expect(letters.map(({ accountId, recordNumber, urgent }) => [accountId, recordNumber, urgent])).toEqual([
      [owner.accountId, null, true],
      [therapist.accountId, 1, true],
    ]);
    expect(letters[1]).toMatchObject({ aboutKind: "event", aboutId: eventId, absenceId: expect.any(String) });
    expect(await as(client, getOwnTherapist)).toMatchObject({
      away: { outside: { name: "Dr Vale", phone: "020 7946 0000" } },
    });
    expect(await as(client, getOwnTold)).toMatchObject({ asked: [owner.name] });
    expect((await as(client, getOwnPeople)).reader, "whoever left reads nothing").toBe("Your practice");
  });

  it("tells who stands in, and who is away where the owner entered it, at its beginning and where it ends early", async () => {
    const { practice, owner, therapist, colleague } = await home();
    const told = async () =>
      (await lettersOf(pool, practice))
        .filter(({ aboutKind }) => aboutKind === "stand-in")
        .map(({ accountId }) => accountId)
        .sort();
    const standsIn = async (minutes = 0) => (await as(colleague, getAbsences, later(minutes))).standsIn;
    await as(therapist, (scope) => setAbsence(scope, away(therapist, colleague.accountId)));
    expect(await told()).toEqual([colleague.accountId]);
    expect(await standsIn()).toMatchObject([{ name: therapist.name, fromDay: "2026-11-23", untilDay: "2026-11-24" }]);
    expect(await standsIn(dayAfter)).toEqual([]);
    expect((await as(therapist, getAbsences)).standsIn).toEqual([]);
    await as(owner, (scope) => setAbsence(scope, away(therapist, colleague.accountId, { untilDay: "2026-12-24" })));
    expect(await told()).toEqual([colleague.accountId, colleague.accountId, therapist.accountId].sort());
    const { absences } = await as(therapist, getAbsences);
    const long = absences.find(({ untilDay }) => untilDay === "2026-12-24")?.id ?? "";
    await as(therapist, (scope) => endAbsence(scope, { absenceId: long }), later(24 * 60));
    expect(await told()).toEqual(
      [colleague.accountId, colleague.accountId, colleague.accountId, therapist.accountId].sort(),
    );
    expect(await standsIn()).toHaveLength(1);
  });

  it("is entered by themself or the owner, with a cover who can, and never for oneself", async () => {
    const { therapist, owner, colleague, supervisor } = await home();
    const set = (who: StaffActor, form: ReturnType<typeof away>) => as(who, (scope) => setAbsence(scope, form));
    await expect(set(supervisor, away(therapist, "nobody"))).rejects.toThrow("enters their own");
    await expect(set(therapist, away(therapist, therapist.accountId))).rejects.toThrow("for themself");
    await expect(set(therapist, away(therapist, crypto.randomUUID()))).rejects.toMatchObject({ name: "NotFound" });
    await set(owner, away(therapist, colleague.accountId));
    const { absences } = await as(owner, getAbsences);
    expect(absences).toMatchObject([{ name: therapist.name, coverName: colleague.name }]);
    expect((await as(colleague, getAbsences)).absences).toEqual([]);
    await expect(
      as(colleague, (scope) => endAbsence(scope, { absenceId: absences[0]?.id ?? "" })),
    ).rejects.toMatchObject({ name: "NotFound" });
    for (const wrong of [{ cover: "outside" }, { untilDay: "2026-11-01" }])
      expect(absenceForm.safeParse({ ...away(therapist, "nobody"), cover: "nobody", ...wrong }).success).toBe(false);
  });
});

describe("somebody who is never told", () => {
  it("gets no letter, is never asked and does not find the client; the owner does again when the therapist is gone", async () => {
    const { practice, therapist, owner, supervisor, system, client } = await home();
    const named = { clientId: client.clientId, accountId: supervisor.accountId, decision: "named" } as const;
    await as(therapist, (scope) => decideUntold(scope, named));
    await as(therapist, (scope) => decideUntold(scope, { ...named, accountId: owner.accountId }));
    expect((await as(therapist, (scope) => getClientReach(scope, client.clientId))).untold).toHaveLength(2);
    for (const one of [supervisor, owner]) expect(await as(one, getCaseloadFacts)).toEqual([]);
    await as(client, (scope) => sayNotSafe(scope, {}));
    await escalateOverdue(pool, system, later(600));
    const told = (await lettersOf(pool, practice)).map(({ accountId }) => accountId);
    expect(new Set(told)).toEqual(new Set([therapist.accountId]));
    await expect(
      as(therapist, (scope) => decideUntold(scope, { ...named, accountId: therapist.accountId })),
    ).rejects.toThrow("responsible");
    await as(owner, (scope) =>
      decideAccess(scope, { accountId: therapist.accountId, decision: "withdrawn", reason: "Left the practice." }),
    );
    expect(await as(owner, getCaseloadFacts)).toHaveLength(1);
    expect(await as(supervisor, getCaseloadFacts)).toEqual([]);
  });
});

describe("what a client adds to what they told", () => {
  it("is kept once for staff to read, and changes no order, clock or letter", async () => {
    const { practice, therapist, client } = await home();
    await as(client, (scope) => sayWord(scope, { word: "mistake" }));
    await as(client, (scope) => sayNotSafe(scope, {}));
    const before = await as(therapist, (scope) => getSafetyPanel(scope, client.clientId), later(3));
    const facts = await as(therapist, getCaseloadFacts, later(3));
    for (const word of ["mistake", "safe-now", "mistake"] as const)
      await as(client, (scope) => sayWord(scope, { word }), later(2));
    const after = await as(therapist, (scope) => getSafetyPanel(scope, client.clientId), later(3));
    expect(after.openEvents[0]?.words.map(({ word }) => word)).toEqual(["mistake", "safe-now"]);
    expect(after.openEvents[0]?.standing).toEqual(before.openEvents[0]?.standing);
    expect(await as(therapist, getCaseloadFacts, later(3))).toEqual(facts);
    expect(await lettersOf(pool, practice)).toHaveLength(1);
    expect((await as(client, getOwnTold, later(3)))?.words).toHaveLength(2);
  });
});

describe("working hours", () => {
  it("are what was said last, and the client reads them", async () => {
    const { therapist, client } = await home();
    const day = { from: "09:00", to: "17:00" };
    const week = [day, day, null, null, null, null, null];
    await as(therapist, (scope) => setWorkingHours(scope, { hours: Array(7).fill(null) }));
    await as(therapist, (scope) => setWorkingHours(scope, { hours: week }), later(1));
    expect((await as(client, getOwnTherapist)).hours).toEqual(week);
  });
});
