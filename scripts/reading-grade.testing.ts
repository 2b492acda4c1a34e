import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** The sentences of some texts. A text without a full stop is one by itself: a heading, an answer. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    text
      .split(/(?<=[.?!:…][”’)]?)\s+|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /[A-Za-z]/.test(sentence)),
  );

const wordsOf = (text: string): string[] => text.match(/[A-Za-z]+(?:[’'-][A-Za-z]+)*/g) ?? [];

/** How many words a sentence has. */
export const lengthOf = (sentence: string): number => wordsOf(sentence).length;

/** Flesch–Kincaid grade (Kincaid 1975) of some texts taken together; 0 where there is nothing to read. */
export function readingGradeOf(texts: readonly string[]): number {
  const words = wordsOf(texts.join("\n"));
  if (words.length === 0) return 0;
  const counted = words.flatMap((word) => word.split("-")).reduce((sum, part) => sum + Math.max(1, syllable(part)), 0);
  return fleschKincaid({ sentence: sentencesOf(texts).length, word: words.length, syllable: counted });
}
