import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { setFeed } from "@/db/commands/appointments/set-feed";
import { takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { decideAccess } from "@/db/commands/identity/decide-access";
import { withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { stepForm } from "@/lib/appointments/appointment-forms";
import type { FeedForm } from "@/lib/appointments/feed";
import { calendarOf } from "./calendar";

const pool = testPool();

const make = async (actor: StaffActor, feed: FeedForm["feed"], minute = 0): Promise<string> =>
  (await withScope(pool, actor, new Date(testNow.getTime() + minute * 60_000), (scope) => setFeed(scope, { feed }))) ??
  "";
const read = (practiceId: string, token: string) => calendarOf(pool, { practiceId, token }, testNow);

/** What a calendar program finds in it. */
function entriesIn(text: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ""));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      ...{ summary: event.summary, uid: event.uid, sequence: event.sequence },
      ...{ start: event.startDate.toJSDate(), end: event.endDate.toJSDate() },
      more: one
        .getAllProperties()
        .map(({ name }) => name)
        .sort(),
    };
  });
}

describe("a calendar behind a secret address", () => {
  it("is read back by another program: when, initials by choice, and no name, place or word of what it is", async () => {
    const { practice, ines, coupleId } = await linkedCouple(pool);
    const { practiceId, therapist } = practice;
    const alone = await booked(pool, therapist, bookingOf("client", ines.clientId, { place: "The garden room" }));
    const both = await booked(pool, therapist, bookingOf("couple", coupleId, { date: "2026-12-01" }));
    const unlisted = bookingOf("client", ines.clientId, { date: "2026-12-03", unlisted: "yes" });
    const kept = await booked(pool, therapist, unlisted);
    const off = await booked(pool, therapist, bookingOf("client", ines.clientId, { date: "2026-12-02" }));
    const cancel = stepForm.parse({ appointmentId: off, seen: "1", kind: "cancelled", cause: "client" });
    await withScope(pool, therapist, testNow, (scope) => takeAppointmentStep(scope, cancel));
    const text = await read(practiceId, await make(therapist, "initials"));
    const more = ["dtend", "dtstamp", "dtstart", "sequence", "summary", "uid"];
    expect(entriesIn(text)).toEqual([
      {
        ...{ summary: "Booked: I", uid: alone, sequence: 0, more },
        ...{ start: new Date("2026-11-24T14:00:00Z"), end: new Date("2026-11-24T14:50:00Z") },
      },
      {
        ...{ summary: "Booked: I and D", uid: both, sequence: 0, more },
        ...{ start: new Date("2026-12-01T14:00:00Z"), end: new Date("2026-12-01T14:50:00Z") },
      },
      // Agreed by word alone: not even initials go to whoever keeps the calendar.
      {
        ...{ summary: "Booked", uid: kept, sequence: 0, more },
        ...{ start: new Date("2026-12-03T14:00:00Z"), end: new Date("2026-12-03T14:50:00Z") },
      },
    ]);
    expect(text).not.toMatch(/Ines|Dario|garden|therap|session|client|couple/i);
    const plain = entriesIn(await read(practiceId, await make(therapist, "nobody", 1)));
    expect(plain.map(({ summary }) => summary)).toEqual(["Booked", "Booked", "Booked"]);
  });

  it("is one address: a new one ends it, ending ends it, and so does a withdrawn access", async () => {
    const practice = await mintPractice(pool);
    const { practiceId, therapist, owner } = practice;
    const first = await make(therapist, "initials");
    const second = await make(therapist, "initials", 1);
    expect([await read(practiceId, first), entriesIn(await read(practiceId, second))]).toEqual([null, []]);
    await make(therapist, "off", 2);
    expect(await read(practiceId, second)).toBeNull();
    const third = await make(therapist, "nobody", 3);
    expect(await read(practiceId, third)).not.toBeNull();
    const gone = { accountId: therapist.accountId, decision: "withdrawn" as const, reason: "Left the practice." };
    await withScope(pool, owner, testNow, (scope) => decideAccess(scope, gone));
    expect(await read(practiceId, third)).toBeNull();
  });

  it("is nobody’s of another practice, and no address at all where nothing was made", async () => {
    const practice = await mintPractice(pool);
    const token = await make(practice.therapist, "initials");
    const other = await mintPractice(pool);
    for (const asked of [other.practiceId, "nowhere", ""]) expect(await read(asked, token)).toBeNull();
    for (const wrong of ["", "x".repeat(43), `${token}x`]) expect(await read(practice.practiceId, wrong)).toBeNull();
  });
});
