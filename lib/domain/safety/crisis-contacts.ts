/** A line that somebody in distress can call. `number` as people write it; `dial` as a phone dials it. */
export type CrisisLine = { name: string; number: string; dial: string; about: "crisis" | "violence" };

/**
 * Where to turn in one country. `check` is always "to-check": numbers change, so the owner of a practice is
 * asked to confirm them, and every practice can edit its own copy.
 */
export type CrisisContacts = {
  country: string;
  name: string;
  emergency: { number: string; dial: string };
  lines: CrisisLine[];
  check: "to-check";
};

const line = (about: CrisisLine["about"], name: string, number: string): CrisisLine => ({
  about,
  name,
  number,
  dial: number.replace(/\D/g, ""),
});
const crisis = (name: string, number: string) => line("crisis", name, number);
const violence = (name: string, number: string) => line("violence", name, number);
const country = (code: string, name: string, emergency: string, ...lines: CrisisLine[]): CrisisContacts => ({
  country: code,
  name,
  emergency: { number: emergency, dial: emergency },
  lines,
  check: "to-check",
});

/**
 * Emergency numbers and well-known national lines by country (ISO 3166-1 alpha-2). Where no line is certain, none is
 * given. Compared in November 2026 with what other projects publish; that is no call made, so the owner is still asked.
 */
export const crisisContacts: readonly CrisisContacts[] = [
  country(
    "AT",
    "Austria",
    "112",
    crisis("Telefonseelsorge", "142"),
    violence("Frauenhelpline gegen Gewalt", "0800 222 555"),
  ),
  country("AU", "Australia", "000", crisis("Lifeline", "13 11 14"), violence("1800RESPECT", "1800 737 732")),
  country(
    "BE",
    "Belgium",
    "112",
    crisis("Zelfmoordlijn", "1813"),
    violence("1712 (Dutch)", "1712"),
    violence("Écoute violences conjugales (French)", "0800 30 030"),
  ),
  country("CA", "Canada", "911", crisis("Suicide Crisis Helpline", "988")),
  country("CH", "Switzerland", "112", crisis("Die Dargebotene Hand / La Main Tendue", "143")),
  country(
    "DE",
    "Germany",
    "112",
    crisis("TelefonSeelsorge", "0800 111 0 111"),
    violence("Hilfetelefon Gewalt gegen Frauen", "116 016"),
    violence("Hilfetelefon Gewalt an Männern", "0800 123 9900"),
  ),
  country("DK", "Denmark", "112", crisis("Livslinien", "70 201 201"), violence("Lev Uden Vold", "1888")),
  country("ES", "Spain", "112", crisis("Línea 024", "024"), violence("Línea 016", "016")),
  country(
    "FI",
    "Finland",
    "112",
    crisis("MIELI Crisis Helpline", "09 2525 0111"),
    violence("Nollalinja", "080 005 005"),
  ),
  country(
    "FR",
    "France",
    "112",
    crisis("Numéro national de prévention du suicide", "3114"),
    violence("Violences Femmes Info", "3919"),
  ),
  country(
    "GB",
    "United Kingdom",
    "999",
    crisis("Samaritans", "116 123"),
    violence("National Domestic Abuse Helpline (England)", "0808 2000 247"),
    violence("Domestic Abuse and Forced Marriage Helpline (Scotland)", "0800 027 1234"),
    violence("Live Fear Free (Wales)", "0808 80 10 800"),
    violence("Domestic and Sexual Abuse Helpline (Northern Ireland)", "0808 802 1414"),
    violence("Men’s Advice Line", "0808 801 0327"),
  ),
  country("IE", "Ireland", "112", crisis("Samaritans", "116 123"), violence("Women’s Aid", "1800 341 900")),
  country("IN", "India", "112", crisis("Tele-MANAS", "14416"), violence("Women Helpline", "181")),
  country("IT", "Italy", "112", crisis("Telefono Amico", "02 2327 2327"), violence("Antiviolenza e stalking", "1522")),
  country(
    "NL",
    "Netherlands",
    "112",
    crisis("113 Zelfmoordpreventie", "0800 0113"),
    violence("Veilig Thuis", "0800 2000"),
  ),
  country("NO", "Norway", "112", crisis("Mental Helse", "116 123"), violence("VO-linjen", "116 006")),
  country("NZ", "New Zealand", "111", crisis("Need to talk?", "1737"), violence("Women’s Refuge", "0800 733 843")),
  country(
    "PL",
    "Poland",
    "112",
    crisis("Telefon zaufania dla dorosłych", "116 123"),
    violence("Niebieska Linia", "800 120 002"),
  ),
  country("PT", "Portugal", "112", violence("APAV", "116 006")),
  country(
    "SE",
    "Sweden",
    "112",
    crisis("Mind Självmordslinjen", "90101"),
    violence("Kvinnofridslinjen", "020 50 50 50"),
  ),
  country(
    "US",
    "United States",
    "911",
    crisis("988 Suicide and Crisis Lifeline", "988"),
    violence("National Domestic Violence Hotline", "1 800 799 7233"),
  ),
  country(
    "ZA",
    "South Africa",
    "112",
    crisis("SADAG Suicide Crisis Line", "0800 567 567"),
    violence("GBV Command Centre", "0800 428 428"),
  ),
];

/** The contacts of a country by its two-letter code, in any case; null when none ship. */
export function contactsFor(code: string): CrisisContacts | null {
  return crisisContacts.find((c) => c.country === code.toUpperCase()) ?? null;
}

/** Fixed copy, never softened: said wherever contacts are shown. */
export const NOT_WATCHED = "Nearer is not watched around the clock.";

/** The first sentence of a person's crisis page. Without a known country it names no number. */
export function dangerSentence(contacts: Pick<CrisisContacts, "emergency"> | null): string {
  return contacts
    ? `${NOT_WATCHED} In danger now? Call ${contacts.emergency.number}.`
    : `${NOT_WATCHED} In danger now? Call your local emergency number.`;
}
