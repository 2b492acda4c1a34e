import { z } from "zod";
import { agreedHow, agreedWith, goalMeasures, goalReviews, lineRange } from "@/lib/goals/goal";
import { fromTo } from "@/lib/limits";
import { optionalNumberField } from "@/lib/number-field";
import { localDateOr } from "@/lib/time/local-date";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

const fits = `Write a whole number: ${fromTo("goalOnConnection")} for connection, ${fromTo("goalOnDimension")} for a dimension.`;

/** What a goal is: its words, a line where there is one, and how it was agreed. */
const agreed = {
  words: wordsUpTo("goal", "Write it as the client said it."),
  measure: z.enum(["none", ...goalMeasures], "Choose a chart, or none.").default("none"),
  line: optionalNumberField({ least: 0, most: 96, isWhole: true }, fits).default(null),
  shown: z.literal("yes").optional(),
  agreedWith: z.enum(Object.keys(agreedWith) as [keyof typeof agreedWith], "Choose with whom it was agreed."),
  agreedHow: z.enum(Object.keys(agreedHow) as [keyof typeof agreedHow], "Choose how it was agreed."),
  agreedOn: localDateOr("Choose the day on which it was agreed."),
};

type Agreed = { measure: "none" | (typeof goalMeasures)[number]; line: number | null };

function fitLine({ measure, line }: Agreed, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["line"], message });
  if (measure === "none") {
    if (line !== null) refuse("Choose the chart that the line stands on, or leave the number out.");
    return;
  }
  const { least, most } = lineRange(measure);
  if (line === null) refuse("Write where the line stands, or choose no chart.");
  else if (line < least || line > most) refuse(fits);
}

const onChart = <T extends Agreed>({ measure, ...form }: T) => ({
  ...form,
  measure: measure === "none" ? null : (measure as Exclude<T["measure"], "none">),
});

/** `id` is made by the page: sent twice, it is one goal. */
export const setGoalForm = z
  .strictObject({ id: z.uuid(), clientId: z.uuid(), ...agreed })
  .superRefine(fitLine)
  .transform(onChart);
export type SetGoalForm = z.infer<typeof setGoalForm>;

/** `seen`: the number of the newest step that the page showed. */
const seen = z.coerce.number().int().min(1).max(10_000);

export const changeGoalForm = z
  .strictObject({ goalId: z.uuid(), seen, ...agreed })
  .superRefine(fitLine)
  .transform(onChart);
export type ChangeGoalForm = z.infer<typeof changeGoalForm>;

/** A goal that was looked at together: in a session that stands here, or outside of one. */
export const reviewGoalForm = z.strictObject({
  goalId: z.uuid(),
  seen,
  kind: z.enum(goalReviews, "Choose what you agreed."),
  appointmentId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
  note: optionalWords("goalNote"),
});
export type ReviewGoalForm = z.infer<typeof reviewGoalForm>;
