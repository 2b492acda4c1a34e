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
    expect(changeThreshold(emotional)).toBeCloseTo(27.33, 2);
    expect(compareScores(emotional, 40, 68)).toMatchObject({
      difference: 28,
      verdict: "reliable better",
      kind: "assumed",
    });
    expect(compareScores(emotional, 68, 40).verdict).toBe("reliable worse");
    expect(compareScores(emotional, 40, 64).words).toBe("within measurement error (assumed)");
  });

  test("where lower is better, a fall is better; a printed threshold is used as printed", () => {
    const total = builtIn("pcl-5").scales.find((scale) => scale.key === "total");
    if (!total) throw new Error("no scale");
    expect(compareScores(total, 50, 31)).toMatchObject({
      verdict: "reliable better",
      kind: "published",
      threshold: 18,
    });
    expect(compareScores(total, 50, 32).verdict).toBe("within error");
  });

  test("no figure is said, never guessed", () => {
    const fear = builtIn("fis").scales[0];
    if (!fear) throw new Error("no scale");
    expect(compareScores(fear, 150, 60)).toMatchObject({ verdict: "no figure", threshold: null, kind: null });
  });

  test("a gap needs √2 times the change, and smaller is better", () => {
    expect(compareGaps(emotional, 60, 24).verdict).toBe("within error");
    expect(compareGaps(emotional, 60, 20).verdict).toBe("reliable better");
  });
});
