import { describe, expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { fiveDimensionsBefore } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { CLOSED_GAP, type ComparedSitting, gapsClosed, scaleMoves, WIDE_GAP } from "@/lib/signals/scale-moves";

type Sides = [now: number, wished: number];

/** A sitting in which these dimensions came to this much; the others stay where they are. */
const sat = (id: string, over: Record<string, Sides>): ComparedSitting => ({
  id,
  at: "2025-10-16T07:42:00Z",
  instrument: fiveDimensions,
  scores: fiveDimensions.scales.flatMap(({ key }) => {
    const [now, wished] = over[key] ?? [48, 60];
    return (["now", "wished"] as const).map((form) => ({
      ...{ scale: key, form, score: form === "now" ? now : wished, status: "scored" as const },
    }));
  }),
});
const emotional = (now: number, wished = 60) => ({ emotional: [now, wished] as Sides });
const moves = (...sittings: ComparedSitting[]) =>
  scaleMoves(sittings).map(({ scale, verdict, isSecondTime }) => [scale, verdict, isSecondTime]);

describe("what moved since the first sitting", () => {
  it("is nothing with one sitting alone, nor within measurement error", () => {
    expect(moves(sat("a", emotional(20)))).toEqual([]);
    expect(moves(sat("a", emotional(48)), sat("b", emotional(48 + 27)))).toEqual([]);
    expect(moves(sat("a", emotional(48)), sat("b", emotional(48 - 27)))).toEqual([]);
  });

  it("is told beyond it, either way, as one of five", () => {
    expect(moves(sat("a", emotional(48)), sat("b", emotional(48 + 28)))).toEqual([["Emotional", "better", false]]);
    expect(moves(sat("a", emotional(48)), sat("b", emotional(48 - 28)))).toEqual([["Emotional", "worse", false]]);
    expect(scaleMoves([sat("a", emotional(48)), sat("b", emotional(80))])[0]?.isOneOfFive).toBe(true);
  });

  it("is told for a second time where the sitting before had moved so too", () => {
    expect(moves(sat("a", emotional(40)), sat("b", emotional(70)), sat("c", emotional(72)))).toEqual([
      ["Emotional", "better", true],
    ]);
    expect(moves(sat("a", emotional(40)), sat("b", emotional(10)), sat("c", emotional(72)))).toEqual([
      ["Emotional", "better", false],
    ]);
  });

  it("is nothing where a score is missing", () => {
    const gone = sat("b", emotional(90));
    const without = { ...gone, scores: gone.scores.filter(({ scale }) => scale !== "emotional") };
    expect(moves(sat("a", emotional(40)), without)).toEqual([]);
  });
});

describe("two versions of an assessment", () => {
  const asked = (sitting: ComparedSitting, instrument: Instrument): ComparedSitting => ({ ...sitting, instrument });
  const over = (now: number, wished = 90) => ({ emotional: [now, wished] as Sides, social: [now, wished] as Sides });

  it("are compared only where they ask the same: a line that breaks is neither a fall nor a gain", () => {
    const old = asked(sat("a", over(20)), fiveDimensionsBefore);
    expect(moves(old, sat("b", over(80)))).toEqual([["Emotional", "better", false]]);
    expect(moves(asked(sat("a", over(80)), fiveDimensionsBefore), sat("b", over(20)))).toEqual([
      ["Emotional", "worse", false],
    ]);
    expect(gapsClosed([old, sat("b", over(88))]).map(({ title }) => title)).toEqual(["Emotional"]);
  });

  it("begin each line at its own first sitting, so that a fall after the break is told", () => {
    const [old, next] = [asked(sat("a", over(20)), fiveDimensionsBefore), sat("b", over(80))];
    expect(moves(old, next, sat("c", over(30)))).toEqual([["Social", "worse", false]]);
    expect(moves(old, next, sat("c", over(30)), sat("d", over(32)))).toEqual([["Social", "worse", true]]);
  });
});

describe("a gap that closed from the now side", () => {
  const closed = (before: Sides, after: Sides) =>
    gapsClosed([sat("a", { social: before }), sat("b", { social: after })]).map(({ title }) => title);

  it("was wide, is closed, and now came up", () => {
    expect(closed([40, 40 + WIDE_GAP], [70, 70 + CLOSED_GAP])).toEqual(["Social"]);
    expect(closed([40, 40 + WIDE_GAP - 1], [70, 70])).toEqual([]);
    expect(closed([40, 40 + WIDE_GAP], [70, 70 + CLOSED_GAP + 1])).toEqual([]);
  });

  it("is none where the wish came down instead", () => {
    expect(closed([40, 80], [40, 44])).toEqual([]);
    expect(closed([10, 90], [40, 44])).toEqual([]);
  });
});
