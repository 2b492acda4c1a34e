import type { Instrument } from "@/lib/assessments/instrument";

/** Where a question stands, counted from one; 0 for one that is not there. */
export const placeOf = ({ items }: Pick<Instrument, "items">, id: string): number =>
  items.findIndex((item) => item.id === id) + 1;

const longest = 48;

/** The beginning of a statement, as it is named in a sentence. */
export const shortWords = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
};

/** A question as a sentence names it: its place, and how it begins. */
export function questionWords(instrument: Pick<Instrument, "items">, id: string): string {
  const item = instrument.items.find((one) => one.id === id);
  const place = `question ${placeOf(instrument, id)}`;
  return item?.text ? `${place} (“${shortWords(item.text)}”)` : place;
}

export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
