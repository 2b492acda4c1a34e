import { z } from "zod";
import { plural } from "@/lib/plural";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import type { ProtocolPath } from "@/lib/protocol/path";

const weeksAdded = z.int().min(1).max(12);

/** An added week that was taken back after it had begun goes on, and is the first of those that are added then. */
const moreWeeks = (before: ProtocolPath, after: ProtocolPath) => after.totalWeeks - before.totalWeeks;

/** So many more weeks after the last. */
export const extend = changeKind(z.strictObject({ kind: z.literal("extend"), weeks: weeksAdded }))({
  refusal: () => null,
  facts: ({ weeks }, { before, after, say }) => {
    const more = moreWeeks(before, after);
    const last = `${plural(more, "One week is", `${more} weeks are`)} added after the last`;
    const added =
      more < weeks ? `${last}: week ${before.totalWeeks}, which has begun, is an added one already.` : `${last}.`;
    if (before.status !== "finished" && before.status !== "follow-up") return [added];
    const first = after.weeks.find(({ state }) => state === "coming");
    return first ? [added, `The weeks go on from ${say(first.startsOn)}.`] : [added];
  },
  clientWords: (_, { before, after }) => {
    const more = moreWeeks(before, after);
    return `We’re adding ${plural(more, "one more week", `${more} more weeks`)}, so that what you found has time to settle.`;
  },
  sentence: ({ weeks }) => `Added ${plural(weeks, "a week", `${weeks} weeks`)}`,
  card: () => ({ title: "Add weeks", sub: "After the last one" }),
  confirm: ({ weeks }) => `Add ${plural(weeks, "a week", `${weeks} weeks`)}`,
  read: ({ value }) => ({ kind: "extend", weeks: weeksAdded.catch(1).parse(Number(value("weeks"))) }),
});
