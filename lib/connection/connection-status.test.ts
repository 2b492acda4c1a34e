import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasHeld } from "@/lib/connection/connection-status";
import { summariseConnection } from "@/lib/connection/connection-summary";
import { addDays } from "@/lib/time/local-date";

/*
 * Held against docs/RULES.md, section 6, over checks of any kind: none, one, ties, silences, the same value throughout, the
 * ends of the scale. Weeks, baseline and falls are worked out here once more, by the rule's own words.
 */

const START = "2026-09-07";
const checks = fc
  .tuple(
    fc.constantFrom(1, 2, 3, 6, 12),
    fc.array(fc.record({ day: fc.integer({ min: 0, max: 83 }), value: fc.integer({ min: 1, max: 10 }) }), {
      maxLength: 70,
    }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([span, all, isFlat, isSteady]) =>
    all.map(({ day, value }) => ({
      // Crowded into a few weeks, or spread; all alike for some, and at the top for others.
      day: day % (span * 7),
      value: isFlat ? 5 : isSteady ? Math.min(10, 9 + (value % 2)) : value,
    })),
  );
const middle = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
};

type Day = { day: number; value: number; count: number };

function daysOf(given: { day: number; value: number }[], last: number): Day[] {
  const days = [...new Set(given.map(({ day }) => day))].filter((day) => day <= last).sort((a, b) => a - b);
  return days.map((day) => {
    const here = given.filter((one) => one.day === day).map(({ value }) => value);
    return { day, value: middle(here), count: here.length };
  });
}

/** The first fourteen days that hold checks on five, once they are over. */
function baselineOf(days: Day[], last: number): { from: number; median: number; isFlat: boolean } | null {
  for (let from = 0; from + 14 <= last; from++) {
    const here = days.filter(({ day }) => day >= from && day < from + 14);
    if (here.length < 5) continue;
    const values = here.map(({ value }) => value);
    return { from, median: middle(values), isFlat: new Set(values).size === 1 };
  }
  return null;
}

const given = fc.record({ checks, last: fc.integer({ min: 0, max: 90 }), tellsRise: fc.boolean() });

const about = ({ checks: all, last, tellsRise }: typeof given extends fc.Arbitrary<infer G> ? G : never) => {
  const days = daysOf(all, last);
  const baseline = baselineOf(days, last);
  const week = Math.floor((last + 1) / 7);
  const here = days.filter(({ day }) => Math.floor(day / 7) === week - 1);
  const isJudged = baseline !== null && (week - 1) * 7 >= baseline.from + 14;
  const summary = summariseConnection(
    all.map(({ day, value }) => ({ date: addDays(START, day), value })),
    START,
    addDays(START, last),
    { tellsRise },
  );
  return {
    days,
    baseline,
    week,
    here,
    isJudged,
    median: here.length > 0 ? middle(here.map(({ value }) => value)) : null,
    summary,
  };
};

describe("the sentence above the connection chart", () => {
  test("is one whole sentence or more, whatever there is", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { sentence } = about(one).summary;
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|-\d/);
        if (!one.tellsRise) expect(sentence).not.toContain("above");
      }),
      { numRuns: 400 },
    );
  });

  test("compares nothing before fourteen days with five checks are over", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { baseline, days, summary } = about(one);
        expect(summary.baseline.status === "formed").toBe(baseline !== null);
        if (baseline !== null) expect(summary.baseline).toMatchObject({ from: baseline.from, median: baseline.median });
        if (baseline !== null) return;
        expect(summary.signal).toBe("none");
        expect(hasHeld(summary.status)).toBeNull();
        if (days.length === 0) expect(summary.sentence).toBe("No connection checks yet.");
        else expect(summary.sentence).toMatch(/forming|until they are over/);
      }),
      { numRuns: 400 },
    );
  });

  test("calls a week by what it rests on, and one check never a median", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { baseline, week, here, isJudged, summary } = about(one);
        if (baseline === null || !isJudged) return;
        const { sentence } = summary;
        const count = here.reduce((sum, day) => sum + day.count, 0);
        if (here.length === 0) expect(sentence).toMatch(new RegExp(`^No checks in weeks? (\\d+ to )?${week}\\.`));
        else if (here.length >= 3) expect(sentence).toMatch(new RegExp(`week ${week} has a median of`, "i"));
        else if (count === 1) expect(sentence).toMatch(new RegExp(`week ${week} has one check, `, "i"));
        else expect(sentence).toMatch(new RegExp(`week ${week} has (checks on 2 days|\\d+ checks on one day), `, "i"));
      }),
      { numRuns: 400 },
    );
  });

  test("tells every fall, and calls none of two points usual; without a width nothing is usual at all", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { baseline, here, isJudged, median, summary } = about(one);
        if (baseline === null || !isJudged || median === null) return;
        const { sentence, signal } = summary;
        if (median < baseline.median) expect(sentence).toContain("below");
        if (baseline.median - median >= 2) {
          expect(sentence).not.toContain("within the usual");
          expect(signal).not.toBe("none");
        } else expect(signal).toBe("none");
        if (baseline.isFlat || here.length < 3) expect(sentence).not.toMatch(/within the usual|outside the usual/);
        if (median === baseline.median) expect(sentence).toContain("the same as");
      }),
      { numRuns: 400 },
    );
  });

  test("says neither that it held nor that it fell where it lies below a fortnight that was always the same", () => {
    const days = (from: number, value: number) =>
      Array.from({ length: 7 }, (_, i) => ({ date: addDays(START, from + i), value }));
    const about = (value: number) =>
      hasHeld(summariseConnection([...days(0, 7), ...days(14, value)], START, addDays(START, 21)).status);
    expect([8, 7, 6, 5].map(about)).toEqual([true, true, null, false]);
  });

  test("is held only by a newest whole week with checks on three days, and never by silence", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { baseline, here, isJudged, median, summary } = about(one);
        const held = hasHeld(summary.status);
        if (baseline === null || !isJudged || median === null) expect(held).toBeNull();
        else if (baseline.median - median >= 2) expect(held).toBe(false);
        else if (here.length < 3) expect(held).toBeNull();
        else if (median >= baseline.median) expect(held).toBe(true);
        // It lies below, and nobody knows whether that is usual: neither said to have fallen, nor to have not.
        else if (baseline.isFlat) expect(held).toBeNull();
        // What the overview calls outside and below, no other page calls held.
        if (/below .*outside the usual/.test(summary.sentence)) expect(held).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
