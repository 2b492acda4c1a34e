import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

/** Ends a pause. */
export const resume = changeKind(z.strictObject({ kind: z.literal("resume") }))({
  refusal: (_, { path }) => (path.paused ? null : "The path is not paused."),
  facts: () => ["Exercises start again. A week that the pause cut short is lived again."],
  clientWords: () => "We’re starting again from where we stopped. Begin with whatever feels possible.",
  sentence: () => "Resumed",
  card: () => ({ title: "Resume", sub: "Start again from where it stopped" }),
  confirm: () => "Resume the path",
  read: () => ({ kind: "resume" }),
});
