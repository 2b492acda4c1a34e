import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

/** Live this calendar week's protocol week once more. */
export const repeat = changeKind(z.strictObject({ kind: z.literal("repeat") }))({
  refusal: (_, { path }) => {
    if (!path.current) return "There is no current week to repeat.";
    if (!path.held) return null;
    return path.held.because === "safety"
      ? "A safety stop holds this week, so it goes on anyway."
      : "The path is held, so this week goes on anyway until you release it.";
  },
  idle: () => "This week is lived once more already, so there is nothing to add.",
  facts: (_, { week, after }) =>
    week === null
      ? []
      : [`Week ${week} is lived once more ${after.paused ? "when the path goes on" : "after its last day"}.`],
  clientWords: (_, { after }) =>
    `${after.paused ? "When we start again, there is one more round of this week" : "When this week ends, we’ll live it once more"}. Coming back to a step is part of how this works.`,
  sentence: () => "Repeated the week",
  card: ({ week }) => ({ title: `Repeat week ${week ?? ""}`, sub: "Live it once more, from its next first day" }),
  confirm: (_, { week }) => `Repeat ${week === null ? "the path" : `week ${week}`}`,
  read: () => ({ kind: "repeat" }),
  isNews: (_, { isThisWeek }) => isThisWeek,
  isReplacedBy: (_, { kind }) => kind === "hold" || kind === "repeat" || kind === "release",
});
