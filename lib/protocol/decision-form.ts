import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { changeSchema } from "@/lib/protocol/decision";
import { wordsUpTo } from "@/lib/written-words";

const readJson = (text: string, ctx: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "Choose the change once more." });
    return z.NEVER;
  }
};

/** Why something was decided, for the record. */
export const reasonShape = wordsUpTo("pathReason", "Write a few words about why. Only staff read them.");

/** What the client reads on Today; nothing written means that nothing is shown. */
export const wordsShape = z
  .string()
  .trim()
  .max(limits.wordsToClient, tooLong("wordsToClient"))
  .transform((words) => words || null);

/** A change as the page sends it. `id` is made by the page: the same form sent twice decides once. */
export const decisionForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  change: z.string().max(2000).transform(readJson).pipe(changeSchema),
  reason: reasonShape,
  words: wordsShape,
});
export type DecisionForm = z.infer<typeof decisionForm>;
