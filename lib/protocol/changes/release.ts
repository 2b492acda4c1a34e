import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

/** Ends a hold. */
export const release = changeKind(z.strictObject({ kind: z.literal("release") }))({
  refusal: (_, { path }) => {
    if (path.held?.because === "safety") return "A safety stop holds this week. It is released in the safety panel.";
    return path.held ? null : "The path is not held.";
  },
  facts: (_, { week }) => (week ? [`Week ${week} ends with its last day; the next week follows.`] : []),
  clientWords: () => "We’re moving on when this week ends. Take with you what worked.",
  sentence: () => "Released the path",
  card: () => ({ title: "Release the hold", sub: "Move on when this week ends" }),
  confirm: () => "Release the hold",
  read: () => ({ kind: "release" }),
});
