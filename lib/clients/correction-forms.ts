import { z } from "zod";
import { zoneSchema } from "@/lib/time/zone";
import { optionalWords, wordsUpTo } from "@/lib/written-words";
import { addressAnswers } from "./address-safety";
import { enrolmentForm } from "./enrolment-form";

const { shape } = enrolmentForm;
const why = "Write why. The record keeps it.";

/** The facts of the record as they should be: what differs is kept as a correction. */
export const correctionForm = z.strictObject({
  clientId: z.uuid(),
  name: shape.name,
  pronouns: shape.pronouns,
  partnerName: shape.partnerName,
  zone: zoneSchema,
  reason: optionalWords("accountReason"),
});
export type CorrectionForm = z.infer<typeof correctionForm>;

/** Another address, what the client said about it, and whether the one before may be told. */
export const addressChangeForm = z.strictObject({
  clientId: z.uuid(),
  email: shape.email,
  addressSafety: z.enum(addressAnswers).default("unknown"),
  /** Ticked: the old address is read by somebody else, and nothing is written there. */
  oldUnsafe: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked !== undefined),
  reason: wordsUpTo("accountReason", why),
});
export type AddressChangeForm = z.infer<typeof addressChangeForm>;

/** Another day on which week 1 begins. `again` is the day that was asked back about, sent once more. */
export const startChangeForm = z.strictObject({
  clientId: z.uuid(),
  startDate: shape.startDate,
  again: z.string().optional(),
  reason: wordsUpTo("accountReason", why),
});
export type StartChangeForm = z.infer<typeof startChangeForm>;
