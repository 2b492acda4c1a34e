import { z } from "zod";
import { changeKind, weeksAreOver } from "@/lib/protocol/changes/change-rules";
import { localDateSchema, readLocalDate } from "@/lib/time/local-date";

/** No exercises from the day on, until a `resume` or the day `until`: the first that counts again. */
export const pause = changeKind(z.strictObject({ kind: z.literal("pause"), until: localDateSchema.nullable() }))({
  refusal: ({ until }, before) => {
    if (before.path.paused) return "The path is paused already.";
    if (until !== null && until <= before.effectiveOn) return "The day to start again comes after the pause.";
    return weeksAreOver(before);
  },
  facts: ({ until }, { say }) => [until ? `No exercises until ${say(until)}.` : "No exercises until you resume."],
  clientWords: ({ until }, { say }) =>
    until
      ? `We’re taking a pause until ${say(until)}. Nothing is expected of you, and your place is kept.`
      : "We’re taking a pause. Nothing is expected of you, and your place is kept.",
  sentence: ({ until }, { say }) => (until ? `Paused until ${say(until)}` : "Paused until resumed"),
  card: () => ({ title: "Pause", sub: "No exercises for a while" }),
  confirm: () => "Pause the path",
  read: ({ value }) => ({ kind: "pause", until: readLocalDate(value("until")) }),
  isNews: ({ until }, { today, isLasting }) => isLasting && (until === null || until > today),
});
