import { z } from "zod";

/** One answer as the portal sends it. An empty value says "I prefer not to answer". */
export const answerForm = z.strictObject({
  assessmentId: z.uuid(),
  itemId: z.string().min(1).max(80),
  form: z.enum(["now", "wished"]),
  value: z.string().max(5000, "Keep it under 5,000 letters."),
});

export type AnswerForm = z.infer<typeof answerForm>;
