import { describe, expect, it } from "vitest";
import { type ScalePlan, withScales } from "@/lib/assessments/scale-plan";
import { scoreResponse } from "@/lib/assessments/score";
import { Refused } from "@/lib/errors";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { phq9 } from "@/lib/instruments/phq-9";

const bare = { ...fiveDimensions, scales: [] };
const plan = (given: Partial<ScalePlan>): ScalePlan => ({
  titles: ["Closeness", ""],
  places: new Map([
    ["emotional-1", 0],
    ["social-8", 0],
  ]),
  reversed: ["social-8"],
  method: "sum",
  direction: "higher",
  ...given,
});

describe("scales that a practice lays out itself", () => {
  it("count the chosen questions, reversed as told, over the range that the answers give", () => {
    const made = withScales(bare, plan({}));
    expect(made.scales).toMatchObject([{ title: "Closeness", range: { min: 0, max: 8 }, reliability: null }]);
    const answers = [
      { itemId: "emotional-1", form: "now" as const, value: 4 },
      { itemId: "social-8", form: "now" as const, value: 4 },
    ];
    expect(scoreResponse(made, answers).find(({ form }) => form === "now")?.score).toBe(4);
    expect(withScales(bare, plan({ method: "mean" })).scales[0]?.range).toEqual({ min: 0, max: 4 });
  });

  it("say which scale lacks a title or a question", () => {
    const fieldsOf = (given: Partial<ScalePlan>) => {
      try {
        withScales(bare, plan(given));
        return {};
      } catch (error) {
        return error instanceof Refused ? error.fields : {};
      }
    };
    expect(fieldsOf({ titles: ["", ""] })).toHaveProperty(["titles.0"]);
    expect(fieldsOf({ titles: ["Closeness", "Another"] })).toHaveProperty(["titles.1"]);
  });

  it("never replace a published key", () => {
    expect(() => withScales(phq9, plan({}))).toThrow(/belong to its key/);
  });
});
