import { describe, expect, it } from "vitest";
import { keepGoingPlanSchema, keepGoingQuestions } from "@/lib/protocol/keep-going";

const plan = {
  keep: ["A number at bedtime"],
  signsOfDrifting: ["Saying I'm fine"],
  firstStepBack: "Ask for a walk.",
  whoHelps: [],
};

describe("the keep-going plan", () => {
  it("needs something to keep, a sign and a step; help may stay open", () => {
    expect(keepGoingPlanSchema.safeParse(plan).success).toBe(true);
    expect(keepGoingPlanSchema.safeParse({ ...plan, keep: [] }).success).toBe(false);
    expect(keepGoingPlanSchema.safeParse({ ...plan, firstStepBack: " " }).success).toBe(false);
    expect(Object.keys(keepGoingQuestions)).toEqual(Object.keys(keepGoingPlanSchema.shape));
  });
});
