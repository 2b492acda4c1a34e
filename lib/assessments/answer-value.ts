import type { Instrument } from "@/lib/assessments/instrument";

const decimal = /^-?\d+(\.\d+)?$/;

/**
 * What a form field's text means for an item: a number for choices and numbers, the text itself for words and dates,
 * null for "I prefer not to answer". A number that is none comes back as NaN, which no item accepts.
 */
export function readAnswerValue(instrument: Instrument, itemId: string, typed: string): number | string | null {
  if (typed === "") return null;
  const item = instrument.items.find((candidate) => candidate.id === itemId);
  if (item?.kind === "text" || item?.kind === "date") return typed;
  return decimal.test(typed) ? Number(typed) : Number.NaN;
}
