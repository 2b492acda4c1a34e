import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { connectionBaseline } from "@/lib/connection/baseline";
import { summariseConnection } from "@/lib/connection/connection-summary";
import { type ConnectionCheck, weeklyMedians } from "@/lib/connection/weekly-medians";

/** A Wednesday, eleven days before clocks change in Europe. */
const START = "2026-03-18";
const on = (day: number) => Temporal.PlainDate.from(START).add({ days: day }).toString();
/** One value per day from the start; null is a day without a check. */
const daily = (values: (number | null)[]): ConnectionCheck[] =>
  values.flatMap((value, day) => (value === null ? [] : [{ date: on(day), value }]));
const week = (value: number | null) => Array.from({ length: 7 }, () => value);
const fortnight = [6, 7, 6, 6, 5, 6, 7, 6, 6, 7, 6, 5, 6, 6];

describe("weekly medians", () => {
  test("weeks start on the enrolment's weekday, across a clock change, and a week without checks is a gap", () => {
    const weeks = weeklyMedians(daily([...week(6), ...week(null), 3, 4, 8]), START, on(16));
    expect(weeks).toEqual([
      { week: 1, median: 6, days: 7, checks: 7, complete: true },
      { week: 2, median: null, days: 0, checks: 0, complete: true },
      { week: 3, median: 4, days: 3, checks: 3, complete: false },
    ]);
  });

  test("two checks on a day count once; before the start and after today count not at all", () => {
    const checks = [
      { date: on(-1), value: 1 },
      { date: on(0), value: 4 },
      { date: on(0), value: 6 },
      { date: on(2), value: 10 },
    ];
    expect(weeklyMedians(checks, START, on(1))).toEqual([{ week: 1, median: 5, days: 1, checks: 2, complete: false }]);
    expect(weeklyMedians(checks, START, on(-1))).toEqual([]);
  });

  test("stay between the least and the most, whatever order the checks come in", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 80 }), (values) => {
        const weeks = weeklyMedians(daily(values), START, on(values.length - 1));
        expect(weeklyMedians(daily(values).toReversed(), START, on(values.length - 1))).toEqual(weeks);
        for (const { median } of weeks) {
          expect(median).toBeGreaterThanOrEqual(Math.min(...values));
          expect(median).toBeLessThanOrEqual(Math.max(...values));
        }
      }),
    );
  });

  test("a value or date that is none is refused", () => {
    expect(() => weeklyMedians([{ date: START, value: 11 }], START, START)).toThrow(RangeError);
    expect(() => weeklyMedians([{ date: "2026-02-30", value: 5 }], START, START)).toThrow(RangeError);
  });
});

describe("baseline", () => {
  test("is forming through day 14, then formed", () => {
    expect(connectionBaseline(daily(fortnight.slice(0, 5)), START, on(4))).toEqual({
      status: "forming",
      day: 5,
      of: 14,
      checks: 5,
    });
    expect(connectionBaseline(daily(fortnight), START, on(13)).status).toBe("forming");
    const formed = connectionBaseline(daily([...fortnight, 1, 1, 1]), START, on(16));
    expect(formed).toMatchObject({ status: "formed", median: 6, checks: 14 });
  });

  test("its band is median ± 2.66 × mean moving range, held within the scale", () => {
    const formed = connectionBaseline(daily(fortnight), START, on(14));
    if (formed.status !== "formed") throw new Error(formed.status);
    const meanRange = 10 / 13;
    expect(formed.lower).toBeCloseTo(6 - (3 / 1.128) * meanRange, 9);
    expect(formed.upper).toBeCloseTo(6 + (3 / 1.128) * meanRange, 9);
    const wild = connectionBaseline(daily([1, 10, 1, 10, 1, 10]), START, on(14));
    expect(wild).toMatchObject({ status: "formed", lower: 1, upper: 10 });
  });

  test("four checks in a fortnight are too few, five are enough", () => {
    expect(connectionBaseline(daily([5, 5, 5, 5]), START, on(14))).toEqual({ status: "too few", checks: 3, needed: 5 });
    expect(connectionBaseline(daily([5, 5, 5, 5, 5]), START, on(14)).status).toBe("formed");
  });

  test("of somebody who begins late it is the first fourteen days that hold five checks", () => {
    const late = daily([...week(null), ...week(null), 4, null, 6, null, 4, null, 5, null, 6]);
    expect(connectionBaseline(late, START, on(22)).status).toBe("too few");
    const formed = connectionBaseline(late, START, on(23));
    expect(formed).toMatchObject({ status: "formed", from: 9, checks: 5, median: 5 });
    // Later days never move it.
    const more = [...late, ...week(1).map((_, i) => ({ date: on(24 + i), value: 1 }))];
    expect(connectionBaseline(more, START, on(40))).toEqual(formed);
  });
});

describe("signal", () => {
  const signal = (after: (number | null)[]) =>
    summariseConnection(daily([...fortnight, ...after]), START, on(13 + after.length)).signal;

  test.each<[string, (number | null)[], string]>([
    ["steady", [...week(6), ...week(6)], "none"],
    ["one point lower", [...week(5), ...week(5)], "none"],
    ["two points lower in one week", week(4), "watch"],
    ["two weeks running", [...week(4), ...week(3)], "review"],
    ["low, then back", [...week(4), ...week(6)], "none"],
    ["back, then low", [...week(6), ...week(4)], "watch"],
    ["low, silent, low", [...week(4), ...week(null), ...week(4)], "watch"],
    ["a low week that still runs", [...week(6), 2, 2, 2], "none"],
    ["one terrible day", [...week(6).slice(1), 1], "none"],
    ["higher", [...week(9), ...week(9)], "none"],
  ])("%s: %s → %s", (_, after, expected) => {
    expect(signal(after)).toBe(expected);
  });

  test("does not judge the weeks that the baseline is made of", () => {
    const values = [...week(9), ...week(4), ...week(4)];
    expect(summariseConnection(daily(values), START, on(values.length - 1)).signal).toBe("watch");
  });

  test("is silent without a baseline, and speaks once a late one is over", () => {
    const late = [9, null, null, null, null, null, null, ...week(null), 9, 8, 9, 9, 8, 9, 8];
    const until = (...after: (number | null)[]) =>
      summariseConnection(daily([...late, ...after]), START, on(20 + after.length));
    expect(until().status.kind).toBe("waiting");
    expect(summariseConnection(daily(late), START, on(18)).status.kind).toBe("no baseline");
    expect(until(...week(3), ...week(3)).signal).toBe("review");
    expect(until(...week(3), ...week(3)).sentence).toContain("below the first fortnight with enough checks (9)");
  });

  test("never grows quieter when checks fall", () => {
    const rank = { none: 0, watch: 1, review: 2 };
    const after = fc.array(fc.integer({ min: 2, max: 10 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(after, (values) => {
        expect(rank[signal(values.map((value) => value - 1))]).toBeGreaterThanOrEqual(rank[signal(values)]);
      }),
    );
  });
});

describe("sentence", () => {
  const sentence = (values: (number | null)[], days = values.length) =>
    summariseConnection(daily(values), START, on(days - 1)).sentence;

  test.each<[(number | null)[], number, string]>([
    [[], 3, "No connection checks yet."],
    [[6, null, 5], 3, "Baseline forming (3 of 14 days), with checks on 2 days so far."],
    [
      [...week(null), ...week(null), 6],
      20,
      "Checks on 1 day, 1 of them in the last fourteen. The baseline is the first fourteen days with checks on five: until they are over nothing can be compared, and no fall be told.",
    ],
    [
      [6, 5],
      20,
      "Checks on 2 days, 0 of them in the last fourteen. The baseline is the first fourteen days with checks on five: until they are over nothing can be compared, and no fall be told.",
    ],
    [fortnight, 16, "The first fortnight has a median of 6. The week after it is still running."],
    [fortnight, 21, "No checks in week 3. The first fortnight has a median of 6."],
    [fortnight, 63, "No checks in weeks 3 to 9. The first fortnight has a median of 6."],
    [[...fortnight, 3], 21, "Week 3 has one check, 3: 3 below the first fortnight (6)."],
    [[...fortnight, 6], 21, "Week 3 has one check, 6, the same as the first fortnight."],
    [[...fortnight, 3, 4], 21, "Week 3 has checks on 2 days, 3.5 in the middle: 2.5 below the first fortnight (6)."],
    [
      [...fortnight, 4, ...Array.from({ length: 6 }, () => null), 3],
      28,
      "Weeks 3 and 4 both lie at least 2 points below the first fortnight (6): week 3 has one check, 4; week 4 has one check, 3.",
    ],
    [
      [...week(5), ...week(5), ...week(5.5)],
      21,
      "Week 3 has a median of 5.5, 0.5 above the first fortnight (5). Every check of that fortnight was the same, so usual ups and downs are not known.",
    ],
    [[...week(10), ...week(10), ...week(10)], 21, "Week 3 has a median of 10, the same as the first fortnight."],
    [
      [2, 8, 2, 8, 2, 8, 5, 5, 5, 8, 2, 8, 2, 5, ...week(3)],
      21,
      "Week 3 has a median of 3, 2 below the first fortnight (5).",
    ],
    [[...fortnight, ...week(6)], 21, "Week 3 has a median of 6, the same as the first fortnight."],
    [
      [...fortnight, ...week(7)],
      21,
      "Week 3 has a median of 7, 1 above the first fortnight (6), within the usual ups and downs.",
    ],
    [
      [...fortnight, ...week(3)],
      21,
      "Week 3 has a median of 3, 3 below the first fortnight (6), outside the usual ups and downs.",
    ],
    [
      [...fortnight, ...week(4), ...week(3)],
      28,
      "Weeks 3 and 4 both lie at least 2 points below the first fortnight (6); week 4 has a median of 3.",
    ],
  ])("%# %j", (values, days, expected) => {
    expect(sentence(values, days)).toBe(expected);
  });

  test("tells no rise as one while the safety gate is not clear, and every fall", () => {
    const told = (values: (number | null)[]) =>
      summariseConnection(daily(values), START, on(20), { tellsRise: false }).sentence;
    expect(told([...fortnight, ...week(7)])).toBe("Week 3 has a median of 7.");
    expect(told([...fortnight, ...week(3)])).toContain("3 below");
  });
});
