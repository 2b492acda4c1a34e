import { z } from "zod";
import { plural } from "@/lib/plural";
import { changeKind } from "@/lib/protocol/changes/change-rules";

const weeksAdded = z.int().min(1).max(12);

/** So many more weeks after the last. */
export const extend = changeKind(z.strictObject({ kind: z.literal("extend"), weeks: weeksAdded }))({
  refusal: () => null,
  facts: ({ weeks }, { before, after, say }) => {
    const added = `${plural(weeks, "One week is", `${weeks} weeks are`)} added after the last.`;
    if (before.status !== "finished" && before.status !== "follow-up") return [added];
    const first = after.weeks.find(({ state }) => state === "coming");
    return first ? [added, `The weeks go on from ${say(first.startsOn)}.`] : [added];
  },
  clientWords: ({ weeks }) =>
    `We’re adding ${plural(weeks, "one more week", `${weeks} more weeks`)}, so that what you found has time to settle.`,
  sentence: ({ weeks }) => `Added ${plural(weeks, "a week", `${weeks} weeks`)}`,
  card: () => ({ title: "Add weeks", sub: "After the last one" }),
  confirm: ({ weeks }) => `Add ${plural(weeks, "a week", `${weeks} weeks`)}`,
  read: ({ value }) => ({ kind: "extend", weeks: weeksAdded.catch(1).parse(Number(value("weeks"))) }),
});
