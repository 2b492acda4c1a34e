import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { isCountry } from "@/lib/safety/country-name";

const full = z
  .string()
  .trim()
  .max(limits.phoneNumber, tooLong("phoneNumber"))
  .refine(
    (value) => value === "" || /^\+\d[\d ()/.-]{5,}$/.test(value),
    "Write it in full, with + and the country’s code: only so can it be called from elsewhere.",
  )
  .default("");

/**
 * Where a client lives, as somebody asked them. Short emergency numbers work only inside a country, so a therapist
 * elsewhere needs those of the local police and ambulance in full.
 */
export const regionForm = z
  .strictObject({
    clientId: z.uuid(),
    region: z.union([z.literal(""), z.string().refine(isCountry)]),
    police: full,
    ambulance: full,
  })
  .transform(({ region, ...form }) => ({ ...form, region: region || null }));

export type RegionForm = z.infer<typeof regionForm>;
