import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { contactsFor, NOT_WATCHED } from "@/lib/safety/crisis-contacts";
import { type CrisisLine, isShownUnchecked, lineAbouts, lineName, lineWays } from "@/lib/safety/crisis-line";
import type { EmergencyNumber } from "@/lib/safety/emergency-numbers";
import { type NamePart, namePartsOf } from "@/lib/safety/line-language";
import { countryOfZone } from "@/lib/time/zone-country";

const dialable = (value: string) => /^\+?[\d ()/.-]+$/.test(value) && /\d{2}/.test(value);
const number = z
  .string()
  .trim()
  .max(limits.phoneNumber, tooLong("phoneNumber"))
  .refine(dialable, "Write the number as a phone dials it.");
const apart = z.union([z.literal(""), number]).default("");

const line = z
  .strictObject({
    name: z.string().trim().min(1).max(limits.personName),
    number: z.string().trim().max(limits.lineReach),
    about: z.enum(lineAbouts),
    way: z.enum(lineWays).default("call"),
    words: z.string().trim().max(limits.lineWords).default(""),
  })
  .superRefine(({ way, number: written }, context) => {
    const isRight = way === "web" ? /^https:\/\/[^\s/]+\.[^\s]+$/.test(written) : number.safeParse(written).success;
    const message = way === "web" ? "Write the whole address, with https://." : "Write the number as a phone dials it.";
    if (!isRight) context.addIssue({ code: "custom", path: ["number"], message });
  });

export const mostLines = 14;

/** A practice's own copy of a country's contacts. */
export const practiceContactsSchema = z
  .strictObject({ emergency: apart, police: apart, ambulance: apart, lines: z.array(line).max(mostLines) })
  .refine(({ emergency, police, ambulance }) => emergency || police || ambulance, {
    path: ["emergency"],
    message: "Write one emergency number at least.",
  });
export type PracticeContacts = z.infer<typeof practiceContactsSchema>;

/** Where to turn in one country, as shown to a person. */
export type ShownContacts = {
  country: string;
  name: string;
  /** True when the practice checked these numbers itself. */
  checked: boolean;
  emergency: readonly EmergencyNumber[];
  lines: readonly ShownLine[];
};

/** With the parts of its name, where these are in another language than the page. */
export type ShownLine = CrisisLine & { nameParts?: readonly NamePart[] };

/** What a person is shown: the country that they are in, when it is known, and the country of their practice, when another. */
export type Help = {
  here: (ShownContacts & { from: "record" | "zone" }) | null;
  practice: ShownContacts | null;
};

/** One country's contacts: the practice's own copy when it has one, otherwise what ships and was read. */
export function contactsIn(country: string, own: PracticeContacts | null): ShownContacts {
  const shipped = contactsFor(country);
  const { name } = shipped;
  if (!own) {
    const lines = shipped.lines.filter(isShownUnchecked).map((one) => shownLine({ ...one, name: lineName(one) }));
    return { country: shipped.country, name, checked: false, emergency: shipped.emergency, lines };
  }
  const emergency = [
    { for: "all" as const, number: own.emergency },
    { for: "police" as const, number: own.police },
    { for: "ambulance" as const, number: own.ambulance },
  ].filter((one) => one.number !== "");
  return { country: shipped.country, name, checked: true, emergency, lines: own.lines.map(shownLine) };
}

/** Told apart here, so that no page carries the names of every country's lines. */
function shownLine(line: CrisisLine): ShownLine {
  const nameParts = namePartsOf(line.name);
  return nameParts.some(({ lang }) => lang) ? { ...line, nameParts } : line;
}

type Place = {
  /** What the record says: a country, null for "not known", or nothing yet. */
  region: string | null | undefined;
  zone: string;
  practiceCountry: string;
};

/** Where a person can turn. A country is only guessed from the zone while the record says nothing, and that is said. */
export function helpFor({ region, zone, practiceCountry }: Place, own: ReadonlyMap<string, PracticeContacts>): Help {
  const country = region === undefined ? countryOfZone(zone) : region;
  const from = region === undefined ? "zone" : "record";
  const home = practiceCountry.toUpperCase();
  const there = contactsIn(home, own.get(home) ?? null);
  const isEmpty = there.emergency.length === 0 && there.lines.length === 0;
  return {
    here: country === null ? null : { ...contactsIn(country, own.get(country) ?? null), from },
    practice: home === country || isEmpty ? null : there,
  };
}

/** "999", or "110 for the police, 119 for an ambulance". */
export function emergencyWords(emergency: readonly EmergencyNumber[]): string {
  const all = emergency.find((one) => one.for === "all");
  if (all) return all.number;
  return emergency.map((one) => `${one.number} for ${one.for === "police" ? "the police" : "an ambulance"}`).join(", ");
}

/** The first sentence of a person's crisis page. It names a number only with the country where it works. */
export function dangerSentence({ here }: Pick<Help, "here">): string {
  const call =
    here && here.emergency.length > 0
      ? `Call ${emergencyWords(here.emergency)} (${here.name}).`
      : "Call your local emergency number.";
  return `${NOT_WATCHED} In danger now? ${call}`;
}
