import { describe, expect, test } from "vitest";
import { baselineCorrectedTau } from "@/lib/statistics/baseline-corrected-tau";
import { kendallTau } from "@/lib/statistics/kendall-tau";
import known from "@/lib/statistics/known-answers.json";
import { type PhaseOverlap, phaseOverlap } from "@/lib/statistics/phase-overlap";
import { processLimits } from "@/lib/statistics/process-limits";
import { reliableChange, reliableChangeIndex } from "@/lib/statistics/reliable-change";
import { theilSen } from "@/lib/statistics/theil-sen";

const close = (actual: number | null | undefined, expected: number | undefined) => {
  expect(expected).toBeDefined();
  expect(actual).toBeCloseTo(expected ?? Number.NaN, 6);
};

function byId<T extends { id: string }>(cases: readonly T[], id: string): T {
  const found = cases.find((entry) => entry.id === id);
  if (!found) throw new Error(`no known answer named ${id}`);
  return found;
}

function overlap(id: string): { got: PhaseOverlap; out: Record<string, number | number[]>; A: number[]; B: number[] } {
  const { A, B, out } = byId(known.singleCase, id);
  const got = phaseOverlap(A, B, "increase");
  if (!got) throw new Error("no overlap");
  return { got, out: out as Record<string, number | number[]>, A, B };
}

const number = (out: Record<string, number | number[]>, key: string) => {
  const value = out[key];
  return typeof value === "number" ? value : undefined;
};

describe("reliable change", () => {
  test("Jacobson and Truax's worked example", () => {
    const { in: given, out } = byId(known.reliableChange, "JT-basic");
    const { sd = 0, r = 0, pre = 0, post = 0 } = given;
    const got = reliableChange(sd, r);
    close(got.sem, out.sem);
    close(got.sdiff, out.sdiff);
    close(got.threshold, out.threshold_1_96);
    close(reliableChangeIndex(pre, post, sd, r), out.rc);
  });

  test("five changes", () => {
    const { in: given, out } = byId(known.reliableChange, "RCI-5");
    const { sd = 0, r = 0, changes = [] } = given;
    close(reliableChange(sd, r).sdiff, out.sdiff);
    close(reliableChange(sd, r).sePrediction, out.sePrediction);
    expect(changes).toHaveLength(5);
    for (const [i, change] of changes.entries()) close(reliableChangeIndex(0, change, sd, r), out.rci?.[i]);
  });
});

describe("single-case overlap", () => {
  test("Parker, Vannest and Davis (2011)", () => {
    const { got, out, A, B } = overlap("PVD2011");
    close(got.nap, number(out, "NAP"));
    close(got.napSe, number(out, "NAP_SE_unbiased"));
    expect(out.NAP_CI95).toHaveLength(2);
    const [low, high] = out.NAP_CI95 as number[];
    // The published ends come from a root finder that stops within 1.2e-4; ours are the exact roots.
    expect(got.napInterval.low).toBeCloseTo(low ?? Number.NaN, 4);
    expect(got.napInterval.high).toBeCloseTo(high ?? Number.NaN, 4);
    close(got.tau, number(out, "Tau"));
    const line = theilSen(A);
    close(line?.slope, number(out, "theilSenSlope"));
    close(line?.intercept, number(out, "theilSenIntercept"));
    const trend = kendallTau([1, 2, 3, 4, 5, 6], A);
    close(trend?.tauB, number(out, "baselineTauB"));
    close(trend?.p, number(out, "baselineP_normal"));
    const corrected = baselineCorrectedTau(A, B);
    if (corrected.status !== "computed") throw new Error(corrected.status);
    expect(corrected.corrected).toBe(false);
    close(corrected.uncorrected, number(out, "tauB_uncorrected"));
    expect(corrected.tau).toBe(corrected.uncorrected);
  });

  test("Bob, of the scan package", () => {
    const { got, out } = overlap("Bob");
    close(got.nap, number(out, "NAP"));
    close(got.tau, number(out, "Tau"));
    expect(got.s).toBe(number(out, "SAB"));
    close(got.z, number(out, "Z_AB"));
    close(got.p, number(out, "p_AB"));
  });

  test("a falling baseline is taken out before the phases are compared", () => {
    const { out, A, B } = overlap("scanBCTau");
    const got = baselineCorrectedTau(A, B, { min: 0, max: 40 });
    if (got.status !== "computed") throw new Error(got.status);
    close(got.baseline.tauB, number(out, "baselineTauB"));
    close(got.baseline.p, number(out, "baselineP"));
    close(got.baseline.line.slope, number(out, "slope"));
    close(got.baseline.line.intercept, number(out, "intercept"));
    close(got.uncorrected, number(out, "tauB_uncorrected"));
    close(got.tau, number(out, "tauB_corrected"));
    expect(got.corrected).toBe(true);
    expect(got.lineLeavesScale).toBe(true);
  });
});

test("NIST's flow data", () => {
  const { x, out } = byId(known.xmr, "NIST-flow");
  const got = processLimits(x, "mean");
  close(got?.centre, out.mean);
  close(got?.meanMovingRange, out.mrBar);
  close(got?.sigma, out.sigma_d2_1_128);
  close(got?.upper, out.UCL);
  close(got?.lower, out.LCL);
  expect(got?.movingRangeUpper).toBeCloseTo(out.MR_UCL_3_267, 4);
  close(got?.medianMovingRange, out.medianMR);
});
