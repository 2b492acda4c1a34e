export type LanguageMarks = { lang?: string; dir?: "auto" };

/** What pages are written in, as their root says. */
const OURS = "en-GB";
/** A language that nobody has named. */
const UNKNOWN = "und";

/**
 * How words of a questionnaire are marked on a page of ours: with their language, so that they are read out and hyphenated
 * rightly, and in the direction of their own letters. Nothing where they are in the language of the page.
 */
export const languageMarks = (locale: string | undefined): LanguageMarks =>
  locale === undefined || locale === OURS ? {} : { lang: locale === UNKNOWN ? "" : locale, dir: "auto" };
