import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, nextWeekBegins, weekBegan, weekFirstDay, weekFrom } from "@/lib/safety/practice-week";
import { addDays, daysBetween } from "@/lib/time/local-date";

const anyStart = fc.option(fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${`${day}`.padStart(2, "0")}`));
const zones = ["Europe/London", "Pacific/Auckland", "America/Los_Angeles", "Africa/Cairo"];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)));

/** What a clock on the wall shows, asked of the machine and not of the code. */
const clock = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
    .format(at)
    .replace(",", "");
const weekdayOf = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long" }).format(new Date(`${date}T12:00:00Z`));

describe("the weeks of two people", () => {
  it("are the same whoever of the two is asked", () => {
    fc.assert(
      fc.property(anyStart, anyStart, anyZone, (one, other, zone) => {
        expect(calendarOf([one, other], zone)).toEqual(calendarOf([other, one], zone));
      }),
    );
  });

  it("begin at midnight where the couple is counted, on the weekday of the earlier path", () => {
    fc.assert(
      fc.property(anyStart, anyStart, anyZone, anyInstant, (one, other, zone, now) => {
        const calendar = calendarOf([one, other], zone);
        const [first] = [one, other].filter((start) => start !== null).sort();
        const began = weekBegan(calendar, now);
        // Egypt moves its clock at midnight: that day begins at one.
        expect(clock(began, zone)).toMatch(new RegExp(`^${weekdayOf(first ?? "2024-01-01")} 0[01]:00$`));
        expect(began <= now && now < nextWeekBegins(calendar, now)).toBe(true);
        expect(weekBegan(calendar, new Date(nextWeekBegins(calendar, now).getTime() - 1))).toEqual(began);
      }),
    );
  });

  it("follow the one path that there is, and a Monday without any", () => {
    expect(calendarOf([null, "2026-02-05"], "Europe/London").startDate).toBe("2026-02-05");
    expect(weekdayOf(calendarOf([null, null], "Europe/London").startDate)).toBe("Monday");
    expect(calendarOf([null], "Asia/Tokyo").zone).toBe("Asia/Tokyo");
  });

  it("leave the starts of the two in their order: the first is the person’s own", () => {
    const starts = ["2026-02-12", "2026-02-05"];
    expect(calendarOf(starts, "Europe/London").startDate).toBe("2026-02-05");
    expect(starts).toEqual(["2026-02-12", "2026-02-05"]);
  });
});

describe("the first week from a day on", () => {
  it("begins on that day where a week does, and else after it", () => {
    const days = ["2026-02-01", "2026-02-02", "2026-02-03", "2026-02-08", "2026-02-09"];
    expect(days.map((day) => weekFrom({ startDate: "2026-02-02" }, day))).toEqual([
      ...["2026-02-02", "2026-02-02", "2026-02-09", "2026-02-09", "2026-02-09"],
    ]);
  });
  it("is counted from a path that begins later too", () => {
    expect(weekFrom({ startDate: "2026-02-19" }, "2026-02-02")).toBe("2026-02-05");
    expect(weekFrom({ startDate: "2026-02-19" }, "2026-03-20")).toBe("2026-03-26");
  });
  it("is a first day of the calendar, within a week, and the same from every day between", () => {
    const anyDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays("2026-02-10", days));
    fc.assert(
      fc.property(anyDay, anyDay, (startDate, day) => {
        const first = weekFrom({ startDate }, day);
        expect(weekFirstDay({ startDate, zone: "UTC" }, new Date(`${first}T00:00:00Z`))).toBe(first);
        expect(daysBetween(day, first)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, first)).toBeLessThan(7);
        expect(weekFrom({ startDate }, first)).toBe(first);
      }),
    );
  });
});
