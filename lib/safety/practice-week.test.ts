import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, nextWeekBegins, weekBegan } from "@/lib/safety/practice-week";

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
});
