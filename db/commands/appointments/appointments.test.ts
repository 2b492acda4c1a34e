import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { endCouple } from "@/db/commands/couples/end-couple";
import {
  getClientSessions,
  getOpenSessions,
  getSession,
  getWeekSessions,
  listBookable,
  sessionsOfCouple,
} from "@/db/queries/appointments/appointments";
import { getNextSession, getOwnSessions } from "@/db/queries/appointments/own-appointments";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { ending } from "@/db/testing/talked-alone";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";
import { askToMove } from "./ask-to-move";
import { bookAppointment } from "./book-appointment";
import { moveAppointment, takeAppointmentStep } from "./take-appointment-step";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const hour = 3_600_000;
const later = (hours: number) => new Date(testNow.getTime() + hours * hour);

let home: LinkedCouple;
let therapist: StaffActor;
beforeAll(async () => {
  home = await linkedCouple(pool);
  therapist = home.practice.therapist;
});

const step = (appointmentId: string, seen: number, kind: string, more: object = {}) =>
  stepForm.parse({ appointmentId, seen: String(seen), kind, ...more });
const moved = (appointmentId: string, seen: number, more: object = {}) =>
  moveForm.parse({
    ...{ appointmentId, seen: String(seen), date: "2026-11-25", time: "09:30", minutes: "60", place: "", ...more },
  });
const own = (who: ClientActor, now = testNow) => as(who, getOwnSessions, now);

async function single() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const id = await booked(pool, practice.therapist, bookingOf("client", client.clientId));
  return { practice, client, id };
}

describe("booking a session", () => {
  it("keeps it once, by the clock of whoever books, and its client reads when and where", async () => {
    const { practice, client, id } = await single();
    await booked(pool, practice.therapist, bookingOf("client", client.clientId, { id }));
    const read = { id, startsAt: new Date("2026-11-24T14:00:00Z"), minutes: 50, place: "Room 2" };
    expect(await own(client)).toEqual([{ ...read, isCalledOff: false, wish: null }]);
    expect(await as(client, getNextSession)).toMatchObject({ startsAt: read.startsAt });
    const other = bookingOf("client", client.clientId, { id, time: "16:00" });
    await expect(booked(pool, practice.therapist, other)).rejects.toThrow("booked already");
    expect((await auditOf(pool, practice.system)).filter(({ action }) => action === "appointments.booked")).toEqual([
      { action: "appointments.booked", client_id: client.clientId, actor_id: practice.therapist.accountId },
    ]);
  });

  it("asks once more where another of theirs stands at that time, and not where one only ends as it begins", async () => {
    const { practice, client } = await single();
    const at = (time: string, more = {}) => bookingOf("client", client.clientId, { time, ...more });
    for (const time of ["13:11", "14:00", "14:49"])
      await expect(booked(pool, practice.therapist, at(time))).rejects.toMatchObject({ fields: { again: "yes" } });
    for (const time of ["13:10", "14:50"]) await booked(pool, practice.therapist, at(time));
    await booked(pool, practice.therapist, at("14:30", { again: "yes" }));
    const colleagues = await mintClient(pool, practice, { name: "Ada", therapist: practice.colleague });
    await booked(pool, practice.colleague, bookingOf("client", colleagues.clientId));
    expect(await own(client)).toHaveLength(4);
  });

  it("is offered with whom one treats: a supervisor reads them and is offered nobody", async () => {
    const offered = async (actor: StaffActor) => {
      const { clients, couples } = await as(actor, listBookable);
      return [clients.map(({ name }) => name), couples.map(({ names }) => names)];
    };
    expect(await offered(therapist)).toEqual([["Dario", "Ines"], [["Ines", "Dario"]]]);
    expect(await offered(home.practice.supervisor)).toEqual([[], []]);
    expect(await offered(home.practice.colleague)).toEqual([[], []]);
  });

  it("out of the portal is on no page of the client’s, cannot be asked about, and stands with the therapist", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const id = await booked(pool, practice.therapist, bookingOf("client", client.clientId, { unlisted: "yes" }));
    expect(await own(client)).toEqual([]);
    const wish = { id: randomUUID(), appointmentId: id, words: null };
    await expect(as(client, (scope) => askToMove(scope, wish))).rejects.toMatchObject({ name: "NotFound" });
    const { coming } = await as(practice.therapist, (scope) => getClientSessions(scope, client.clientId));
    expect(coming).toMatchObject([{ id, isListed: false, place: "Room 2" }]);
  });
});

describe("what becomes of a session", () => {
  it("is a row of its own each time, with who and why, and nothing takes the place of what was not seen", async () => {
    const { practice, client, id } = await single();
    await as(practice.therapist, (scope) => moveAppointment(scope, moved(id, 1)));
    expect(await own(client)).toMatchObject([{ startsAt: new Date("2026-11-25T09:30:00Z"), minutes: 60, place: null }]);
    const unseen = step(id, 1, "cancelled", { cause: "therapist" });
    await expect(as(practice.therapist, (scope) => takeAppointmentStep(scope, unseen))).rejects.toThrow("has changed");
    const off = step(id, 2, "cancelled", { cause: "client", reason: "The flu" });
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, off));
    expect(await own(client)).toMatchObject([{ isCalledOff: true }]);
    expect(JSON.stringify(await own(client)), "never why").not.toMatch(/flu|client/);
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, step(id, 3, "reopened")));
    const { steps } = await as(practice.therapist, (scope) => getSession(scope, id));
    expect(steps.map(({ ordinal, kind, cause, reason }) => [ordinal, kind, cause, reason])).toEqual([
      [4, "reopened", null, null],
      [3, "cancelled", "client", "The flu"],
      [2, "moved", null, null],
      [1, "booked", null, null],
    ]);
  });

  it("can be said from its first minute on, and is on no page of the client’s once it is over", async () => {
    const { practice, client, id } = await single();
    const done = step(id, 1, "done");
    await expect(as(practice.therapist, (scope) => takeAppointmentStep(scope, done))).rejects.toThrow("not begun");
    expect(await own(client, later(28.5)), "still running").toHaveLength(1);
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, done), later(28.5));
    expect(await own(client, later(28.6))).toEqual([]);
    const read = await as(practice.therapist, (scope) => getClientSessions(scope, client.clientId), later(30));
    expect([read.coming, read.past.map(({ kind }) => kind)]).toEqual([[], ["done"]]);
  });

  it("waits for the therapist until it is said, and a session of one has nobody else whom it could be because of", async () => {
    const { practice, id } = await single();
    const open = (now: Date) => as(practice.therapist, getOpenSessions, now);
    expect(await open(testNow)).toEqual([]);
    expect(await open(later(29))).toMatchObject([{ id }]);
    for (const cause of ["second", "both"]) {
      const missed = step(id, 1, "missed", { cause });
      await expect(
        as(practice.therapist, (scope) => takeAppointmentStep(scope, missed), later(29)),
      ).rejects.toMatchObject({ fields: { cause: "Choose because of whom." } });
    }
    await as(
      practice.therapist,
      (scope) => takeAppointmentStep(scope, step(id, 1, "missed", { cause: "client" })),
      later(29),
    );
    expect(await open(later(30))).toEqual([]);
  });

  it("stands in the week in which it is now, of the therapist and of who reads with them, and of nobody else", async () => {
    const { practice, id } = await single();
    const week = (monday: string) => ({
      from: new Date(`${monday}T00:00:00Z`),
      until: new Date(new Date(`${monday}T00:00:00Z`).getTime() + 7 * 24 * hour),
    });
    const ids = async (actor: StaffActor, monday: string) =>
      (await as(actor, (scope) => getWeekSessions(scope, week(monday)))).map((one) => one.id);
    expect(await ids(practice.therapist, "2026-11-23")).toEqual([id]);
    expect(await ids(practice.supervisor, "2026-11-23"), "it is not in their own calendar").toEqual([]);
    expect((await as(practice.supervisor, (scope) => getSession(scope, id))).mayChange).toBe(false);
    await as(practice.therapist, (scope) => moveAppointment(scope, moved(id, 1, { date: "2026-12-02" })));
    expect(await ids(practice.therapist, "2026-11-23")).toEqual([]);
    expect(await ids(practice.therapist, "2026-11-30")).toEqual([id]);
    for (const stranger of [practice.colleague, (await mintPractice(pool)).owner])
      await expect(as(stranger, (scope) => getSession(scope, id))).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("the next session on the pages about a client", () => {
  it("is the first that is planned, alone or as one of two, and none once it is called off", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const next = async (who: ClientActor, reader = practice.therapist) =>
      (await as(reader, (scope) => getClientHeader(scope, who.clientId))).nextSessionAt;
    expect([await next(ines), await next(dario)]).toEqual([null, null]);
    const both = await booked(pool, practice.therapist, bookingOf("couple", coupleId, { date: "2026-12-03" }));
    await booked(pool, practice.therapist, bookingOf("client", ines.clientId, { date: "2026-12-01" }));
    expect([await next(ines), await next(dario)]).toEqual(
      ["2026-12-01T14:00:00Z", "2026-12-03T14:00:00Z"].map((at) => new Date(at)),
    );
    const off = step(both, 1, "cancelled", { cause: "both" });
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, off));
    expect([await next(dario), await next(ines, practice.supervisor)]).toEqual([
      null,
      new Date("2026-12-01T14:00:00Z"),
    ]);
  });
});

describe("a session of two", () => {
  it("is read the same by both, and one of either alone by nobody but them", async () => {
    const { ines, dario, coupleId } = home;
    const both = await booked(pool, therapist, bookingOf("couple", coupleId, { date: "2026-12-01" }));
    const alone = await booked(pool, therapist, bookingOf("client", ines.clientId, { date: "2026-12-02" }));
    expect((await own(ines)).map(({ id }) => id)).toEqual([both, alone]);
    expect((await own(dario)).map(({ id }) => id)).toEqual([both]);
    const [shared] = await own(dario);
    expect((await own(ines))[0]).toEqual(shared);
    expect(Object.keys(shared ?? {}).sort(), "nothing says with whom").toEqual(
      ["id", "isCalledOff", "minutes", "place", "startsAt", "wish"].sort(),
    );
    const { coming } = await as(therapist, (scope) => sessionsOfCouple(scope, coupleId));
    expect(coming.map(({ id }) => id)).toEqual([both]);
    const wish = { id: randomUUID(), appointmentId: alone, words: null };
    await expect(as(dario, (scope) => askToMove(scope, wish))).rejects.toMatchObject({ name: "NotFound" });
  });

  it("is moved for both; who asked, and whether anybody did, is on no page of the other’s", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const id = await booked(pool, practice.therapist, bookingOf("couple", coupleId));
    const before = await own(dario);
    const wish = { id: randomUUID(), appointmentId: id, words: "Not beside him, please." };
    for (const _ of ["sent", "sent again"]) await as(ines, (scope) => askToMove(scope, wish));
    expect(await own(dario)).toEqual(before);
    expect(await own(ines)).toMatchObject([{ wish: "waits" }]);
    await expect(as(dario, (scope) => askToMove(scope, wish))).rejects.toMatchObject({ name: "NotFound" });
    const letters = (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "move-asked");
    expect(letters.map(({ accountId, urgent }) => [accountId, urgent])).toEqual([
      [practice.therapist.accountId, false],
    ]);
    const open = await as(practice.therapist, getOpenSessions);
    expect(open).toMatchObject([{ id, wishes: [{ clientId: ines.clientId, words: wish.words }] }]);
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, step(id, 1, "kept")));
    expect(await own(dario), "left at its time").toEqual(before);
    expect(await own(ines)).toMatchObject([{ wish: "left" }]);
    await as(practice.therapist, (scope) => moveAppointment(scope, moved(id, 2)));
    expect(await own(ines)).toEqual(await own(dario));
  });

  it("of a link that ended is called off and moves no more, and stands no longer with who reads one of them", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const id = await booked(pool, practice.therapist, bookingOf("couple", coupleId));
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }));
    await expect(as(practice.therapist, (scope) => moveAppointment(scope, moved(id, 1)))).rejects.toThrow("has ended");
    expect((await as(practice.therapist, (scope) => getSession(scope, id))).one.isOfEndedLink).toBe(true);
    expect(await own(ines)).toEqual(await own(dario));
    const again = bookingOf("couple", coupleId, { date: "2026-12-01" });
    await expect(as(practice.therapist, (scope) => bookAppointment(scope, again))).rejects.toMatchObject({
      name: "NotFound",
    });
    const off = step(id, 1, "cancelled", { cause: "therapist" });
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, off));
    expect(await own(ines)).toEqual(await own(dario));
  });
});
