import { z } from "zod";
import { localDateOr } from "@/lib/time/local-date";
import { optionalWords, wordsUpTo } from "@/lib/written-words";
import { talkAnswers } from "./partner-invitation";

/** What the client said about inviting the partner, in a talk. `id` is made by the page: sent twice it is kept once. */
export const partnerTalkForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  asked: wordsUpTo("talkAsked", "Write what you asked, in your own words."),
  answer: z.enum(talkAnswers, "Choose what the answer was."),
  talkOn: localDateOr("Choose the day of the talk."),
  talkWay: z.enum(["in-person", "phone", "video"], "Choose how you talked."),
  talkUnheard: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
});
export type PartnerTalkForm = z.infer<typeof partnerTalkForm>;

/** The same person once more. */
export const inviteOnceMoreForm = z.strictObject({ id: z.uuid(), clientId: z.uuid() });

/** What became of an invitation: they said no, or it is taken back. */
export const invitationStepForm = z.strictObject({
  invitationId: z.uuid(),
  kind: z.enum(["declined", "withdrawn"]),
  note: optionalWords("safetyNote"),
});
export type InvitationStepForm = z.infer<typeof invitationStepForm>;
