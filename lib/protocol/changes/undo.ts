import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { endWords } from "@/lib/protocol/changes/end";
import { nextWeekSentence } from "@/lib/protocol/changes/next-week";
import { weekDifferences } from "@/lib/protocol/week-differences";

/** From the day on, as if the decision it names had never been made. */
export const undo = changeKind(z.strictObject({ kind: z.literal("undo"), undoes: z.string().min(1) }))({
  refusal: ({ undoes }, { isMade, isUndone }) => {
    if (!isMade(undoes)) return "That decision is not on this path.";
    return isUndone(undoes) ? "That decision has been undone already." : null;
  },
  idle: () => "That decision is over. Taking it back would change nothing from here.",
  facts: (_, { before, after, title, say }) => {
    const next = nextWeekSentence(after, say);
    return [
      "From here on it is as if that decision had not been made. Weeks already lived stay.",
      ...weekDifferences(before, after, title),
      ...(next !== null && next !== nextWeekSentence(before, say) ? [next] : []),
    ];
  },
  clientWords: (_, telling) => {
    const { before, after } = telling;
    if (after.ended && !before.ended) return endWords(telling);
    const isBehind = after.endsOn !== null && after.endsOn < after.today;
    if (before.ended && !after.ended && !isBehind) return "Your weeks go on. What you did stays as it is.";
    if (before.paused && !after.paused) return "We’re going on without the pause. Begin with whatever feels possible.";
    return "We’ve taken one change to your plan back. Your marks stay as they are.";
  },
  sentence: (_, { undone }) => (undone === null ? "Undid a decision" : `Undid: ${undone}`),
  card: () => ({ title: "Undo a decision", sub: "As if it had not been made, from today" }),
  confirm: () => "Undo it",
  read: ({ value }) => (value("undoes") ? { kind: "undo", undoes: value("undoes") } : null),
  isReplacedBy: (_, { kind }) => kind === "pause",
});
