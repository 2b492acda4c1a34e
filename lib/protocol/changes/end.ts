import { z } from "zod";
import { changeKind, type TellingAhead, weeksAreOver } from "@/lib/protocol/changes/change-rules";

type Told = Pick<TellingAhead, "today" | "say">;

const endFacts = ({ today, say }: Told, followUps: boolean) => [
  `The protocol ends today, ${say(today)}: from today on no exercise is asked for.`,
  followUps ? "Follow-ups stay planned." : "There are no follow-ups.",
];

/** An end that comes back names the day on which it does. */
export const endWords = ({ today, say }: Told) =>
  `The weekly exercises end on ${say(today)}. What you did stays yours to look back on.`;

/** The day is the first one without the protocol. Both sides are told that day, and never the one before it. */
export const end = changeKind(z.strictObject({ kind: z.literal("end"), followUps: z.boolean() }))({
  refusal: (_, before) => weeksAreOver(before),
  facts: ({ followUps }, telling) => endFacts(telling, followUps),
  clientWords: (_, telling) => endWords(telling),
  sentence: ({ followUps }) =>
    followUps ? "Ended the protocol, follow-ups kept" : "Ended the protocol, without follow-ups",
  card: () => ({ title: "End the protocol", sub: "With or without follow-ups" }),
  confirm: () => "End the protocol",
  read: ({ value }) => ({ kind: "end", followUps: value("followUps") !== "no" }),
  factsOfUndo: (telling) =>
    telling.after.ended && !telling.before.ended ? endFacts(telling, telling.after.followUps.length > 0) : null,
});
