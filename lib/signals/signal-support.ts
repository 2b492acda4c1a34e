import { z } from "zod";
import { wordsUpTo } from "@/lib/written-words";

/**
 * What to look at when connection has fallen, in the order in which it is worth asking. Feedback helps most together
 * with such prompts (docs/RULES.md, section 4.5). Ours; none of them is a diagnosis.
 */
export const signalChecks = [
  { key: "safety", title: "Safety", ask: "Has anything at home changed? Ask when they are alone." },
  { key: "step", title: "The step", ask: "Is this week’s exercise too big, or has it begun to feel like a duty?" },
  { key: "life", title: "Life around it", ask: "Illness, work, a loss, a visit: what else happened in these weeks?" },
  { key: "partner", title: "The partner", ask: "How did the partner answer the last risks that were taken?" },
  { key: "motivation", title: "Motivation", ask: "What do they want from closeness now, in their own words?" },
  { key: "alliance", title: "Between you", ask: "Is there something they have not yet felt able to say to you?" },
] as const;

/** What was decided after a fall in connection. `week` is the calendar week of the path that it is about, from 1. */
export const signalAnswerForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  week: z.coerce.number().int().min(1).max(200),
  note: wordsUpTo("signalNote", "Write what you decided, in a few words."),
});
export type SignalAnswerForm = z.infer<typeof signalAnswerForm>;
