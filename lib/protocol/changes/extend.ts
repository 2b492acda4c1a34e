import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

const weeksAdded = z.int().min(1).max(12);

/** So many more weeks after the last. */
export const extend = changeKind(z.strictObject({ kind: z.literal("extend"), weeks: weeksAdded }))({
  refusal: () => null,
  facts: ({ weeks }) => [`${weeks === 1 ? "One week is" : `${weeks} weeks are`} added after the last.`],
  clientWords: ({ weeks }) =>
    weeks === 1
      ? "We’re adding one more week, so that what you found has time to settle."
      : `We’re adding ${weeks} more weeks, so that what you found has time to settle.`,
  sentence: ({ weeks }) => (weeks === 1 ? "Added a week" : `Added ${weeks} weeks`),
  card: () => ({ title: "Add weeks", sub: "After the last one" }),
  confirm: ({ weeks }) => (weeks === 1 ? "Add a week" : `Add ${weeks} weeks`),
  read: ({ value }) => ({ kind: "extend", weeks: weeksAdded.catch(1).parse(Number(value("weeks"))) }),
});
