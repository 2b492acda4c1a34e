import { z } from "zod";
import { followUpItems, followUpOutcomes } from "./link-follow-up";

/** One item answered, set aside or opened again. `id` is made by the page: the same form sent twice answers once. */
export const followUpForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  coupleId: z.uuid(),
  item: z.enum(followUpItems),
  outcome: z.enum(followUpOutcomes),
  reason: z
    .string()
    .trim()
    .max(4000, "4,000 characters at most.")
    .optional()
    .transform((words) => words || null),
});
export type FollowUpForm = z.infer<typeof followUpForm>;
