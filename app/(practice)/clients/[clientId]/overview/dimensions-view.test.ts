import { describe, expect, it } from "vitest";
import type { DimensionSitting } from "@/db/queries/clients/client-overview";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import { gapRows, type SentResponse } from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";
import { fiveDimensionsBefore } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { dimensionsView } from "./dimensions-view";

/** Five of the six emotional statements, so that 14.4 now and 33.6 wished stand for six. */
const prorated = (): SentResponse => {
  const items = fiveDimensions.scales.find(({ key }) => key === "emotional")?.items ?? [];
  const keyed = { now: [1, 1, 1, 0, 0], wished: [2, 2, 1, 1, 1] };
  const answers = (["now", "wished"] as const).flatMap((form) =>
    items.slice(0, 5).map((itemId, i) => {
      const reversed = fiveDimensions.items.some((item) => item.id === itemId && item.reversed);
      const value = keyed[form][i] ?? 0;
      return { itemId, form, value: reversed ? 4 - value : value };
    }),
  );
  const scores = scoreResponse(fiveDimensions, answers);
  return { id: "a", date: "2026-11-01", submittedAt: new Date(0), instrument: fiveDimensions, answers, scores };
};

it("states one gap for prorated answers on the overview and on the assessment’s own page", () => {
  const shown = prorated();
  const raw = shown.scores.filter(({ scale }) => scale === "emotional").map(({ score }) => score?.toFixed(1));
  expect(raw).toEqual(["14.4", "33.6"]);
  const view = dimensionsView([{ ...shown, assessmentId: "a", week: 0, flags: [] }], new Map());
  const own = gapRows({ responses: [shown], shown, estimates: new Map() }, null);
  expect(own).toMatchObject([{ title: "Emotional", gap: "19" }]);
  expect(view?.rows).toMatchObject([{ now: 14, wished: 34, gap: 19 }]);
  expect(view?.series[0]?.points).toMatchObject([{ now: 14, wished: 34, gap: 19 }]);
  expect(view?.widest).toEqual({ titles: ["emotional"], gap: 19 });
  expect(view?.cautions[0]).toContain("before rounding");
});

type Sides = Partial<Record<Dimension, [now: number | null, wished: number | null]>>;

/** A sitting in which every dimension stands at 60 of 60 wished, but for those that are named. */
const sitting = (week: number, given: Sides, more: Partial<DimensionSitting> = {}): DimensionSitting => ({
  assessmentId: `a${week}`,
  date: `2026-11-${String(week + 1).padStart(2, "0")}`,
  week,
  instrument: fiveDimensions,
  flags: [],
  scores: dimensions.flatMap((scale) =>
    (["now", "wished"] as const).flatMap((form, i) => {
      const score = (given[scale] ?? [60, 60])[i] ?? null;
      return [{ scale, form, score, status: score === null ? "unscored" : "scored", answered: 6, items: 6 } as const];
    }),
  ),
  ...more,
});
const view = (sittings: DimensionSitting[], saysGain = true) => dimensionsView(sittings, new Map(), saysGain);

describe("the sentence above the five dimensions", () => {
  it("says a fall first, though the wish was given up with it and every gap closed", () => {
    const found = view([sitting(0, { emotional: [80, 90] }), sitting(5, { emotional: [20, 20] })]);
    expect(found?.sentence).toBe(
      "Since baseline, beyond measurement error: emotional fell by 60 points (assumed); the wish for emotional fell by 70 points (assumed). Every part is as close as it is wished, or closer.",
    );
    expect(found?.falls).toMatch(/^Since baseline/);
    expect(found?.gapChanges[0]).toMatchObject({
      title: "Emotional",
      words:
        "Now fell from 80 to 20, beyond measurement error (assumed); the wish fell from 90 to 20, beyond measurement error (assumed).",
    });
  });

  it("speaks of every part only where every part has a score", () => {
    const none: [null, null] = [null, null];
    const only = { emotional: none, intellectual: none, recreational: none, social: none };
    expect(view([sitting(0, only)])?.sentence).toMatch(/^What has a score on both sides, sexual, is as close/);
    expect(view([sitting(0, { ...only, sexual: none })])?.sentence).toBe("There are too few answers for a score.");
  });

  it("asks for a second sitting before it speaks of one dimension that rose alone", () => {
    const [first, later] = [sitting(0, { social: [20, 90] }), { social: [60, 90] } satisfies Sides];
    const once = view([first, sitting(5, later)]);
    expect(once?.sentence).toContain("one of 5 scales alone rose beyond measurement error (assumed): ask for a second");
    expect(once?.sentence).not.toMatch(/social rose/);
    expect(once?.chance).toMatch(/^Five scales are judged at once \(assumed\): .* one client in seven/);
    const twice = view([first, sitting(5, later), sitting(10, later)]);
    expect(twice?.sentence).toContain("Since baseline, beyond measurement error: social rose by 40 points (assumed).");
    const swung = view([first, sitting(5, { social: [20, 90] }), sitting(10, later)]);
    expect(swung?.sentence).not.toMatch(/social rose/);
  });

  it("tells no gain while words of gain wait, on paper never, and a fall always", () => {
    const sittings = [
      sitting(0, { social: [20, 90], sexual: [80, 90] }),
      sitting(5, { social: [60, 90], sexual: [20, 90] }),
    ];
    const [open, closed] = [view(sittings), view(sittings, false)];
    expect(open?.sentence).toMatch(
      /^Since baseline, .*sexual fell by 60 .*Beyond measurement error as well: social rose by 40/,
    );
    expect(closed?.sentence).not.toMatch(/social rose/);
    expect(closed?.sentence).toMatch(/^Since baseline, .*sexual fell by 60/);
    expect(open?.plainSentence).toBe(closed?.plainSentence);
    expect(open?.gapChanges.map(({ plainWords }) => plainWords)).toEqual(closed?.gapChanges.map(({ words }) => words));
  });

  it("judges the brief form by its own error, and beside the full form by both", () => {
    const brief = { instrument: fiveDimensionsBrief };
    const at = (now: number): Sides => ({ emotional: [now, 60] });
    const moved = (from: DimensionSitting, to: DimensionSitting) => view([from, to])?.rows[0]?.change;
    expect(moved(sitting(0, at(24)), sitting(2, at(56), brief))).toMatchObject({ points: 32, reliable: false });
    expect(moved(sitting(0, at(24)), sitting(2, at(64), brief))).toMatchObject({ points: 40, reliable: true });
    expect(moved(sitting(0, at(24), brief), sitting(2, at(60), brief))).toMatchObject({ reliable: false });
    expect(view([sitting(0, at(24), brief), sitting(2, at(60), brief)])?.reliableFrom).toBe(
      "39 points or more (assumed)",
    );
    expect(view([sitting(0, at(24)), sitting(2, at(60))])?.reliableFrom).toBe("28 points or more (assumed)");
    expect(view([sitting(0, at(24)), sitting(2, at(60), brief)])?.reliableFrom).toBe("34 points or more (assumed)");
  });

  it("shows the newest measure whichever form it was, and names the form", () => {
    const brief = { instrument: fiveDimensionsBrief };
    const found = view([sitting(0, {}), sitting(5, { social: [44, 60] }), sitting(6, { sexual: [20, 60] }, brief)]);
    expect(found).toMatchObject({ week: 6, form: "brief", drawn: 3, brief: 1 });
    expect(found?.widest).toEqual({ titles: ["sexual"], gap: 40 });
    expect(found?.series[0]?.points.map(({ form }) => form)).toEqual(["full", "full", "brief"]);
    expect(found?.chance).toMatch(/^Five scales are judged at once \(assumed\)/);
  });

  it("holds the practice’s own figures for the form that they were made from, and for no other", () => {
    const own = new Map([
      ["emotional", { status: "estimated", reliability: { kind: "estimated", value: 0.99, sd: 10, threshold: null } }],
    ]) as unknown as Parameters<typeof dimensionsView>[1];
    const at = (now: number): Sides => ({ emotional: [now, 60] });
    const kindOf = (sittings: DimensionSitting[]) => dimensionsView(sittings, own)?.rows[0]?.change;
    expect(kindOf([sitting(0, at(24)), sitting(5, at(30))])).toMatchObject({ basis: "estimated", reliable: true });
    const mixed = [sitting(0, at(24), { instrument: fiveDimensionsBrief }), sitting(5, at(30))];
    expect(kindOf(mixed)).toMatchObject({ basis: "assumed", reliable: false });
  });

  it("says prorated beside what rests on a prorated score", () => {
    const filled = sitting(5, { emotional: [20, 60] });
    const scores = filled.scores.map((one) =>
      one.scale === "emotional" ? { ...one, status: "prorated" as const } : one,
    );
    const found = view([sitting(0, { emotional: [80, 60] }), { ...filled, scores }]);
    expect(found?.sentence).toContain("emotional fell by 60 points (assumed, prorated)");
    expect(found?.rows[0]?.change).toMatchObject({ isProrated: true });
  });

  it("names every dimension that is equally far", () => {
    const found = view([sitting(0, { social: [20, 60], sexual: [40, 80] })]);
    expect(found?.sentence).toBe("The widest distance, 40 between now and wished, is the same for social and sexual.");
    expect(found?.widest).toEqual({ titles: ["social", "sexual"], gap: 40 });
  });
});

describe("after a new version of the statements", () => {
  const old = { instrument: fiveDimensionsBefore };
  const fell: Sides = { emotional: [10, 60], social: [10, 60] };
  const found = view([sitting(0, {}, old), sitting(5, {}, old), sitting(10, fell)]);

  it("breaks the lines that ask other statements, and says where", () => {
    const breaks = found?.series.map(({ dimension, points }) => [
      dimension,
      points.map(({ isBreak = false }) => isBreak),
    ]);
    const [goesOn, isBroken] = [
      [false, false, false],
      [false, false, true],
    ];
    expect(breaks).toEqual([
      ["emotional", goesOn],
      ["intellectual", isBroken],
      ["recreational", isBroken],
      ["social", isBroken],
      ["sexual", goesOn],
    ]);
    expect(found?.breaks).toEqual([
      "From week 10 on, intellectual, recreational and social ask other statements: their lines break there, and scores before and after are not compared.",
      "From week 10 on, emotional and sexual ask the same in other words: compare with care.",
    ]);
    expect(view([sitting(0, {}), sitting(5, fell)])?.breaks).toEqual([]);
  });

  it("judges what can be compared, and nothing else", () => {
    expect(found?.falls).toContain("emotional fell by 50 points (assumed)");
    expect(found?.sentence).not.toMatch(/social (fell|rose)/);
    const changes = new Map(found?.rows.map(({ dimension, change }) => [dimension, change]));
    expect(changes.get("emotional")).toMatchObject({ points: -50, reliable: true });
    for (const dimension of ["intellectual", "recreational", "social"] as const)
      expect(changes.get(dimension)).toBeNull();
    expect(found?.gapChanges.map(({ title }) => title)).toEqual(["Emotional", "Sexual"]);
    expect(found?.chance).toMatch(/^Two scales/);
  });

  it("goes on between the brief form and the full one of the same version, and not across versions", () => {
    const brief = sitting(2, {}, { instrument: fiveDimensionsBrief });
    expect(view([sitting(0, {}), brief])?.breaks).toEqual([]);
    expect(view([sitting(0, {}, old), brief])?.breaks[0]).toContain("intellectual, recreational and social ask other");
  });
});
