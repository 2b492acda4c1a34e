import { z } from "zod";
import { changeKind, weeksAreOver } from "@/lib/protocol/changes/change-rules";
import { localDateSchema, readLocalDate } from "@/lib/time/local-date";

/** No exercises from the day on, until a `resume` or the day `until`: the first that counts again. */
export const pause = changeKind(z.strictObject({ kind: z.literal("pause"), until: localDateSchema.nullable() }))({
  refusal: ({ until }, before) => {
    const { path, after, effectiveOn, say } = before;
    if (path.paused) return "The path is paused already.";
    if (until !== null && until <= effectiveOn) return "The day to start again comes after the first day of the pause.";
    const areOver = weeksAreOver(before);
    if (areOver || after.endsOn === null || (until !== null && until <= after.endsOn)) return areOver;
    return `The last week is lived by now and ends on ${say(after.endsOn)}, before anything would start again. Add a week first, or end the protocol.`;
  },
  facts: ({ until }, { say, after }) => {
    if (until === null) return ["No exercises until you resume."];
    const week = after.weeks.find(({ startsOn, endsOn }) => startsOn <= until && until <= endsOn);
    return [`No exercises before ${say(until)}. They start again that day${week ? `, in week ${week.number}` : ""}.`];
  },
  clientWords: ({ until }, { say }) =>
    until
      ? `We’re taking a pause and start again on ${say(until)}. Nothing is expected of you, and your place is kept.`
      : "We’re taking a pause. Nothing is expected of you, and your place is kept.",
  sentence: ({ until }, { say }) => (until ? `Paused, to start again on ${say(until)}` : "Paused until resumed"),
  card: () => ({ title: "Pause", sub: "No exercises for a while" }),
  confirm: () => "Pause the path",
  read: ({ value }) => ({ kind: "pause", until: readLocalDate(value("until")) }),
  isNews: (_, { isLasting }) => isLasting,
  isReplacedBy: (_, { kind }) => kind === "resume" || kind === "pause",
});
