import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";

/** From the day on, as if the decision it names had never been made. */
export const undo = changeKind(z.strictObject({ kind: z.literal("undo"), undoes: z.string().min(1) }))({
  refusal: ({ undoes }, { isMade, isUndone }) => {
    if (!isMade(undoes)) return "That decision is not on this path.";
    return isUndone(undoes) ? "That decision has been undone already." : null;
  },
  facts: () => ["From here on it is as if that decision had not been made. Weeks already lived stay."],
  clientWords: (_, { week }) =>
    week === null
      ? "We’ve gone back to the plan as it was."
      : "We’ve gone back to the plan as it was. Your marks stay as they are.",
  sentence: (_, { undone }) => (undone === null ? "Undid a decision" : `Undid: ${undone}`),
  card: () => ({ title: "Undo a decision", sub: "As if it had not been made, from today" }),
  confirm: () => "Undo it",
  read: ({ value }) => (value("undoes") ? { kind: "undo", undoes: value("undoes") } : null),
});
