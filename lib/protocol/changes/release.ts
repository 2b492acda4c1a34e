import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { nextWeekSentence, weekAfter } from "@/lib/protocol/changes/next-week";
import type { ProtocolPath } from "@/lib/protocol/path";

/** Ends a hold. */
export const release = changeKind(z.strictObject({ kind: z.literal("release") }))({
  refusal: (_, { path }) => {
    if (path.held?.because === "safety") return "A safety stop holds this week. It is released in the safety panel.";
    return path.held ? null : "The path is not held.";
  },
  facts: (_, { after, say }) => {
    if (after.status === "starting") return ["The weeks follow one another from the first day."];
    if (after.paused) return ["The path goes on after the pause, one week after another."];
    const next = nextWeekSentence(after, say);
    return next === null ? [] : [next];
  },
  clientWords: (_, { after }) => wordsOf(after),
  sentence: () => "Released the path",
  card: () => ({ title: "Release the hold", sub: "Go on to the next week" }),
  confirm: () => "Release the hold",
  read: () => ({ kind: "release" }),
  isNews: (_, { isThisRound }) => isThisRound,
  isReplacedBy: (_, { kind }) => kind === "hold" || kind === "repeat" || kind === "release",
});

/** What the client reads follows what comes after this week. */
function wordsOf(after: ProtocolPath): string {
  if (after.status === "starting") return "When your weeks begin, they follow one another as planned.";
  if (after.paused) return "When we start again, we’ll go on from there, one week after another.";
  const next = weekAfter(after);
  if (!next || !after.current) return "We’re coming to the end of this week. Take with you what worked.";
  if (next.number > after.current.number) return "We’re moving on when this week ends. Take with you what worked.";
  return next.kind === "repeat"
    ? "When this week ends, we’ll live it once more, and then we move on."
    : "We’ll give this week the days that the pause took, and then we move on.";
}
