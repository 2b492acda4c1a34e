import { describe, expect, it } from "vitest";
import { firstNamesApart } from "@/lib/first-name";
import { causeName, causes, nextSteps, type StepKind, statusAfter, stepKinds, stepWords } from "./appointment";
import { bookForm, moveForm, stepForm } from "./appointment-forms";
import { calendarWeek, dayWords, withNumbers, withWhom } from "./calendar";

const now = new Date("2026-11-23T10:00:00Z");
const tomorrow = new Date("2026-11-24T10:00:00Z");
const standing = { startsAt: tomorrow, isAskedToMove: false, isOfEndedLink: false };
const next = (kind: StepKind, more: Partial<typeof standing> = {}) => nextSteps({ ...standing, kind, ...more }, now);

describe("what can happen to a session next", () => {
  it("is a move or calling it off before it begins, and how it went from its first minute on", () => {
    for (const kind of ["booked", "moved", "kept", "reopened"] as const) {
      expect(next(kind)).toEqual(["moved", "cancelled"]);
      expect(next(kind, { startsAt: now })).toEqual(["done", "missed", "moved", "cancelled"]);
    }
  });

  it("is leaving it at its time where somebody asked for another", () => {
    expect(next("booked", { isAskedToMove: true })).toEqual(["moved", "kept", "cancelled"]);
  });

  it("is taking it up again once it is over, so that the record says both", () => {
    for (const kind of ["done", "missed", "cancelled"] as const) expect(next(kind)).toEqual(["reopened"]);
  });

  it("asks nobody to one room with somebody they are not linked with any more", () => {
    for (const kind of stepKinds)
      for (const isAskedToMove of [true, false]) {
        const may = next(kind, { isOfEndedLink: true, isAskedToMove });
        expect(may).toEqual(statusAfter(kind) === "planned" ? ["cancelled"] : []);
      }
    expect(next("done", { isOfEndedLink: true, startsAt: now })).toEqual(["reopened"]);
  });
});

describe("words about a session", () => {
  it("name because of whom, and fit one person and two", () => {
    const two = { client: "Ines", second: "Dario", therapist: "Alma" };
    expect(causes.map((cause) => causeName(cause, two))).toEqual(["Ines", "Dario", "Ines and Dario", "Alma"]);
    expect(stepWords("missed", "both", two)).toBe("did not take place: Ines and Dario did not come");
    expect(stepWords("cancelled", "therapist", two)).toBe("called off by Alma");
    expect(new Set(stepKinds.map((kind) => stepWords(kind, null, two))).size).toBe(stepKinds.length);
  });

  it("say a full name of one, first names of two, and numbers while somebody looks on", () => {
    expect(withWhom({ name: "Ines Marchetti", secondName: null })).toBe("Ines Marchetti");
    expect(withWhom({ name: "Ines Marchetti", secondName: "Dario Conti" })).toBe("Ines and Dario");
    expect(withWhom({ name: "Sam Keller", secondName: "Sam Kohl" })).toBe("Sam Keller and Sam Kohl");
    expect(firstNamesApart(["Alma Keller", "alma Berg", "Dario Conti"])).toEqual(["Alma Keller", "alma Berg", "Dario"]);
    expect(withNumbers([3])).toBe("Record 3");
    expect(withNumbers([3, 14])).toBe("Record 3 and 14");
  });
});

describe("a week of the calendar", () => {
  it("is that of any of its days, from Monday, on the reader’s own clock, with the days on which clocks change", () => {
    expect(calendarWeek("2026-11-29", now, "Europe/London")).toMatchObject({
      ...{ monday: "2026-11-23", before: "2026-11-16", after: "2026-11-30" },
      ...{ from: new Date("2026-11-23T00:00:00Z"), until: new Date("2026-11-30T00:00:00Z") },
    });
    const spring = calendarWeek("2027-03-28", now, "Europe/Berlin");
    expect(spring.until.getTime() - spring.from.getTime()).toBe((7 * 24 - 1) * 3_600_000);
    for (const none of [undefined, "", "2026-02-31", ["2026-11-01"], "soon"])
      expect(calendarWeek(none, now, "Pacific/Auckland").monday).toBe("2026-11-23");
  });

  it("says of a day that somebody is away, else when they work", () => {
    const hours = [{ from: "09:00", to: "17:00" }, null, null, null, null, null, null];
    expect(dayWords("2026-11-23", hours, [])).toBe("09:00–17:00");
    expect(dayWords("2026-11-24", hours, [])).toBeNull();
    expect(dayWords("2026-11-23", hours, [{ fromDay: "2026-11-20", untilDay: "2026-11-23" }])).toBe("Away");
    expect(dayWords("2026-11-23", null, [{ fromDay: "2026-11-24", untilDay: "2026-11-30" }])).toBeNull();
  });
});

describe("the forms of a session", () => {
  const id = "3c6f1a52-6f0a-4b57-9a55-0d8ab4d5b3f1";
  const when = { date: "2026-11-24", time: "14:00", minutes: "50", place: "" };

  it("take whom, when and how long, and no place is none", () => {
    expect(bookForm.parse({ id, with: `couple.${id}`, ...when })).toMatchObject({
      ...{ with: { kind: "couple", id }, minutes: 50, place: null },
    });
    const wrongs = [
      { with: id },
      { with: "client.x" },
      { with: "" },
      { date: "2026-02-30" },
      { time: "25:00" },
      { minutes: "5" },
      { minutes: "241" },
      { minutes: "a while" },
      { place: "x".repeat(301) },
    ];
    for (const wrong of wrongs)
      expect(bookForm.safeParse({ id, with: `client.${id}`, ...when, ...wrong }).success, JSON.stringify(wrong)).toBe(
        false,
      );
    expect(moveForm.safeParse({ appointmentId: id, seen: "0", ...when }).success).toBe(false);
  });

  it("ask because of whom where something did not take place, and keep no cause where it did", () => {
    const step = { appointmentId: id, seen: "1" };
    expect(stepForm.safeParse({ ...step, kind: "missed" }).success).toBe(false);
    expect(stepForm.parse({ ...step, kind: "missed", cause: "client" })).toMatchObject({ cause: "client" });
    expect(stepForm.parse({ ...step, kind: "done", cause: "client" })).toMatchObject({ cause: null, reason: null });
    for (const kind of ["booked", "moved", ""]) expect(stepForm.safeParse({ ...step, kind }).success).toBe(false);
  });
});
