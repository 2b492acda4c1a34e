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
  again: shape.again,
});
export type PartnerForm = z.infer<typeof partnerForm>;
