import { z } from "zod";
import { enrolmentForm } from "@/lib/domain/clients/enrolment-form";
import { localDateSchema } from "@/lib/domain/time/local-date";
import { talkAnswers } from "./partner-invitation";

const note = z
  .string()
  .trim()
  .max(4000, "4,000 characters at most.")
  .optional()
  .transform((words) => words || null);

/** What the client said about inviting the partner, in a talk. `id` is made by the page: sent twice it is kept once. */
export const partnerTalkForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  asked: z.string().trim().min(1, "Write what you asked, in your own words.").max(1000, "1,000 characters at most."),
  answer: z.enum(talkAnswers, "Choose what the answer was."),
  talkOn: z.union([localDateSchema], "Choose the day of the talk."),
  talkWay: z.enum(["in-person", "phone", "video"], "Choose how you talked."),
  talkUnheard: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
});
export type PartnerTalkForm = z.infer<typeof partnerTalkForm>;

const { shape } = enrolmentForm;

/** A person of their own, with the fields of any client; `clientId` is whose partner it is. */
export const partnerForm = z.strictObject({
  clientId: z.uuid(),
  id: shape.id,
  name: z.string().trim().min(1, "Write the partner’s name.").max(80, "Keep it under 80 letters."),
  pronouns: shape.pronouns,
  email: shape.email,
  addressSafety: shape.addressSafety,
  zone: shape.zone,
  startDate: shape.startDate,
});
export type PartnerForm = z.infer<typeof partnerForm>;

/** The same person once more. */
export const inviteOnceMoreForm = z.strictObject({ id: z.uuid(), clientId: z.uuid() });

/** What became of an invitation: they said no, or it is taken back. */
export const invitationStepForm = z.strictObject({
  invitationId: z.uuid(),
  kind: z.enum(["declined", "withdrawn"]),
  note,
});
export type InvitationStepForm = z.infer<typeof invitationStepForm>;
