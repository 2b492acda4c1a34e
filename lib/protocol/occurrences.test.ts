import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentRule, isOpenEnded, scheduleThrough } from "@/lib/assessments/assignment-rule";
import { isClosed, isPastGracePeriod, occurrenceState } from "@/lib/assessments/closing";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { occurrences } from "@/lib/protocol/occurrences";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays, daysBetween, weekday } from "@/lib/time/local-date";
import { endOfDayInstant, localDate } from "@/lib/time/zone";

const HOUR = 3_600_000;
const window = { opensDaysBefore: 2, expiresDaysAfter: 5 };
const path = (startDate: string) =>
  protocolPath({ version: fixtureProtocol, enrolment: { startDate, zone: "UTC" }, decisions: [], today: startDate });
const date = fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2024-01-01", n));
const rule: fc.Arbitrary<AssignmentRule> = fc.oneof(
  date.map((on): AssignmentRule => ({ kind: "once", on })),
  fc
    .record({ weeks: fc.integer({ min: 1, max: 8 }), from: date, until: fc.option(date) })
    .map((r): AssignmentRule => ({ kind: "every", ...r })),
  fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
    .map((weeks): AssignmentRule => ({ kind: "protocol-weeks", weeks })),
  fc.constant<AssignmentRule>({ kind: "before-phases" }),
);

describe("recurring assignments", () => {
  it("come up on protocol weeks, before phases, and every n weeks", () => {
    const at = (r: AssignmentRule) =>
      occurrences(r, window, path("2025-09-01"), "2026-01-01").map((o) => [o.key, o.dueOn]);
    expect(at({ kind: "protocol-weeks", weeks: [5, 0, 5] })).toEqual([
      ["week-0", "2025-09-01"],
      ["week-5", "2025-10-05"],
    ]);
    expect(at({ kind: "before-phases" }).map(([, d]) => d)).toEqual(["2025-08-31", "2025-09-28", "2025-10-26"]);
    expect(at({ kind: "every", weeks: 4, from: "2025-10-01", until: "2025-11-30" }).map(([, d]) => d)).toEqual([
      "2025-10-01",
      "2025-10-29",
      "2025-11-26",
    ]);
    expect(at({ kind: "before-phases", phases: [3] }).map(([, d]) => d)).toEqual(["2025-10-26"]);
    expect(occurrences({ kind: "before-phases" }, window, null, "2026-01-01")).toEqual([]);
  });
  it("have unique keys, ascending dates and windows in order, and only grow", () => {
    fc.assert(
      fc.property(rule, date, date, fc.nat(200), (r, start, through, more) => {
        const list = occurrences(r, window, path(start), through);
        expect(new Set(list.map((o) => o.key)).size).toBe(list.length);
        list.forEach((o, i) => {
          const before = list[i - 1];
          if (before) expect(o.dueOn > before.dueOn).toBe(true);
          expect(daysBetween(o.opensOn, o.dueOn)).toBe(2);
          if (r.kind === "every") expect(weekday(o.dueOn)).toBe(weekday(r.from));
        });
        expect(occurrences(r, window, path(start), addDays(through, more)).slice(0, list.length)).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });
  it("stands somewhere on every day", () => {
    const occ = { key: "once", opensOn: "2026-03-27", dueOn: "2026-03-29", expiresOn: "2026-04-03" };
    const on = (d: string) => occurrenceState(occ, d, false);
    expect(["2026-03-26", "2026-03-27", "2026-03-29", "2026-04-03", "2026-04-04"].map(on)).toEqual([
      "not-yet",
      "open",
      "due-today",
      "overdue",
      "expired",
    ]);
    expect(occurrenceState(occ, "2027-01-01", true)).toBe("answered");
    expect(occurrenceState({ ...occ, expiresOn: null }, "2027-01-01", false)).toBe("overdue");
  });
  const zones = fc.constantFrom(
    "Europe/London",
    "America/Havana",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
  );
  const ms = (at: Date, by: number) => new Date(at.getTime() + by);
  it("closes at local midnight in every zone, across clock changes", () => {
    fc.assert(
      fc.property(date, zones, (on, zone) => {
        const sitting = { expiresOn: on, lastSavedAt: null, graceHours: null };
        const end = endOfDayInstant(on, zone);
        expect(localDate(ms(end, -1), zone) <= on).toBe(true);
        expect(localDate(end, zone) > on).toBe(true);
        expect([isClosed(sitting, zone, ms(end, -1)), isClosed(sitting, zone, end)]).toEqual([false, true]);
        expect(isPastGracePeriod(sitting, zone, ms(end, 2 * HOUR - 1))).toBe(false);
        expect(isPastGracePeriod(sitting, zone, ms(end, 2 * HOUR))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it("never closes on somebody who answers again within the grace, however long it takes", () => {
    fc.assert(
      fc.property(
        date,
        zones,
        fc.integer({ min: 1, max: 72 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        (on, zone, graceHours, pauses) => {
          let at = ms(endOfDayInstant(on, zone), -1);
          for (const pause of pauses) {
            const next = ms(at, pause % (graceHours * HOUR));
            const sitting = { expiresOn: on, lastSavedAt: at, graceHours };
            expect(isClosed(sitting, zone, next) || isPastGracePeriod(sitting, zone, next)).toBe(false);
            at = next;
          }
          const left = { expiresOn: on, lastSavedAt: at, graceHours };
          expect(isClosed(left, zone, ms(at, (graceHours + 25) * HOUR))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
  it("without a last day never closes", () => {
    const open = { expiresOn: null, lastSavedAt: null, graceHours: null };
    expect(isClosed(open, "Europe/London", new Date("2199-01-01T00:00:00Z"))).toBe(false);
    expect(isPastGracePeriod(open, "Europe/London", new Date("2199-01-01T00:00:00Z"))).toBe(false);
  });
});

describe("a rule without an end", () => {
  const endless = fc
    .record({ weeks: fc.integer({ min: 1, max: 26 }), from: date })
    .map((r): AssignmentRule => ({ kind: "every", ...r, until: null }));
  const scheduledOn = (r: AssignmentRule, today: string) =>
    occurrences(r, window, null, scheduleThrough(r, today)).filter(({ dueOn }) => dueOn >= today);
  it("is laid out day by day to the same occurrences as at once: none twice, none left out", () => {
    fc.assert(
      fc.property(endless, date, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), (r, start, steps) => {
        const kept = new Map(scheduledOn(r, start).map((o) => [o.key, o]));
        let today = start;
        for (const step of steps) {
          today = addDays(today, step);
          for (const o of scheduledOn(r, today)) kept.set(o.key, kept.get(o.key) ?? o);
        }
        const through = scheduleThrough(r, today);
        const wanted = occurrences(r, window, null, through).filter(({ dueOn }) => dueOn >= start);
        expect([...kept.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))).toEqual(wanted);
        expect(scheduledOn(r, today).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  it("never reaches less far on a later day, and always holds the next one", () => {
    fc.assert(
      fc.property(endless, date, fc.nat(400), (r, today, more) => {
        const later = addDays(today, more);
        expect(scheduleThrough(r, later) >= scheduleThrough(r, today)).toBe(true);
        expect(daysBetween(today, scheduleThrough(r, today))).toBeGreaterThanOrEqual(84);
      }),
      { numRuns: 300 },
    );
  });
  it("says when it is one", () => {
    expect(isOpenEnded({ kind: "every", weeks: 2, from: "2026-01-01", until: null })).toBe(true);
    expect(isOpenEnded({ kind: "every", weeks: 2, from: "2026-01-01", until: "2026-03-01" })).toBe(false);
    expect(isOpenEnded({ kind: "before-phases" })).toBe(false);
  });
});
