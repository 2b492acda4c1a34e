import { z } from "zod";
import { optionalWords } from "@/lib/written-words";
import { followUpItems, followUpOutcomes } from "./link-follow-up";

/** One item answered, set aside or opened again. `id` is made by the page: the same form sent twice answers once. */
export const followUpForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  coupleId: z.uuid(),
  item: z.enum(followUpItems),
  outcome: z.enum(followUpOutcomes),
  reason: optionalWords("safetyNote"),
});
export type FollowUpForm = z.infer<typeof followUpForm>;
