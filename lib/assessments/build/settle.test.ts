import { describe, expect, it } from "vitest";
import { asItemForm, asScaleForm, draftOf } from "@/lib/assessments/build/drafts.testing";
import { withItem } from "@/lib/assessments/build/item-form";
import { movedItem, withoutItem } from "@/lib/assessments/build/items";
import { withScale } from "@/lib/assessments/build/scale-form";
import { settle } from "@/lib/assessments/build/settle";
import type { Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";

const blank = draftOf(4);
const scaled = settle(
  blank,
  withScale(blank, asScaleForm({ "items[]": ["q1", "q2", "q3"], "reversed[]": ["q2"] }), "scale-1"),
).instrument;
const conditional = settle(
  scaled,
  withItem(
    scaled,
    asItemForm({
      id: "q3",
      "counts[]": ["scale-1"],
      "conditionItem[]": ["q1"],
      "conditionWay[]": ["="],
      "conditionValue[]": ["often"],
    }),
    "q3",
  ),
).instrument;
const printed: Instrument = {
  ...scaled,
  scales: scaled.scales.map((scale) => ({
    ...scale,
    bands: [
      { min: 0, label: "Low" },
      { min: 12, label: "High" },
    ],
    figuresSource: "Somebody (2001)",
  })),
};

describe("a draft after a step", () => {
  it("has ranges that follow from its answers", () => {
    expect(scaled.scales[0]?.range).toEqual({ min: 0, max: 12 });
    const { instrument } = settle(scaled, withoutItem(scaled, "q1"));
    expect(instrument.scales[0]).toMatchObject({ items: ["q2", "q3"], range: { min: 0, max: 8 } });
  });

  it("names nothing that is gone, and says what went along", () => {
    const { instrument, along } = settle(conditional, withoutItem(conditional, "q1"));
    expect(instrument.items.find(({ id }) => id === "q3")?.enableWhen).toEqual([]);
    expect(along).toContain("Question 2 (“Said anew”) depended on question 1 (“Statement 1”) and is now always asked.");
    expect(along).toContain("The scale “Calm” counts one question less.");
  });

  it("loses a scale that has nothing left to count", () => {
    const one = settle(blank, withScale(blank, asScaleForm({ "items[]": ["q1"] }), "scale-1")).instrument;
    const { instrument, along } = settle(one, withoutItem(one, "q1"));
    expect(instrument.scales).toEqual([]);
    expect(along).toEqual(["The scale “Calm” has nothing left to count and is gone."]);
  });

  it("loses printed figures once it is counted in another way, and keeps a practice's own that still fit", () => {
    const other = settle(printed, withoutItem(printed, "q1"));
    expect(other.instrument.scales[0]).toMatchObject({ bands: [] });
    expect(other.instrument.scales[0]?.figuresSource).toBeUndefined();
    expect(other.along.join(" ")).toContain("they belong to the way in which it was counted before");
    const ours = { ...printed, scales: printed.scales.map((scale) => ({ ...scale, figuresSource: "ours" })) };
    const kept = settle(ours, withoutItem(ours, "q1"));
    expect(kept.instrument.scales[0]?.bands).toEqual([{ min: 0, label: "Low" }]);
    expect(kept.along.join(" ")).toContain("outside of its new range");
    const reworded = settle(printed, withItem(printed, asItemForm({ id: "q1", "counts[]": ["scale-1"] }), "q1"));
    expect(reworded.instrument.scales[0]?.bands).toHaveLength(2);
    expect(reworded.along).toEqual([]);
  });

  it("scores as its form says, reversed and all", () => {
    const answers = [4, 1, 3].map((value, i) => ({ itemId: `q${i + 1}`, form: "now" as const, value }));
    expect(scoreResponse(scaled, answers)[0]).toMatchObject({ score: 4 + 3 + 3, status: "scored" });
  });
});

describe("a question", () => {
  it("stays behind those on whose answers it depends", () => {
    expect(() => movedItem(movedItem(conditional, "q3", "up"), "q3", "up")).toThrow(
      "Question 2 (“Said anew”) is asked only after an answer to question 1 (“Statement 1”), so it stays behind it.",
    );
    expect(movedItem(conditional, "q4", "up").items.map(({ id }) => id)).toEqual(["q1", "q2", "q4", "q3"]);
  });

  it("is not the last one that goes, nor one that is gone", () => {
    expect(() => withoutItem(draftOf(1), "q1")).toThrow(/at least one question/);
    expect(() => withoutItem(blank, "q9")).toThrow(/not in the draft any more/);
    expect(() => movedItem(blank, "q1", "up")).toThrow(/first already/);
    expect(() => movedItem(blank, "q4", "down")).toThrow(/last already/);
  });
});
