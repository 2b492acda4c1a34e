import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, nextReminder, noReminders, type ReminderChoice, remindersNow } from "./own-reminders";

const choose = (chosen: Partial<ReminderChoice>): ReminderChoice => ({ ...noReminders, ...chosen });
const london = "Europe/London";
const at = (text: string) => new Date(text);
const kindsAt = (chosen: Partial<ReminderChoice>, when: string, zone = london) =>
  remindersNow(choose(chosen), at(when), zone).kinds;

describe("reminders at an hour of one's own", () => {
  it("come to nobody who did not ask", () => {
    fc.assert(
      fc.property(fc.date({ min: at("2026-01-01"), max: at("2028-01-01"), noInvalidDate: true }), (now) => {
        expect(remindersNow(noReminders, now, london).kinds).toEqual([]);
        expect(nextReminder(noReminders, now, london)).toBeNull();
      }),
    );
  });

  it("are due from the hour on, for two hours, on the client's own clock", () => {
    const evening = { exerciseHour: 19 };
    expect(kindsAt(evening, "2026-11-23T18:59:59Z")).toEqual([]);
    expect(kindsAt(evening, "2026-11-23T19:00:00Z")).toEqual(["exercise"]);
    expect(kindsAt(evening, "2026-11-23T20:59:59Z")).toEqual(["exercise"]);
    expect(kindsAt(evening, "2026-11-23T21:00:00Z")).toEqual([]);
    expect(kindsAt(evening, "2026-11-23T10:00:00Z", "Asia/Tokyo")).toEqual(["exercise"]);
  });

  it("are dropped at midnight: yesterday's hour is not today's", () => {
    expect(kindsAt({ checkHour: 23 }, "2026-11-23T23:30:00Z")).toEqual(["check"]);
    expect(kindsAt({ checkHour: 23 }, "2026-11-24T00:30:00Z")).toEqual([]);
  });

  it("are of both kinds where both hours are now", () => {
    expect(kindsAt({ exerciseHour: 19, checkHour: 20 }, "2026-11-23T20:10:00Z")).toEqual(["exercise", "check"]);
  });

  it("rest until their day, on the client's own date", () => {
    const chosen = { exerciseHour: 0, restUntil: "2026-11-30" };
    expect(kindsAt(chosen, "2026-11-29T23:59:00Z")).toEqual([]);
    expect(kindsAt(chosen, "2026-11-30T00:00:00Z")).toEqual(["exercise"]);
    expect(kindsAt(chosen, "2026-11-29T15:00:00Z", "Asia/Tokyo")).toEqual(["exercise"]);
    expect(nextReminder(choose(chosen), at("2026-11-24T12:00:00Z"), london)).toEqual(at("2026-11-30T00:00:00Z"));
  });

  it("keep quiet in the quiet hours, over midnight too", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    expect([21, 22, 23, 0, 6, 7].map((hour) => isQuiet(night, hour))).toEqual([false, true, true, true, true, false]);
    const noon = { quietFrom: 12, quietTo: 14 };
    expect([11, 12, 13, 14].map((hour) => isQuiet(noon, hour))).toEqual([false, true, true, false]);
    expect(isQuiet({ quietFrom: null, quietTo: null }, 3)).toBe(false);
    expect(kindsAt({ exerciseHour: 21, ...night }, "2026-11-23T21:30:00Z")).toEqual(["exercise"]);
    expect(kindsAt({ exerciseHour: 21, ...night }, "2026-11-23T22:00:00Z")).toEqual([]);
  });

  it("come after the gap where the clocks leave their hour out, and once where it comes twice", () => {
    // London, 29 March 2026: 01:00 to 02:00 does not exist. 25 October 2026: 01:00 to 02:00 comes twice.
    expect(nextReminder(choose({ checkHour: 1 }), at("2026-03-28T12:00:00Z"), london)).toEqual(
      at("2026-03-29T01:00:00Z"),
    );
    expect(kindsAt({ checkHour: 1 }, "2026-03-29T00:59:59Z")).toEqual([]);
    expect(kindsAt({ checkHour: 1 }, "2026-03-29T01:00:00Z")).toEqual(["check"]);
    const twice = choose({ checkHour: 1 });
    for (const when of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
      expect(remindersNow(twice, at(when), london)).toEqual({ kinds: ["check"], on: "2026-10-25" });
    expect(nextReminder(choose({ exerciseHour: 8 }), at("2026-10-24T12:00:00Z"), london)).toEqual(
      at("2026-10-25T08:00:00Z"),
    );
    expect(nextReminder(choose({ exerciseHour: 8 }), at("2026-10-23T12:00:00Z"), london)).toEqual(
      at("2026-10-24T07:00:00Z"),
    );
  });

  it("come when the next one was said to come, in every zone, every day of the year", () => {
    const zones = ["Europe/London", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
    fc.assert(
      fc.property(
        fc.date({ min: at("2026-01-01"), max: at("2028-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...zones),
        (now, exerciseHour, zone) => {
          const next = nextReminder(choose({ exerciseHour }), now, zone);
          if (!next) throw new Error("There is always a next day.");
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
          expect(remindersNow(choose({ exerciseHour }), next, zone).kinds).toEqual(["exercise"]);
        },
      ),
    );
  });
});
