import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWeeks,
  datesFrom,
  daysBetween,
  isLocalDate,
  localDateSchema,
  toEpochDay,
  weekday,
  weekFrom,
} from "@/lib/time/local-date";

const day = fc.integer({ min: -20_000, max: 60_000 });

describe("local dates", () => {
  it("knows leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(isLocalDate("2027-02-29")).toBe(false);
    expect(isLocalDate("2100-02-29")).toBe(false);
    expect(isLocalDate("2000-02-29")).toBe(true);
  });
  it("refuses what is not a date", () => {
    for (const text of ["", "2026-1-1", "2026-13-01", "2026-01-01T00:00", "tomorrow", "1200-01-01"]) {
      expect(localDateSchema.safeParse(text).success, text).toBe(false);
    }
    expect(() => toEpochDay("16/10/2025")).toThrow(RangeError);
  });
  it("numbers weekdays from Monday", () => {
    expect(weekday("2025-10-13")).toBe(1);
    expect(weekday("2025-10-19")).toBe(7);
    expect(weekday("1969-12-31")).toBe(3);
  });
  it("lists a week and nothing for an empty span", () => {
    expect(weekFrom("2024-02-26")).toEqual([
      "2024-02-26",
      "2024-02-27",
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
      "2024-03-02",
      "2024-03-03",
    ]);
    expect(datesFrom("2024-03-02", "2024-03-01")).toEqual([]);
  });
  it("adds and counts consistently", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (start, n) => {
        const date = addDays("1970-01-01", start);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(weekday(addWeeks(date, n))).toBe(weekday(date));
        expect(addDays(date, n) > date).toBe(n > 0);
      }),
    );
  });
});
