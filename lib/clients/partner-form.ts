import { z } from "zod";
import { wordsUpTo } from "@/lib/written-words";
import { enrolmentForm } from "./enrolment-form";

const { shape } = enrolmentForm;

/** A person of their own, with the fields of any client; `clientId` is whose partner it is. */
export const partnerForm = z.strictObject({
  clientId: z.uuid(),
  id: shape.id,
  name: wordsUpTo("personName", "Write the partner’s name."),
  pronouns: shape.pronouns,
  email: shape.email,
  addressSafety: shape.addressSafety,
  zone: shape.zone,
  startDate: shape.startDate,
  /** Their own weeks, or none: they accompany the other, with a portal and no protocol. */
  weeks: z.enum(["own", "none"], { error: "Choose whether they get weeks of their own." }),
  /** Left alone, the client’s therapist. Only the owner chooses another one. */
  therapistId: z
    .union([z.literal(""), shape.therapistId])
    .default("")
    .transform((id) => id || null),
  again: shape.again,
});
export type PartnerForm = z.infer<typeof partnerForm>;
