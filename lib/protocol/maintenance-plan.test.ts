import { describe, expect, it } from "vitest";
import { maintenancePlanQuestions, maintenancePlanSchema } from "@/lib/protocol/maintenance-plan";

const plan = {
  keep: ["A number at bedtime"],
  signsOfDrifting: ["Saying I'm fine"],
  firstStepBack: "Ask for a walk.",
  whoHelps: [],
};

describe("the keep-going plan", () => {
  it("needs something to keep, a sign and a step; help may stay open", () => {
    expect(maintenancePlanSchema.safeParse(plan).success).toBe(true);
    expect(maintenancePlanSchema.safeParse({ ...plan, keep: [] }).success).toBe(false);
    expect(maintenancePlanSchema.safeParse({ ...plan, firstStepBack: " " }).success).toBe(false);
    expect(Object.keys(maintenancePlanQuestions)).toEqual(Object.keys(maintenancePlanSchema.shape));
  });
});
