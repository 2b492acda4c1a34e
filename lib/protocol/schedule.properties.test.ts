import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays, type LocalDate, weekday } from "@/lib/time/local-date";

const start = fc.oneof(
  fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2023-01-01", n)),
  fc.constantFrom("2024-01-08", "2024-02-29", "2028-02-01", "2026-03-23", "2026-10-19"),
);
const scope = fc.constantFrom("this-week" as const, "onward" as const);
const exercise = fc.constantFrom(...fixtureProtocol.exercises.map((e) => e.key));
const change: fc.Arbitrary<Change | { kind: "undo" }> = fc.oneof(
  fc.constantFrom<Change>({ kind: "hold" }, { kind: "release" }, { kind: "repeat" }, { kind: "resume" }),
  fc.constant<Change>({ kind: "pause", until: null }),
  fc.integer({ min: 1, max: 3 }).map((weeks): Change => ({ kind: "extend", weeks })),
  fc.record({ kind: fc.constant("swap" as const), from: exercise, to: exercise, scope }),
  fc.record({ kind: fc.constant("drop" as const), exercise, scope }),
  fc.record({
    kind: fc.constant("dose" as const),
    exercise,
    scope,
    dose: fc.integer({ min: 1, max: 7 }).map((times) => ({ kind: "times" as const, times })),
  }),
  fc.constant({ kind: "undo" as const }),
);
const steps = fc.array(fc.record({ day: fc.integer({ min: -3, max: 110 }), change, pick: fc.nat() }), { maxLength: 9 });

function decisionsFrom(startDate: LocalDate, list: { day: number; change: Change | { kind: "undo" }; pick: number }[]) {
  const sorted = [...list].sort((a, b) => a.day - b.day);
  return sorted.flatMap((step, i): Decision[] => {
    const base = { id: `d${i}`, effectiveOn: addDays(startDate, step.day), madeAt: new Date(1e12 + i) };
    if (step.change.kind !== "undo") return [{ ...base, change: step.change }];
    return i === 0 ? [] : [{ ...base, change: { kind: "undo", undoes: `d${step.pick % i}` } }];
  });
}
const path = (startDate: LocalDate, decisions: Decision[], today: LocalDate): ProtocolPath =>
  protocolPath({ version: fixtureProtocol, enrolment: { startDate, zone: "Europe/London" }, decisions, today });

/** What a person has already seen of the weeks that began on or before `day`: numbers, and the plan of the days before it. */
function seenBy(weeks: PathWeek[], day: LocalDate) {
  return weeks
    .filter((w) => w.startsOn <= day)
    .map((w) => ({
      number: w.number,
      startsOn: w.startsOn,
      paused: w.pausedDays.filter((d) => d < day),
      planned: w.exercises
        .map((e) => `${e.exercise}: ${e.planned.filter((d) => d < day)}`)
        .filter((text) => !text.endsWith(": "))
        .sort(),
    }));
}

describe("any order of decisions", () => {
  it("never loses a protocol week and never skips one", () => {
    fc.assert(
      fc.property(start, steps, fc.integer({ min: -10, max: 200 }), (from, list, now) => {
        const p = path(from, decisionsFrom(from, list), addDays(from, now));
        const numbers = [...p.weeks, ...p.waiting].map((w) => w.number);
        expect(numbers[0]).toBe(1);
        for (let i = 1; i < p.weeks.length; i += 1) {
          const step = (numbers[i] ?? 0) - (numbers[i - 1] ?? 0);
          expect(step === 0 || step === 1).toBe(true);
        }
        expect(new Set(numbers).size).toBe(p.totalWeeks);
        for (const week of p.weeks) {
          expect(week.startsOn).toBe(addDays(from, 7 * week.index));
          expect(weekday(week.startsOn)).toBe(weekday(from));
        }
        expect(p.weeks.filter((w) => w.state === "current").length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it("never changes what was already lived when one more decision is made", () => {
    fc.assert(
      fc.property(start, steps, fc.integer({ min: 0, max: 120 }), change, (from, list, day, more) => {
        const before = decisionsFrom(from, list).filter((d) => d.effectiveOn <= addDays(from, day));
        const today = addDays(from, day);
        const change: Change =
          more.kind === "undo" && !("undoes" in more) ? { kind: "undo", undoes: "d0" } : (more as Change);
        const added: Decision = { id: "new", effectiveOn: today, madeAt: new Date(2e12), change };
        expect(seenBy(path(from, [...before, added], today).weeks, today)).toEqual(
          seenBy(path(from, before, today).weeks, today),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("says the same about the past tomorrow as it says today", () => {
    fc.assert(
      fc.property(
        start,
        steps,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 90 }),
        (from, list, day, more) => {
          const today = addDays(from, day);
          const decisions = decisionsFrom(from, list).filter((d) => d.effectiveOn <= today);
          expect(seenBy(path(from, decisions, addDays(today, more)).weeks, today)).toEqual(
            seenBy(path(from, decisions, today).weeks, today),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is as if never made when a decision is undone on the same day", () => {
    fc.assert(
      fc.property(start, steps, fc.integer({ min: 0, max: 110 }), change, (from, list, day, more) => {
        if (more.kind === "undo") return;
        const today = addDays(from, day);
        const others = decisionsFrom(from, list);
        const made: Decision = { id: "m", effectiveOn: today, madeAt: new Date(2e12), change: more };
        const undo: Decision = {
          id: "u",
          effectiveOn: today,
          madeAt: new Date(2e12 + 1),
          change: { kind: "undo", undoes: "m" },
        };
        expect(path(from, [...others, made, undo], addDays(from, 200))).toEqual(path(from, others, addDays(from, 200)));
      }),
      { numRuns: 300 },
    );
  });
});
