/**
 * How many syllables an English word has, about: groups of vowels, without an ending that is not spoken. One word in ten is
 * counted one off; over a text that evens out.
 */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "").replace(/^y/, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

const wordsIn = (text: string): string[] => text.match(/[A-Za-z]+(?:[’'][A-Za-z]+)*/g) ?? [];

/** Sentences, and lines that end without a stop: a heading, an item of a list. */
const sentencesIn = (text: string): number =>
  text.split(/(?<=[.?!:…][”’)]?)\s+|\n+/).filter((sentence) => wordsIn(sentence).length > 0).length;

/**
 * The Flesch–Kincaid grade of an English text (Kincaid, Fishburne, Rogers & Chissom, 1975); 0 where there is nothing to
 * read.
 */
export function gradeOf(text: string): number {
  const words = wordsIn(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentencesIn(text)) + 11.8 * (syllables / words.length) - 15.59;
}
