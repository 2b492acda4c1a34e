import { z } from "zod";
import { limits, tooLong } from "@/lib/domain/limits";
import { type CrisisContacts, contactsFor } from "@/lib/domain/safety/crisis-contacts";
import { countryOfZone } from "@/lib/domain/safety/zone-country";

/** What a phone dials of a number as people write it. */
export const dialled = (number: string): string => number.replace(/[^\d+]/g, "");

const number = z
  .string()
  .trim()
  .max(limits.phoneNumber, tooLong("phoneNumber"))
  .refine((value) => /^\+?[\d ()/.-]+$/.test(value) && /\d{2}/.test(value), "Write the number as a phone dials it.");

/** A practice's own copy of a country's contacts. */
export const practiceContactsSchema = z.strictObject({
  emergency: number,
  lines: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(limits.personName),
        number,
        about: z.enum(["crisis", "violence"]),
      }),
    )
    .max(8),
});
export type PracticeContacts = z.infer<typeof practiceContactsSchema>;

/** Where to turn, as shown to a person. `country` is a code; `name` is null when nothing ships for it. */
export type ShownContacts = Pick<CrisisContacts, "country" | "emergency" | "lines"> & {
  name: string | null;
  /** True when the practice checked these numbers itself. */
  checked: boolean;
};

/** One country's contacts: the practice's own copy when it has one, otherwise what ships; null when neither is there. */
export function contactsIn(country: string, own: PracticeContacts | null): ShownContacts | null {
  const shipped = contactsFor(country);
  const name = shipped?.name ?? null;
  if (own)
    return {
      country,
      name,
      checked: true,
      emergency: { number: own.emergency, dial: dialled(own.emergency) },
      lines: own.lines.map((line) => ({ ...line, dial: dialled(line.number) })),
    };
  return shipped && { country, name, checked: false, emergency: shipped.emergency, lines: shipped.lines };
}

/**
 * The contacts of a person's region, most likely first: the country of their time zone, then the practice's. A
 * country without contacts is left out, so the list can be empty.
 */
export function regionContacts(
  zone: string,
  practiceCountry: string,
  own: ReadonlyMap<string, PracticeContacts>,
): ShownContacts[] {
  const here = countryOfZone(zone);
  const countries = [...new Set([here, practiceCountry.toUpperCase()].filter((code) => code !== null))];
  return countries.flatMap((country) => contactsIn(country, own.get(country) ?? null) ?? []);
}
