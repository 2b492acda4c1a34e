import { z } from "zod";
import { type MaintenancePlan, maintenancePlanSchema } from "@/lib/protocol/maintenance-plan";
import { wordsUpTo } from "@/lib/written-words";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const listOf = (part: "keep" | "signsOfDrifting" | "whoHelps", sentence: string) =>
  z
    .string()
    .max(1600)
    .transform(lines)
    .refine((list) => maintenancePlanSchema.shape[part].safeParse(list).success, sentence);

/** The plan as its form sends it: lists have one line each. `id` is made by the page. */
export const maintenancePlanForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  keep: listOf("keep", "Write one to five lines."),
  signsOfDrifting: listOf("signsOfDrifting", "Write one to five lines."),
  firstStepBack: wordsUpTo("firstStepBack", "Write a first small step."),
  whoHelps: listOf("whoHelps", "Write up to five lines."),
});

/** The plan in a form's own terms: a line for each part of a list. */
export function planAsTyped(plan: MaintenancePlan): Record<keyof MaintenancePlan, string> {
  return {
    keep: plan.keep.join("\n"),
    signsOfDrifting: plan.signsOfDrifting.join("\n"),
    firstStepBack: plan.firstStepBack,
    whoHelps: plan.whoHelps.join("\n"),
  };
}
