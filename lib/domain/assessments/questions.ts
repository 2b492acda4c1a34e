import type { Instrument } from "@/lib/domain/assessments/instrument";

/** One question as a page needs it: what is asked and what may be answered. No key, no scales. */
export type Question = {
  id: string;
  text: string;
  required: boolean;
  mayDecline: boolean;
  options: { value: number; label: string }[];
};

/** The questions of an instrument in order, without anything a client has no use for. Whole-number items become options. */
export function questionsOf(instrument: Instrument): Question[] {
  return instrument.items.flatMap((item) => {
    if (item.kind === "display") return [];
    const set = item.options === undefined ? numbers(item.min, item.max) : (instrument.optionSets[item.options] ?? []);
    const options = set.map(({ value, label }) => ({ value, label: label ?? String(value) }));
    return { id: item.id, text: item.text ?? "", required: item.required, mayDecline: item.mayDecline, options };
  });
}

function numbers(min = 0, max = 10): { value: number; label: string }[] {
  return Array.from({ length: max - min + 1 }, (_, i) => ({ value: min + i, label: String(min + i) }));
}
