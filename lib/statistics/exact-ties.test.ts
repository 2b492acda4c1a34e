import fc from "fast-check";
import { expect, test } from "vitest";
import { baselineCorrectedTau } from "@/lib/statistics/baseline-corrected-tau";
import { kendallTau } from "@/lib/statistics/kendall-tau";

/** Twice the middle of whole numbers, so that it is one too. */
function twiceMiddle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0);
}

/** The residuals in whole numbers of 1/1680, for whole scores and a baseline of at most eight: no rounding anywhere. */
function exactResiduals(a: readonly number[], b: readonly number[]): number[] {
  const slopes = a.flatMap((y, i) => a.slice(i + 1).map((later, gap) => ((later - y) * 420) / (gap + 1)));
  const slope = twiceMiddle(slopes);
  const intercept = twiceMiddle(a.map((y, i) => y * 840 - slope * (i + 1)));
  return [...a, ...b].map((y, i) => y * 1680 - intercept - 2 * slope * (i + 1));
}

test("values that are equal once the line is taken out are ties, not 1e-15 apart", () => {
  const found = baselineCorrectedTau([6, 7, 7, 7, 7, 9], [8, 6, 8, 9, 9]);
  if (found.status !== "computed") throw new Error(found.status);
  expect(found.corrected).toBe(true);
  expect(found.tau).toBeCloseTo(-0.553, 3);
  expect(found.p).toBeCloseTo(0.049, 3);
});

test("the tau of any series of whole scores is the one of exact arithmetic", () => {
  const score = fc.integer({ min: 1, max: 10 });
  const rising = fc.array(score, { minLength: 5, maxLength: 8 }).map((values) => values.sort((x, y) => x - y));
  fc.assert(
    fc.property(rising, fc.array(score, { minLength: 1, maxLength: 12 }), (a, b) => {
      const found = baselineCorrectedTau(a, b);
      if (found.status !== "computed" || !found.corrected) return;
      const exact = kendallTau(
        exactResiduals(a, b),
        [...a, ...b].map((_, i) => (i < a.length ? 0 : 1)),
      );
      expect(found.tau).toBe(exact?.tauB);
      expect(found.p).toBe(exact?.p);
    }),
    { numRuns: 400 },
  );
});
