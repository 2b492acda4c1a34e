import { expect, it } from "vitest";
import { maintenancePlanForm, planAsTyped } from "@/lib/protocol/maintenance-plan-form";

const ids = { id: crypto.randomUUID(), clientId: crypto.randomUUID() };

it("reads a line for each part, and writes it back the same", () => {
  const typed = {
    keep: " A walk \n\nA number at bedtime",
    signsOfDrifting: "Long evenings apart",
    firstStepBack: "Ask.",
    whoHelps: "",
  };
  const { id: _, clientId: __, ...plan } = maintenancePlanForm.parse({ ...ids, ...typed });
  expect(plan.keep).toEqual(["A walk", "A number at bedtime"]);
  expect(plan.whoHelps).toEqual([]);
  expect(planAsTyped(plan)).toEqual({ ...typed, keep: "A walk\nA number at bedtime" });
});

it("asks for what is missing, by field", () => {
  const empty = { ...ids, keep: " ", signsOfDrifting: "1\n2\n3\n4\n5\n6", firstStepBack: "", whoHelps: "" };
  const faults = maintenancePlanForm.safeParse(empty).error?.issues.map(({ path }) => path[0]);
  expect(faults).toEqual(["keep", "signsOfDrifting", "firstStepBack"]);
});
