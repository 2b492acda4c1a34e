import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";

const week = 7 * 24 * 3_600_000;

/**
 * One answer as the portal sends it. An empty value says "I prefer not to answer". `waited`: milliseconds for which it waited
 * on the device, without a network, before it was sent; 0 to a week. No answer is refused for a `waited` that makes no sense.
 */
export const answerForm = z.strictObject({
  assessmentId: z.uuid(),
  itemId: z.string().min(1).max(80),
  form: z.enum(["now", "wished"]),
  value: z.string().max(limits.openAnswer, tooLong("openAnswer")),
  waited: z.coerce
    .number()
    .catch(0)
    .transform((ms) => Math.round(Math.min(Math.max(ms, 0), week)))
    .optional(),
});

export type AnswerForm = z.infer<typeof answerForm>;
