/** Languages that are offered by name; any other is written as its tag. */
const offered = [
  ...["en-GB", "en-US", "ar", "bg", "cs", "cy", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu"],
  ...["it", "ja", "lt", "lv", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta"],
  ...["ti", "tr", "uk", "ur", "vi", "zh"],
];

/** A language by its name in English; its tag where it has none. */
export function languageWords(locale: string): string {
  if (locale === "und") return "Language not said";
  try {
    return new Intl.DisplayNames("en-GB", { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** What a form offers, by name, with the one that stands there already. */
export function languageChoices(standing: string): { value: string; label: string }[] {
  const all = offered.includes(standing) ? offered : [standing, ...offered];
  return all
    .map((value) => ({ value, label: languageWords(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}
