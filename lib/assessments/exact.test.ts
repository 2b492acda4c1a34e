import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareGaps, compareScores } from "@/lib/assessments/change";
import { exact } from "@/lib/assessments/exact";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { scaleRows } from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";

const printed = (threshold: number) => ({
  direction: "higher" as const,
  reliability: { kind: "published" as const, value: null, sd: null, threshold, source: "x" },
});

/** Sums and means of tenths, worked out in whole tenths here. */
describe("what floating point leaves on a figure", () => {
  test("keeps no change from a printed threshold that it reaches", () => {
    expect(4.1 - 3.6).toBeLessThan(0.5);
    expect(compareScores(printed(0.5), 3.6, 4.1)).toMatchObject({ difference: 0.5, verdict: "reliable better" });
    fc.assert(
      fc.property(fc.nat(70), fc.nat(70), fc.integer({ min: 1, max: 60 }), (from, to, tenths) => {
        const { verdict } = compareScores(printed(tenths / 10), from / 10, to / 10);
        expect(verdict.startsWith("reliable")).toBe(Math.abs(to - from) >= tenths);
      }),
    );
  });

  test("takes no computed threshold past itself", () => {
    const computed = {
      direction: "higher" as const,
      reliability: { kind: "assumed" as const, value: 0.5, sd: 1, threshold: null, source: "x" },
    };
    expect(compareScores(computed, 0.1, 2.06).verdict).toBe("within error");
    expect(compareScores(computed, 0.1, 2.07).verdict).toBe("reliable better");
  });

  test("keeps no sum from a band that it reaches", () => {
    const tenths = [7, 1];
    const instrument: Instrument = parseInstrument({
      ...{ key: "tenths", version: 1, title: "Tenths", purpose: "Counts.", minutes: 1, locale: "en-GB" },
      ...{ direction: "higher", layout: "one-page", forms: ["now"], stems: { now: null }, validated: false },
      items: tenths.map((_, i) => ({ id: `t${i}`, text: `Part ${i}`, options: "tenths", required: false })),
      optionSets: { tenths: [0, 1, 7].map((n) => ({ value: n / 10, label: `${n}`, codes: [] })) },
      scales: [
        {
          ...{ key: "sum", title: "Sum", items: ["t0", "t1"], method: "sum", direction: "higher" },
          range: { min: 0, max: 1.4 },
          bands: [
            { min: 0, label: "below eight tenths" },
            { min: 0.8, label: "eight tenths or more" },
          ],
        },
      ],
      certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "confirmed" },
      licence: { status: "practice", note: "Ours.", wording: "own" },
      ...{ references: [], codes: [] },
    });
    expect(0.7 + 0.1).toBeLessThan(0.8);
    const answers = tenths.map((n, i) => ({ itemId: `t${i}`, form: "now" as const, value: n / 10 }));
    const scores = scoreResponse(instrument, answers).map(({ reason: _, ...kept }) => kept);
    expect(scores[0]).toMatchObject({ score: 0.8, status: "scored" });
    const shown = { id: "r", date: "2026-03-01", submittedAt: new Date(0), instrument, answers, scores };
    const [row] = scaleRows({ responses: [shown], shown, estimates: new Map() }, null);
    expect(row).toMatchObject({ score: 0.8, band: "eight tenths or more" });
  });

  test("is all that goes: a third stays a third", () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (figure) => {
        expect(Math.abs(exact(figure) - figure)).toBeLessThan(1e-9);
      }),
    );
    expect(exact(7 / 3)).toBe(7 / 3);
  });
});

test("a gap between two means is told as means are shown, not in whole points", () => {
  const scale = { ...printed(0.5), method: "mean" as const };
  const told = compareGaps(scale, { now: 2.6, wished: 4.25 }, { now: 3.4, wished: 4.25 });
  expect(told.words).toBe("Now rose from 2.6 to 3.4, beyond measurement error (published); the wish stayed at 4.25.");
  expect(told.difference).toBe(-0.8);
});
