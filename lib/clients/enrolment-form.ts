import { z } from "zod";
import { addressAnswers } from "@/lib/clients/address-safety";
import { emailShape, lineShape, optionalLine } from "@/lib/identity/shapes";
import { isCountry } from "@/lib/safety/country-name";
import { isLocalDate } from "@/lib/time/local-date";
import { zoneSchema } from "@/lib/time/zone";

/** What a therapist fills in to enrol a client. `id` is made by the form, so that sending it twice enrols once. */
export const enrolmentForm = z.strictObject({
  id: z.uuid(),
  name: lineShape("personName", "Write the client’s name."),
  pronouns: optionalLine("pronouns"),
  email: emailShape,
  addressSafety: z.enum(addressAnswers).default("unknown"),
  zone: zoneSchema,
  /** Said only when somebody asked: left alone, the zone goes on proposing it and the record says so. */
  region: z
    .union([z.literal(""), z.string().refine(isCountry)], "Choose a country.")
    .default("")
    .transform((code) => code || null),
  therapistId: z.uuid("Choose a therapist."),
  partnerName: optionalLine("personName"),
  /** The version of the protocol; left alone, the newest that is offered. */
  versionId: z
    .union([z.literal(""), z.uuid()], "Choose a version.")
    .default("")
    .transform((id) => id || null),
  startDate: z.string().refine(isLocalDate, "Choose the day the protocol starts."),
  /** The start date that was asked back about, sent once more. */
  again: z.string().optional(),
});

export type EnrolmentForm = z.infer<typeof enrolmentForm>;
