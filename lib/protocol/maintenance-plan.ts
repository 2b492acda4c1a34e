import { z } from "zod";
import { limits } from "@/lib/limits";

const line = z.string().trim().min(1).max(300);

/**
 * The keep-going plan that a client writes with the therapist for the time after the last week: what to
 * keep, how drifting shows, the first small step back, and who may help. Each list has one to five lines.
 */
export const maintenancePlanSchema = z.strictObject({
  keep: z.array(line).min(1).max(5),
  signsOfDrifting: z.array(line).min(1).max(5),
  firstStepBack: z.string().trim().min(1).max(limits.firstStepBack),
  whoHelps: z.array(line).max(5),
});
export type MaintenancePlan = z.infer<typeof maintenancePlanSchema>;

/** The four questions of the plan, as the client reads them. */
export const maintenancePlanQuestions: Record<keyof MaintenancePlan, string> = {
  keep: "Which small things would you like to keep?",
  signsOfDrifting: "How would you notice that you are drifting apart?",
  firstStepBack: "What would be a first small step back towards each other?",
  whoHelps: "Who could you ask for help, besides your therapist?",
};
