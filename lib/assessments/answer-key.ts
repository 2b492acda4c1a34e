import type { Form } from "@/lib/assessments/instrument";

/** One question in one form, as one word: what an answer is found by. */
export const answerKey = (form: Form, itemId: string): string => `${form}/${itemId}`;

/** The question and the form that a key names. */
export function placeOfKey(key: string): { form: Form; itemId: string } {
  const cut = key.indexOf("/");
  return { form: key.slice(0, cut) === "wished" ? "wished" : "now", itemId: key.slice(cut + 1) };
}
