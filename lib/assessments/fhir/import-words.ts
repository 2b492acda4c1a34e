const TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The language that a file names, as a tag; null when it names none that is one. */
export function languageTag(named: string | undefined): string | null {
  if (named === undefined) return null;
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(named.trim().replaceAll("_", "-"));
    return tag.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

/** The first letters of some words, never half of one that is written in two. */
export const cut = (words: string, most: number): string => words.slice(0, most).replace(/[\ud800-\udbff]$/, "");

const primary = (language: string) => language.split("-")[0];

/** What is said in a language: in exactly that one, else in one of its kind ("de" for "de-AT"). */
export function inLanguage(
  language: string | null,
  offered: readonly { language: string | null; words: string }[],
): string | undefined {
  if (language === null) return undefined;
  const same = offered.find((one) => one.language === language);
  const near = offered.find((one) => one.language !== null && primary(one.language) === primary(language));
  return (same ?? near)?.words;
}

type Part = { url?: unknown; valueCode?: unknown; valueString?: unknown; valueMarkdown?: unknown };

const partsOf = (value: unknown): readonly Record<string, unknown>[] => {
  const list = typeof value === "object" && value !== null && "extension" in value ? value.extension : [];
  return Array.isArray(list) ? list.filter((one) => typeof one === "object" && one !== null) : [];
};

/** The translations beside some words: FHIR keeps those of `text` in `_text`. */
export function translationsIn(beside: unknown): { language: string | null; words: string }[] {
  return partsOf(beside).flatMap((extension) => {
    if (extension.url !== TRANSLATION) return [];
    const parts: readonly Part[] = partsOf(extension);
    const content = parts.find(({ url }) => url === "content");
    const named = parts.find(({ url }) => url === "lang")?.valueCode;
    const words = content?.valueString ?? content?.valueMarkdown;
    if (typeof words !== "string" || words.trim() === "") return [];
    return [{ language: typeof named === "string" ? languageTag(named) : null, words: words.trim() }];
  });
}

/** Words of a file in the language of the form: translated where the file says how, else as they stand. */
export const wordsOf = (language: string | null, words: string | undefined, beside: unknown): string | undefined =>
  inLanguage(language, translationsIn(beside)) ?? words?.trim();

const YES_AND_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  ar: ["نعم", "لا"],
  cs: ["Ano", "Ne"],
  da: ["Ja", "Nej"],
  de: ["Ja", "Nein"],
  el: ["Ναι", "Όχι"],
  en: ["Yes", "No"],
  es: ["Sí", "No"],
  fi: ["Kyllä", "Ei"],
  fr: ["Oui", "Non"],
  he: ["כן", "לא"],
  hu: ["Igen", "Nem"],
  it: ["Sì", "No"],
  ja: ["はい", "いいえ"],
  nb: ["Ja", "Nei"],
  nl: ["Ja", "Nee"],
  nn: ["Ja", "Nei"],
  no: ["Ja", "Nei"],
  pl: ["Tak", "Nie"],
  pt: ["Sim", "Não"],
  ro: ["Da", "Nu"],
  ru: ["Да", "Нет"],
  sv: ["Ja", "Nej"],
  tr: ["Evet", "Hayır"],
  uk: ["Так", "Ні"],
  zh: ["是", "否"],
};

/** Yes and no, which a file does not spell out; null in a language in which they are not known here. */
export const yesAndNo = (language: string | null): readonly [yes: string, no: string] | null =>
  language === null ? null : (YES_AND_NO[primary(language) ?? ""] ?? null);
