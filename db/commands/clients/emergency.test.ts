import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { decideAccess } from "@/db/commands/identity/decide-access";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { listAudit } from "@/db/queries/audit/entries";
import { getClientHeader, getClientOverview } from "@/db/queries/clients/client-overview";
import { countUnreviewed, listEmergencies, whichAreAlone } from "@/db/queries/clients/emergencies";
import { getOwnAccessDays } from "@/db/queries/clients/own-access";
import { account, supervision } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { readAuditFilter } from "@/lib/audit/filter";
import { correctRecord } from "./correct-record";
import { endEmergency, reviewEmergency } from "./end-emergency";
import { openEmergency } from "./open-emergency";

const pool = testPool();
const at = (minute: number, second = 0) => new Date(testNow.getTime() + (minute * 60 + second) * 1000);
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const named = (error: unknown) => (error instanceof Error ? error.name : String(error));

let practice: MintedPractice;
let theirs: ClientActor;
/** Of the colleague, whom the supervisor does not supervise. */
let recordNumber = 0;
beforeEach(async () => {
  practice = await mintPractice(pool);
  theirs = await mintClient(pool, practice, { name: "Noor Quist", therapist: practice.colleague });
  recordNumber = (await as(practice.owner, (scope) => getClientHeader(scope, theirs.clientId))).recordNumber;
});

const opening = (actor: StaffActor, who: string | number = recordNumber, now = testNow, id = randomUUID()) =>
  as(actor, (scope) => openEmergency(scope, { id, who: String(who), reason: "Her therapist does not answer." }), now);
const reads = (actor: StaffActor, now: Date, clientId = theirs.clientId) =>
  as(actor, (scope) => getClientOverview(scope, clientId), now).then(() => "reads", named);
const list = (actor: StaffActor, now = at(61)) => as(actor, listEmergencies, now);
const newest = async (actor: StaffActor, now = at(61)) => (await list(actor, now))[0];
const untold = (accountId: string) =>
  as(practice.owner, (scope) => decideUntold(scope, { clientId: theirs.clientId, accountId, decision: "named" }));

describe("a record that is opened in an emergency", () => {
  it("is read for sixty minutes and not a moment longer, and changed not at all", async () => {
    const { supervisor } = practice;
    expect(await reads(supervisor, testNow)).toBe("NotFound");
    expect(await opening(supervisor)).toBe(theirs.clientId);
    expect([await reads(supervisor, at(0)), await reads(supervisor, at(59, 59))]).toEqual(["reads", "reads"]);
    expect([await reads(supervisor, at(60)), await reads(supervisor, at(600))]).toEqual(["NotFound", "NotFound"]);
    const { emergency } = await as(supervisor, (scope) => getClientHeader(scope, theirs.clientId), at(22, 1));
    expect(emergency).toMatchObject({ minutesLeft: 38 });
    const facts = { name: "Eve", pronouns: null, partnerName: null, zone: "Europe/London", reason: null };
    await expect(
      as(supervisor, (scope) => correctRecord(scope, { ...facts, clientId: theirs.clientId }), at(1)),
    ).rejects.toThrow("not found");
  });

  it("is one record, of whose couple and practice nothing else opens", async () => {
    const { practice: of, ines, dario } = await linkedCouple(pool);
    const stranger = await mintPractice(pool);
    const { clientId: foreign } = await mintClient(pool, stranger, { name: "Elsewhere" });
    await withScope(pool, of.system, testNow, ({ tx }) =>
      tx.update(supervision).set({ endedAt: testNow, endedBy: of.owner.accountId }),
    );
    const number = (await as(of.owner, (scope) => getClientHeader(scope, ines.clientId))).recordNumber;
    await opening(of.supervisor, number);
    const header = await as(of.supervisor, (scope) => getClientHeader(scope, ines.clientId));
    expect([header.partner?.clientId ?? null, header.partner?.coupleId ?? null]).toEqual([null, null]);
    expect(await reads(of.supervisor, at(1), dario.clientId)).toBe("NotFound");
    expect(await reads(of.supervisor, at(1), foreign)).toBe("NotFound");
    expect(await opening(of.supervisor, "Elsewhere", at(61)).catch(named)).toBe("NotFound");
    for (const who of ["Dario", "Nobody"])
      await expect(opening(of.supervisor, who, at(1))).rejects.toThrow("End that first");
  });

  it("ends when it is ended, by who opened it and nobody else, and is a row either way", async () => {
    const { supervisor, owner } = practice;
    await opening(supervisor);
    const id = (await newest(owner, at(1)))?.id ?? "";
    expect(await as(owner, (scope) => endEmergency(scope, { accessId: id }), at(5)).catch(named)).toBe("NotFound");
    for (const minute of [10, 11]) await as(supervisor, (scope) => endEmergency(scope, { accessId: id }), at(minute));
    expect([await reads(supervisor, at(9)), await reads(supervisor, at(10))]).toEqual(["reads", "NotFound"]);
    expect((await newest(owner))?.endedAt).toEqual(at(10));
    // The next one may be opened now.
    await opening(supervisor, recordNumber, at(12));
  });

  it("opens once, however often it is sent, and one at a time", async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => opening(practice.supervisor, recordNumber, testNow, id)));
    await Promise.allSettled([1, 2, 3].map(() => opening(practice.supervisor, recordNumber, at(1))));
    expect(await list(practice.owner)).toHaveLength(1);
    expect(await opening(practice.owner, recordNumber, at(1), id).catch(named)).toBe("NotFound");
  });

  it("is an owner’s or a supervisor’s to open, and of a record that they do not read by right", async () => {
    const { therapist, colleague, supervisor, owner } = practice;
    expect(await opening(therapist).catch(named)).toBe("Forbidden");
    expect(await opening(colleague).catch(named)).toBe("Forbidden");
    await mintClient(pool, practice, { name: "Ines Supervised" });
    await expect(opening(supervisor, "Ines Supervised")).rejects.toThrow("You read this record already");
    expect(await opening(owner, "noor quist")).toBe(theirs.clientId);
  });
});

describe("who is never to be told", () => {
  it("finds, reads and is told nothing, by name or number, before or during the hour, and cannot tell it from a missing record", async () => {
    const { supervisor, owner } = practice;
    const second = await secondOwner();
    await opening(supervisor);
    await untold(supervisor.accountId);
    await untold(second.accountId);
    expect(await reads(supervisor, at(1))).toBe("NotFound");
    expect([await list(supervisor), await list(second)]).toEqual([[], []]);
    expect((await list(owner)).length).toBe(1);
    expect(await as(second, countUnreviewed, at(61))).toBe(0);
    const refusals = await Promise.all(
      [recordNumber, "Noor Quist", 999_999, "Nobody"].map((who) =>
        opening(supervisor, who, at(70)).catch((error) => ({ ...error, at: "" })),
      ),
    );
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ sentence: expect.stringContaining("No record was opened") });
    const accessId = (await newest(owner))?.id ?? "";
    for (const who of [supervisor, second])
      expect(await as(who, (scope) => reviewEmergency(scope, { accessId, note: "Seen." }), at(61)).catch(named)).toBe(
        "NotFound",
      );
  });

  it("gets no letter of it either", async () => {
    const second = await secondOwner();
    await untold(second.accountId);
    await opening(practice.supervisor);
    expect((await told()).sort()).toEqual([practice.owner.accountId, practice.colleague.accountId].sort());
  });
});

describe("what was opened", () => {
  it("is told by letter to the therapist and the other owners, and to nobody else", async () => {
    await opening(practice.owner);
    expect(await told()).toEqual([practice.colleague.accountId]);
    const third = await secondOwner();
    await as(
      practice.owner,
      async (scope) => endEmergency(scope, { accessId: (await listEmergencies(scope))[0]?.id ?? "" }),
      at(2),
    );
    await opening(practice.supervisor, recordNumber, at(3));
    expect((await told()).sort()).toEqual(
      [practice.colleague.accountId, practice.colleague.accountId, practice.owner.accountId, third.accountId].sort(),
    );
  });

  it("stands in the record of access, and what was read then says so; the client sees the day", async () => {
    const { supervisor, owner } = practice;
    const days = (minute: number) => withScope(pool, theirs, at(minute), getOwnAccessDays);
    await opening(supervisor);
    expect(await days(4)).toEqual([]);
    await reads(supervisor, at(5));
    expect(await days(5)).toEqual(["2026-11-23"]);
    await reads(owner, at(6));
    const { rows } = await as(
      owner,
      (scope) => listAudit(scope, readAuditFilter({ record: String(recordNumber) }), 1),
      at(61),
    );
    const flagged = rows.filter(({ isEmergency }) => isEmergency).map(({ who, action }) => [who, action]);
    expect(flagged).toContainEqual([supervisor.name, "clients.chart-read"]);
    expect(flagged.every(([who]) => who === supervisor.name)).toBe(true);
    expect(rows.map(({ action }) => action)).toContain("clients.emergency-opened");
    expect(
      rows.some(
        ({ who, action, isEmergency }) => who === owner.name && action === "clients.chart-read" && !isEmergency,
      ),
    ).toBe(true);
    expect((await newest(owner))?.readings).toBe(1);
  });

  it("waits to be looked through by somebody else, once, with a note; a therapist reads of their own clients’", async () => {
    const { supervisor, owner, colleague, therapist } = practice;
    await opening(supervisor);
    const accessId = (await newest(owner, at(1)))?.id ?? "";
    const review = (actor: StaffActor, now = at(61)) =>
      as(actor, (scope) => reviewEmergency(scope, { accessId, note: "It was right." }), now);
    expect(await as(owner, countUnreviewed, at(59))).toBe(0);
    expect(await as(owner, countUnreviewed, at(61))).toBe(1);
    await expect(review(owner, at(59))).rejects.toThrow("open still");
    await expect(review(supervisor)).rejects.toThrow("You opened this one yourself");
    expect(await review(colleague).catch(named)).toBe("Forbidden");
    await review(owner);
    await expect(review(owner, at(62))).rejects.toThrow("already");
    expect(await as(owner, countUnreviewed, at(63))).toBe(0);
    expect((await newest(colleague))?.review).toMatchObject({ by: owner.name, note: "It was right.", at: at(61) });
    expect(await list(therapist)).toEqual([]);
    const { owner: elsewhere } = await mintPractice(pool);
    expect(await list(elsewhere)).toEqual([]);
    expect(await review(elsewhere).catch(named)).toBe("NotFound");
  });

  it("is looked through by who opened it where there is nobody else", async () => {
    const { owner, supervisor } = practice;
    await opening(owner);
    const hour = await newest(owner);
    const alone = () =>
      as(owner, async (scope) => (await whichAreAlone(scope, await listEmergencies(scope))).size, at(61));
    expect(await alone()).toBe(0);
    await as(owner, (scope) =>
      decideAccess(scope, { accountId: supervisor.accountId, decision: "withdrawn", reason: "Left." }),
    );
    expect(await alone()).toBe(1);
    await as(owner, (scope) => reviewEmergency(scope, { accessId: hour?.id ?? "", note: "Mine." }), at(61));
  });
});

/** Whom a letter about an emergency went to. */
async function told(): Promise<string[]> {
  const letters = await lettersOf(pool, practice);
  return letters.filter(({ aboutKind }) => aboutKind === "emergency-access").map(({ accountId }) => accountId);
}

async function secondOwner(): Promise<StaffActor> {
  const owner: StaffActor = { ...practice.owner, accountId: randomUUID(), name: "Another owner" };
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.insert(account).values({
      ...{ practiceId: practice.practiceId, id: owner.accountId, role: "owner", name: owner.name },
      ...{ email: `${owner.accountId}@staff.example`, zone: owner.zone, createdAt: testNow },
    }),
  );
  return owner;
}
