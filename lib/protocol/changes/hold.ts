import { z } from "zod";
import { changeKind, weeksAreOver } from "@/lib/protocol/changes/change-rules";

/** Stay in this week until a release. */
export const hold = changeKind(z.strictObject({ kind: z.literal("hold") }))({
  refusal: (_, before) =>
    before.path.held?.because === "therapist" ? "The path is held already." : weeksAreOver(before),
  facts: (_, { week, before }) => {
    if (before.status === "starting") return ["The weeks begin as planned, and week 1 goes on until you release it."];
    if (week === null) return ["The path waits until you release it."];
    const after = before.paused ? "After the pause, week" : "Week";
    return [`${after} ${week} goes on until you release it.`];
  },
  clientWords: (_, { before }) => {
    if (before.status === "starting")
      return "When your weeks begin, we’ll stay with the first one for as long as it needs.";
    return before.paused
      ? "When we start again, we’ll stay with this week a little longer. There is no catching up to do."
      : "We’re staying with this week a little longer. There is no catching up to do.";
  },
  sentence: () => "Held the path",
  card: ({ week }) => ({
    title: "Hold here",
    sub: `Stay ${week === null ? "where it is" : `in week ${week}`} until you release it`,
  }),
  confirm: (_, { week }) => `Hold ${week === null ? "the path" : `week ${week}`}`,
  read: () => ({ kind: "hold" }),
  isNews: (_, { isLasting }) => isLasting,
  isReplacedBy: (_, { kind }) => kind === "release",
});
