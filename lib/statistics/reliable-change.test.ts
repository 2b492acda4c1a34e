import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reliableChange, reliableChangeIndex } from "@/lib/statistics/reliable-change";

const score = fc.integer({ min: 0, max: 96 });

describe("reliable change", () => {
  test("the threshold falls as reliability rises, and grows with the SD", () => {
    const r = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(r, r, fc.double({ min: 0.1, max: 50, noNaN: true }), (one, two, sd) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        expect(reliableChange(sd, high).threshold).toBeLessThanOrEqual(reliableChange(sd, low).threshold);
        expect(reliableChange(sd * 2, low).threshold).toBeCloseTo(2 * reliableChange(sd, low).threshold, 9);
      }),
    );
  });

  test("swapping before and after turns the sign", () => {
    fc.assert(
      fc.property(score, score, (pre, post) => {
        expect(reliableChangeIndex(pre, post, 18, 0.7) + reliableChangeIndex(post, pre, 18, 0.7)).toBe(0);
      }),
    );
  });

  test("Five Dimensions: SD 18 and reliability .70 need about 28 points of 96", () => {
    expect(reliableChange(18, 0.7).threshold).toBeCloseTo(27.33, 2);
  });

  test("impossible figures are refused", () => {
    expect(() => reliableChange(0, 0.7)).toThrow(RangeError);
    expect(() => reliableChange(18, 1.2)).toThrow(RangeError);
    expect(() => reliableChange(Number.NaN, 0.5)).toThrow(RangeError);
  });
});
