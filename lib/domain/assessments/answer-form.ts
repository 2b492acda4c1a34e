import { z } from "zod";

/** One answer as the portal sends it. An empty value says "I prefer not to answer". */
export const answerForm = z.strictObject({
  assessmentId: z.uuid(),
  itemId: z.string().min(1).max(80),
  form: z.enum(["now", "wished"]),
  value: z.union([z.literal("").transform(() => null), z.coerce.number("Choose one of the answers.")]),
});

export type AnswerForm = z.infer<typeof answerForm>;
