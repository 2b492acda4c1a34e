import { z } from "zod";
import { changeKind, weeksAreOver } from "@/lib/protocol/changes/change-rules";

/** Stay in this week until a release. */
export const hold = changeKind(z.strictObject({ kind: z.literal("hold") }))({
  refusal: (_, before) =>
    before.path.held?.because === "therapist" ? "The path is held already." : weeksAreOver(before),
  facts: (_, { week }) =>
    week ? [`Week ${week} goes on until you release it.`] : ["The path waits until you release it."],
  clientWords: () => "We’re staying with this week a little longer. There is no catching up to do.",
  sentence: () => "Held the path",
  card: ({ week }) => ({
    title: "Hold here",
    sub: `Stay ${week === null ? "where it is" : `in week ${week}`} until you release it`,
  }),
  confirm: (_, { week }) => `Hold ${week === null ? "the path" : `week ${week}`}`,
  read: () => ({ kind: "hold" }),
  isNews: (_, { isLasting }) => isLasting,
});
