import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { weekAfter } from "@/lib/protocol/changes/next-week";

/** Ends a pause. */
export const resume = changeKind(z.strictObject({ kind: z.literal("resume") }))({
  refusal: (_, { path }) => (path.paused ? null : "The path is not paused."),
  facts: (_, { after, say }) => {
    if (after.status === "starting") return ["The weeks begin as planned."];
    const { current, weeks } = after;
    if (!current) {
      const first = weeks.find(({ state }) => state === "coming");
      return [first ? `The weeks go on from ${say(first.startsOn)}.` : "The pause is over."];
    }
    const next = weekAfter(after);
    const isShort = next?.kind === "after-pause" && next.number === current.number;
    return [
      `Exercises start again today, in week ${current.number}.`,
      ...(isShort ? [`It goes on after ${say(current.endsOn)}, because the pause cut it short.`] : []),
    ];
  },
  clientWords: () => "We’re starting again from where we stopped. Begin with whatever feels possible.",
  sentence: () => "Resumed",
  card: () => ({ title: "Resume", sub: "Start again from where it stopped" }),
  confirm: () => "Resume the path",
  read: () => ({ kind: "resume" }),
  isReplacedBy: (_, { kind }) => kind === "pause",
});
