import { countryName } from "@/lib/safety/country-name";
import { isShownUnchecked, type LineAbout, type ShippedLine } from "@/lib/safety/crisis-line";
import { europeanLines } from "@/lib/safety/crisis-lines-europe";
import { servedBy, worldLines } from "@/lib/safety/crisis-lines-world";
import { type EmergencyNumber, emergencyNumbersOf } from "@/lib/safety/emergency-numbers";

/** What ships for a country. Numbers change, so the owner of a practice is asked to confirm them, and may edit a copy. */
export type ShippedContacts = {
  country: string;
  name: string;
  emergency: readonly EmergencyNumber[];
  lines: readonly ShippedLine[];
};

const shippedLines: Record<string, readonly ShippedLine[]> = { ...europeanLines, ...worldLines };

/** @internal The countries for which lines ship, and not only emergency numbers: only suites walk them. */
export const countriesWithLines: readonly string[] = Object.keys(shippedLines).sort();

/** What ships for a country by its two-letter code, in any case. Both lists may be empty. */
export function contactsFor(code: string): ShippedContacts {
  const country = code.toUpperCase();
  return {
    country,
    name: countryName(country),
    emergency: emergencyNumbersOf(country),
    lines: shippedLines[servedBy[country] ?? country] ?? [],
  };
}

const wanted: readonly [LineAbout, string][] = [
  ["crisis", "a crisis line"],
  ["violence", "a line about violence at home that answers everybody"],
  ["own-behaviour", "a line for people worried about their own behaviour"],
];

/** What a client of this country looks for in vain until the owner adds it, each as words for a sentence. */
export function gapsOf(code: string): string[] {
  const { emergency, lines } = contactsFor(code);
  const shown = lines.filter(isShownUnchecked);
  const answers = (about: LineAbout) => {
    const to = new Set(shown.filter((one) => one.about === about).map((one) => one.to));
    return to.has(undefined) || (to.has("women") && to.has("men"));
  };
  const missing = wanted
    .filter(([about]) => (about === "own-behaviour" ? !shown.some((one) => one.about === about) : !answers(about)))
    .map(([, words]) => words);
  const silent = shown.some(({ way }) => way === "text" || way === "silent") ? [] : ["a way without speaking"];
  return [...(emergency.length > 0 ? [] : ["an emergency number"]), ...missing, ...silent];
}

/** Fixed copy, never softened: said wherever contacts are shown. */
export const NOT_WATCHED = "Nearer is not watched around the clock.";
