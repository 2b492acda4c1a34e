import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays, daysBetween } from "@/lib/time/local-date";
import { localDate, startOfDayInstant } from "@/lib/time/zone";

const zones = fc.constantFrom(
  "Europe/London",
  "America/New_York",
  "America/Havana",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
);
// Starts whose ten weeks cross a clock change or a leap day.
const starts = fc.constantFrom("2026-02-02", "2026-03-23", "2026-09-07", "2026-10-19", "2028-01-10", "2028-02-29");

describe("a path in its zone", () => {
  it("turns to the next day at local midnight and at no other hour", () => {
    fc.assert(
      fc.property(zones, starts, fc.integer({ min: 0, max: 24 * 70 }), (zone, startDate, hours) => {
        const at = (instant: Date) =>
          protocolPath({
            version: fixtureProtocol,
            enrolment: { startDate, zone },
            decisions: [],
            today: localDate(instant, zone),
          });
        const instant = new Date(startOfDayInstant(startDate, zone).getTime() + hours * 3_600_000);
        const path = at(instant);
        const lived = daysBetween(startDate, localDate(instant, zone));
        if (lived >= 70) {
          expect(path.status).toBe("follow-up");
          return;
        }
        expect(path.current?.number).toBe(Math.floor(lived / 7) + 1);
        expect(path.dayOfWeek).toBe((lived % 7) + 1);
        const midnight = startOfDayInstant(addDays(path.today, 1), zone).getTime();
        expect(at(new Date(midnight - 1)).today).toBe(path.today);
        expect(at(new Date(midnight)).today).toBe(addDays(path.today, 1));
        expect(path.endsOn).toBe(addDays(startDate, 69));
      }),
      { numRuns: 250 },
    );
  });
});
