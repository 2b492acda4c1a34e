import { afterEach, expect, it } from "vitest";
import { calendarWeek } from "@/lib/appointments/calendar";
import { formatDay, formatFullDay, formatMoment, formatTime } from "@/lib/format";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays, weekday } from "@/lib/time/local-date";
import { endOfDayInstant, localDate, localHour, localInstant, startOfDayInstant } from "@/lib/time/zone";

/** The first to have a day, the last, one that changes by half an hour, and one that changes by an hour. */
const processZones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "America/New_York"];
const peoplesZones = ["Europe/London", "America/Havana", "Australia/Lord_Howe", "Pacific/Auckland"];
/** Days on which a clock changes somewhere, a leap day, and the ends of years. */
const days = [
  "2024-02-29",
  "2026-03-08",
  "2026-03-29",
  "2026-04-05",
  "2026-10-04",
  "2026-10-25",
  "2026-11-01",
  "2028-12-31",
];

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

const everything = () =>
  days.flatMap((day) =>
    peoplesZones.map((zone) => {
      const start = startOfDayInstant(day, zone);
      const moments = Array.from({ length: 27 }, (_, hour) => new Date(start.getTime() + (hour - 1) * 3_600_000));
      const path = protocolPath({
        version: fixtureProtocol,
        enrolment: { startDate: addDays(day, -30), zone },
        decisions: [],
        today: day,
      });
      return {
        ...{ day, zone, start, end: endOfDayInstant(day, zone), noon: localInstant(day, "01:30", zone), path },
        words: [formatDay(day, day), formatFullDay(day), weekday(day), calendarWeek(undefined, start, zone)],
        moments: moments.map((at) => [
          localDate(at, zone),
          localHour(at, zone),
          formatMoment(at, start, zone),
          formatTime(at, zone),
        ]),
      };
    }),
  );

it("is nothing that a date, a path or a sentence depends on", () => {
  process.env.TZ = "UTC";
  const asEver = JSON.stringify(everything());
  for (const zone of processZones) {
    process.env.TZ = zone;
    expect(new Date("2026-03-08T12:00:00Z").getHours(), "the process is in that zone").not.toBe(12);
    expect(JSON.stringify(everything()), zone).toBe(asEver);
  }
});
