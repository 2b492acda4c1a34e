import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

/** Live this calendar week's protocol week once more. */
export const repeat = changeKind(z.strictObject({ kind: z.literal("repeat") }))({
  refusal: (_, { path }) => (path.current ? null : "There is no current week to repeat."),
  facts: (_, { week }) => (week ? [`Week ${week} is lived once more after its last day.`] : []),
  clientWords: () => "We’re living this week once more. Coming back to a step is part of how this works.",
  sentence: () => "Repeated the week",
  card: ({ week }) => ({ title: `Repeat week ${week ?? ""}`, sub: "Live it once more, from its next first day" }),
  confirm: (_, { week }) => `Repeat ${week === null ? "the path" : `week ${week}`}`,
  read: () => ({ kind: "repeat" }),
});
