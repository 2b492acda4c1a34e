import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineCorrectedTau } from "@/lib/statistics/baseline-corrected-tau";
import { mean, median } from "@/lib/statistics/central-values";
import { cronbachAlpha } from "@/lib/statistics/cronbach-alpha";
import { kendallTau } from "@/lib/statistics/kendall-tau";
import { twoSidedP } from "@/lib/statistics/normal";
import { phaseOverlap } from "@/lib/statistics/phase-overlap";
import { processLimits } from "@/lib/statistics/process-limits";
import { theilSen } from "@/lib/statistics/theil-sen";

const score = fc.integer({ min: 0, max: 96 });
const series = fc.array(score, { minLength: 2, maxLength: 20 });

describe("NAP and Tau", () => {
  test("are bounded, hold their interval, and mirror when the direction turns", () => {
    fc.assert(
      fc.property(series, series, (a, b) => {
        const up = phaseOverlap(a, b, "increase");
        const down = phaseOverlap(a, b, "decrease");
        if (!up || !down) throw new Error("no overlap");
        expect(up.nap).toBeGreaterThanOrEqual(0);
        expect(up.nap).toBeLessThanOrEqual(1);
        expect(up.napInterval.low).toBeLessThanOrEqual(up.nap);
        expect(up.napInterval.high).toBeGreaterThanOrEqual(up.nap);
        expect(up.nap + down.nap).toBeCloseTo(1, 12);
        expect(up.tau).toBeCloseTo(2 * up.nap - 1, 12);
        expect(up.napSe).toBeCloseTo(down.napSe ?? -1, 9);
      }),
    );
  });

  test("do not depend on order within a phase, and swap with the phases", () => {
    fc.assert(
      fc.property(series, series, (a, b) => {
        const one = phaseOverlap(a, b, "increase");
        expect(phaseOverlap(a.toReversed(), b.toSorted(), "increase")?.nap).toBeCloseTo(one?.nap ?? -1, 12);
        expect(phaseOverlap(b, a, "decrease")?.nap).toBeCloseTo(one?.nap ?? -1, 12);
      }),
    );
  });

  test("never fall when a later value rises", () => {
    fc.assert(
      fc.property(series, series, fc.integer({ min: 1, max: 40 }), (a, b, more) => {
        const higher = b.map((value, i) => (i === 0 ? value + more : value));
        const [before, after] = [phaseOverlap(a, b, "increase"), phaseOverlap(a, higher, "increase")];
        expect(after?.nap ?? -1).toBeGreaterThanOrEqual(before?.nap ?? 2);
      }),
    );
  });

  test("an empty phase has none; a single point has no standard error", () => {
    expect(phaseOverlap([], [1], "increase")).toBeNull();
    expect(phaseOverlap([1], [2, 3], "increase")?.napSe).toBeNull();
    expect(phaseOverlap([4, 4], [4, 4], "increase")).toMatchObject({ nap: 0.5, s: 0, z: 0, p: 1 });
    expect(() => phaseOverlap([1], [2], "increase", 95)).toThrow(RangeError);
  });
});

describe("Kendall's tau-b", () => {
  test("is bounded, and turns its sign when one list is mirrored", () => {
    fc.assert(
      fc.property(series, (y) => {
        const x = y.map((_, i) => i);
        const tau = kendallTau(x, y);
        if (!tau) return;
        expect(Math.abs(tau.tauB)).toBeLessThanOrEqual(1);
        expect(tau.p).toBeGreaterThanOrEqual(0);
        expect(tau.p).toBeLessThanOrEqual(1);
        expect(
          kendallTau(
            x,
            y.map((value) => -value),
          )?.tauB,
        ).toBeCloseTo(-tau.tauB, 12);
        expect(kendallTau(y, x)?.tauB).toBeCloseTo(tau.tauB, 12);
      }),
    );
  });

  test("its p rests on the variance of S over every order, ties in both lists included", () => {
    const orders = (list: number[]): number[][] =>
      list.length < 2
        ? [list]
        : list.flatMap((first, i) => orders(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
    for (const [x, y] of [
      [
        [1, 1, 2, 2, 2, 3],
        [1, 2, 2, 3, 3, 3],
      ],
      [
        [0, 0, 0, 1, 1, 1],
        [4, 4, 6, 6, 7, 7],
      ],
    ] as const) {
      const all = orders([...y]).map((order) => kendallTau(x, order)?.s ?? Number.NaN);
      const variance = mean(all.map((s) => s * s)) ?? Number.NaN;
      const tau = kendallTau(x, y);
      expect(tau?.p).toBeCloseTo(twoSidedP((tau?.s ?? 0) / Math.sqrt(variance)), 9);
    }
  });

  test("a rising list is 1; a flat one has none; unequal lists are refused", () => {
    expect(kendallTau([1, 2, 3], [4, 5, 6])?.tauB).toBe(1);
    expect(kendallTau([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(() => kendallTau([1, 2], [1])).toThrow(RangeError);
  });
});

describe("Theil–Sen", () => {
  test("finds a straight line exactly, whatever one wild point does", () => {
    const line = [10, 8, 6, 4, 2, 0, -2].map((y, i) => (i === 3 ? 90 : y));
    expect(theilSen(line)).toEqual({ slope: -2, intercept: 12 });
    expect(theilSen([5])).toBeNull();
  });
});

describe("baseline-corrected Tau", () => {
  test("says how many baseline points it still needs", () => {
    expect(baselineCorrectedTau([1, 2, 3, 4], [5])).toEqual({ status: "baseline too short", needed: 5, given: 4 });
    expect(baselineCorrectedTau([1, 2, 3, 4, 5], []).status).toBe("undefined");
    expect(baselineCorrectedTau([3, 3, 3, 3, 3], [3, 3]).status).toBe("undefined");
  });

  test("mirrors when the scale is turned round", () => {
    const five = fc.array(score, { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(five, series, (a, b) => {
        const turn = (values: number[]) => values.map((value) => 96 - value);
        const [one, other] = [baselineCorrectedTau(a, b), baselineCorrectedTau(turn(a), turn(b))];
        if (one.status !== "computed" || other.status !== "computed") {
          expect(one.status).toBe(other.status);
          return;
        }
        expect(one.corrected).toBe(other.corrected);
        if (!one.corrected) expect(one.tau).toBeCloseTo(-other.tau, 12);
      }),
    );
  });
});

describe("process limits", () => {
  test("the median version keeps its centre when one day is odd", () => {
    const steady = processLimits([6, 6, 7, 6, 6, 7, 6], "median");
    const odd = processLimits([6, 6, 7, 1, 6, 7, 6], "median");
    expect([steady?.centre, odd?.centre]).toEqual([6, 6]);
    expect(steady?.upper).toBeCloseTo(6 + (3 / 1.128) * (4 / 6), 9);
    expect(processLimits([6], "median")).toBeNull();
  });

  test("are symmetric round the centre and the same read backwards", () => {
    fc.assert(
      fc.property(series, (values) => {
        const limits = processLimits(values, "median");
        const backwards = processLimits(values.toReversed(), "median");
        if (!limits) throw new Error("no limits");
        expect(limits.upper - limits.centre).toBeCloseTo(limits.centre - limits.lower, 9);
        expect(backwards?.upper).toBeCloseTo(limits.upper, 9);
      }),
    );
  });
});

describe("Cronbach's alpha", () => {
  const rows = [
    [3, 4, 3, 4],
    [1, 2, 2, 1],
    [4, 4, 4, 3],
    [0, 1, 1, 0],
    [2, 2, 3, 2],
  ];

  test("a worked case, and blank rows left out", () => {
    // Item variances 2.5, 1.8, 1.3, 2.5; variance of totals 29.7: 4/3 × (1 − 8.1/29.7).
    const got = cronbachAlpha([...rows, [null, 1, 2, 3]]);
    expect(got?.alpha).toBeCloseTo((4 / 3) * (1 - 8.1 / 29.7), 9);
    expect(got).toMatchObject({ n: 5, items: 4 });
  });

  test("does not depend on the order of items or people, and never exceeds 1", () => {
    const matrix = fc.array(fc.tuple(score, score, score, score), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(matrix, (people) => {
        const one = cronbachAlpha(people);
        const turned = cronbachAlpha(people.toReversed().map((row) => row.toReversed()));
        if (!one) {
          expect(turned).toBeNull();
          return;
        }
        expect(turned?.alpha).toBeCloseTo(one.alpha, 6);
        expect(one.alpha).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("is not made up where it does not exist", () => {
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2],
        [1, 2],
      ]),
    ).toBeNull();
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});

test("mean and median of nothing are nothing", () => {
  expect([mean([]), median([])]).toEqual([null, null]);
  expect(median([3, 1, 2, 10])).toBe(2.5);
});
