import { describe, expect, test } from "vitest";
import { changeThreshold, compareGaps, compareScores } from "@/lib/assessments/change";
import type { Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const full = builtIn("five-dimensions");

describe("change", () => {
  const emotional = full.scales[0];
  if (!emotional) throw new Error("no scale");

  test("Five Dimensions: 28 points is reliable, 24 is within measurement error, and both say assumed", () => {
    expect(changeThreshold(emotional)?.points).toBeCloseTo(27.33, 2);
    expect(compareScores(emotional, 40, 68)).toMatchObject({
      difference: 28,
      verdict: "reliable better",
      kind: "assumed",
    });
    expect(compareScores(emotional, 68, 40).verdict).toBe("reliable worse");
    expect(compareScores(emotional, 40, 64).words).toBe("higher, within measurement error (assumed)");
    expect(compareScores(emotional, 68, 40).words).toBe("lower and worse, beyond measurement error (assumed)");
    expect(compareScores(emotional, 40, 40).words).toBe("no difference, within measurement error (assumed)");
    expect(compareScores(emotional, 40, 80, { isProrated: true }).words).toBe(
      "higher and better, beyond measurement error (assumed, prorated)",
    );
  });

  test("where lower is better, a fall is better; a printed threshold is reached, a computed one is passed", () => {
    const total = builtIn("pcl-5").scales.find((scale) => scale.key === "total");
    if (!total) throw new Error("no scale");
    expect(compareScores(total, 50, 31)).toMatchObject({
      verdict: "reliable better",
      kind: "published",
      threshold: { points: 18, reached: "at least" },
      words: "lower and better, beyond measurement error (published)",
    });
    expect(compareScores(total, 50, 32).verdict).toBe("reliable better");
    expect(compareScores(total, 50, 33).verdict).toBe("within error");
    const computed = {
      direction: "higher" as const,
      reliability: { kind: "assumed" as const, value: 0.5, sd: 10, threshold: null, source: "x" },
    };
    const at = changeThreshold(computed)?.points ?? 0;
    expect(compareScores(computed, 0, at).verdict).toBe("within error");
    expect(compareScores(computed, 0, at + 0.001).verdict).toBe("reliable better");
  });

  test("the brief form has its own error, and beside the full form both errors count", () => {
    const brief = builtIn("five-dimensions-brief").scales[0];
    if (!brief) throw new Error("no scale");
    expect(changeThreshold(brief)?.points).toBeCloseTo(38.65, 2);
    expect(changeThreshold(brief, emotional)?.points).toBeCloseTo(33.47, 2);
    expect(changeThreshold(emotional, brief)?.points).toBe(changeThreshold(brief, emotional)?.points);
    const across = (after: number) => compareScores(brief, 40, after, { earlier: emotional }).verdict;
    expect([across(72), across(80)]).toEqual(["within error", "reliable better"]);
  });

  test("no figure is said, never guessed", () => {
    const fear = builtIn("fis").scales[0];
    if (!fear) throw new Error("no scale");
    expect(compareScores(fear, 150, 60)).toMatchObject({ verdict: "no figure", threshold: null, kind: null });
  });

  test("a gap is told by the side that moved, and is never better or worse", () => {
    const between = (...[was, is]: [[number, number], [number, number]]) =>
      compareGaps(emotional, { now: was[0], wished: was[1] }, { now: is[0], wished: is[1] });
    // The wish was given up, and more than now was lost: the gap grew smaller by it.
    const givenUp = between([40, 96], [20, 30]);
    expect(givenUp.difference).toBe(-46);
    expect(givenUp.words).toBe(
      "The wish fell from 96 to 30, beyond measurement error (assumed); now fell from 40 to 20, within measurement error (assumed).",
    );
    expect(between([40, 44], [40, 84]).words).toBe(
      "The wish rose from 44 to 84, beyond measurement error (assumed); now stayed at 40.",
    );
    expect(between([80, 90], [20, 20]).words).toMatch(
      /^Now fell from 80 to 20, beyond.*; the wish fell from 90 to 20, beyond/,
    );
  });

  test("while words of gain wait, now is told in figures, and a fall as a fall", () => {
    const told = (now: number) =>
      compareGaps(emotional, { now: 40, wished: 90 }, { now, wished: 90 }, { saysGain: false }).words;
    expect(told(80)).toBe("Now is 80, and was 40, beyond measurement error (assumed); the wish stayed at 90.");
    expect(told(0)).toContain("Now fell from 40 to 0, beyond");
  });
});
