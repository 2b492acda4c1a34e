import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile, twoSidedP } from "@/lib/statistics/normal";

describe("the normal distribution", () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [2.5, 0.9937903346742238],
    [-3, 0.0013498980316300933],
    [-6, 9.865876450376946e-10],
  ])("P(Z ≤ %d)", (z, p) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(Math.max(1e-15, p * 1e-13));
  });

  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
  ])("the quantile of %d", (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-9);
  });

  test("quantile and distribution undo each other", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  test("the ends, and what is no probability", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect(twoSidedP(0)).toBe(1);
    expect(() => normalQuantile(1.01)).toThrow(RangeError);
  });
});
