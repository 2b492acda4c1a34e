import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/time/local-date";
import {
  endOfDayInstant,
  isZone,
  localDate,
  localHour,
  localInstant,
  placeOfZone,
  startOfDayInstant,
} from "@/lib/time/zone";

const zones = fc.constantFrom(
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "America/Havana",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "UTC",
);
const dates = fc.integer({ min: 0, max: 6000 }).map((n) => addDays("2020-01-01", n));

describe("zones", () => {
  it("are called by their place, as people say it", () => {
    expect(["Europe/London", "America/New_York", "America/Argentina/Buenos_Aires", "UTC"].map(placeOfZone)).toEqual([
      ...["London", "New York", "Buenos Aires", "UTC"],
    ]);
  });
  it("knows a zone from a word and from an offset", () => {
    expect(isZone("Europe/London")).toBe(true);
    expect(isZone("UTC")).toBe(true);
    for (const name of ["", "Europe/Atlantis", "+02:00", "London, please"]) expect(isZone(name), name).toBe(false);
  });
  it("says another date on the other side of the world", () => {
    const instant = new Date("2026-03-01T11:30:00Z");
    expect(localDate(instant, "Pacific/Kiritimati")).toBe("2026-03-02");
    expect(localDate(instant, "Pacific/Pago_Pago")).toBe("2026-03-01");
    expect(localHour(instant, "Asia/Kolkata")).toBe(17);
  });
  it("keeps a 23 and a 25 hour day whole", () => {
    const hours = (date: string) =>
      (endOfDayInstant(date, "Europe/London").getTime() - startOfDayInstant(date, "Europe/London").getTime()) /
      3_600_000;
    expect(hours("2026-03-29")).toBe(23);
    expect(hours("2026-10-25")).toBe(25);
    expect(hours("2026-06-01")).toBe(24);
  });
  it("starts the day at the first minute that exists", () => {
    expect(startOfDayInstant("2026-03-08", "America/Havana").toISOString()).toBe("2026-03-08T05:00:00.000Z");
    expect(localHour(startOfDayInstant("2026-03-08", "America/Havana"), "America/Havana")).toBe(1);
  });
  it("moves a time that does not exist forward", () => {
    expect(localInstant("2026-03-29", "01:30", "Europe/London").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(localInstant("2026-10-25", "01:30", "Europe/London").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });
  it("gives every instant of a day that day's date, and none of its neighbours'", () => {
    fc.assert(
      fc.property(dates, zones, fc.double({ min: 0, max: 0.999999, noNaN: true }), (date, zone, part) => {
        const start = startOfDayInstant(date, zone).getTime();
        const end = endOfDayInstant(date, zone).getTime();
        expect(end - start).toBeGreaterThanOrEqual(23 * 3_600_000);
        expect(localDate(new Date(Math.floor(start + part * (end - start))), zone)).toBe(date);
        expect(localDate(new Date(start - 1), zone)).toBe(addDays(date, -1));
        expect(localDate(new Date(end), zone)).toBe(addDays(date, 1));
      }),
      { numRuns: 300 },
    );
  });
});
