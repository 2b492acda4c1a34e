import { z } from "zod";
import { seenFields } from "@/lib/drafts/standing-words";
import { limits, tooLong } from "@/lib/limits";
import { proposalKeys } from "@/lib/safety/proposals";

const key = z.enum(proposalKeys, "Choose one of the texts.");

/** The practice’s own words for one proposal. */
export const proposalTextForm = z.strictObject({
  key,
  title: z.string().trim().min(1, "Give it a title.").max(limits.proposalTitle, tooLong("proposalTitle")),
  words: z
    .string()
    .trim()
    .min(40, "Say in a few sentences what is offered.")
    .max(limits.proposalWords, tooLong("proposalWords")),
  ...seenFields,
});

/** Back to the words that ship. */
export const proposalResetForm = z.strictObject({ key });

/** That something was offered to a client, with a note for staff where there is one. */
export const proposalUseForm = z.strictObject({
  clientId: z.uuid(),
  key,
  note: z
    .string()
    .trim()
    .max(limits.safetyNote, tooLong("safetyNote"))
    .optional()
    .transform((note) => note || null),
});
