import { describe, expect, test } from "vitest";
import { changeWorking } from "@/lib/assessments/change-working";
import type { SentResponse } from "@/lib/assessments/result-view";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { phq9 } from "@/lib/instruments/phq-9";
import { rdas } from "@/lib/instruments/rdas";

const sent = (day: number, instrument: SentResponse["instrument"], score: number | null): SentResponse => ({
  id: `r${day}`,
  date: `2026-11-0${day}`,
  submittedAt: new Date(`2026-11-0${day}T10:00:00Z`),
  instrument,
  answers: [],
  scores: instrument.scales.flatMap(({ key }) =>
    instrument.forms.map((form): ScoreRecord => ({ scale: key, form, status: "scored", score, answered: 6, items: 6 })),
  ),
});
const between = (before: SentResponse | null, shown: SentResponse) =>
  changeWorking({ responses: before ? [before, shown] : [shown], shown, estimates: new Map() }, before);

describe("how a change is worked out", () => {
  test("the assumed figures of Five Dimensions give 28 points, and the index says how far", () => {
    const rows = between(sent(1, fiveDimensions, 40), sent(2, fiveDimensions, 68));
    const emotional = rows.find(({ key }) => key === "emotional");
    expect(emotional).toMatchObject({ kind: "assumed", figures: { sd: 18, reliability: 0.7 } });
    expect(emotional?.figures?.sem).toBeCloseTo(9.859, 3);
    expect(emotional?.figures?.sdiff).toBeCloseTo(13.943, 3);
    expect(emotional?.threshold.points).toBeCloseTo(27.33, 2);
    expect(emotional?.threshold.reached).toBe("more than");
    expect(emotional?.indices.map(({ form }) => form)).toEqual(["now", "wished"]);
    expect(emotional?.indices[0]?.index).toBeCloseTo(2.008, 3);
  });

  test("a threshold that its source prints stands alone", () => {
    const [total] = between(sent(1, rdas, 40), sent(2, rdas, 60)).filter(({ threshold }) => threshold.points === 11.58);
    expect(total).toMatchObject({ kind: "published", figures: null, indices: [], threshold: { reached: "at least" } });
  });

  test("there is no index without a second score, and nothing without a figure", () => {
    expect(between(null, sent(2, fiveDimensions, 60))[0]?.indices).toEqual([]);
    expect(between(sent(1, fiveDimensions, null), sent(2, fiveDimensions, 60))[0]?.indices).toEqual([]);
    const bare = { ...phq9, scales: phq9.scales.map((scale) => ({ ...scale, reliability: null })) };
    expect(between(sent(1, bare, 3), sent(2, bare, 9))).toEqual([]);
  });
});
