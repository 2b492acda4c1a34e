import { z } from "zod";
import { changeKind, weeksAreOver } from "@/lib/protocol/changes/change-rules";

/** The day is the first one without the protocol. */
export const end = changeKind(z.strictObject({ kind: z.literal("end"), followUps: z.boolean() }))({
  refusal: (_, before) => weeksAreOver(before),
  facts: ({ followUps }) => [
    followUps ? "The protocol ends. Follow-ups stay planned." : "The protocol ends, without follow-ups.",
  ],
  clientWords: () => "We’re ending the weekly exercises here. What you did stays yours to look back on.",
  sentence: ({ followUps }) =>
    followUps ? "Ended the protocol, follow-ups kept" : "Ended the protocol, without follow-ups",
  card: () => ({ title: "End the protocol", sub: "With or without follow-ups" }),
  confirm: () => "End the protocol",
  read: ({ value }) => ({ kind: "end", followUps: value("followUps") !== "no" }),
});
