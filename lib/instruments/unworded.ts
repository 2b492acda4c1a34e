import type { InstrumentSource } from "@/lib/assessments/instrument";

type Item = InstrumentSource["items"][number];
type Options = InstrumentSource["optionSets"][string];

/** Answers whose printed labels belong to the authors: values only, labels to be entered by the practice. */
export function unlabelled(from: number, to: number): Options {
  return Array.from({ length: to - from + 1 }, (_, i) => ({ value: from + i, label: null }));
}

/** The same as printed downwards: the highest value stands first, or at the left. */
export const unlabelledDown = (from: number, to: number): Options => unlabelled(from, to).toReversed();

/** Printed item numbers from `first` to `last`, which serve as stable ids. */
export function numbers(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** Items known by their printed number, without wording. `unconfirmed` marks keys that a practice must check first. */
export function unworded(
  count: number,
  key: { reversed?: readonly number[]; unconfirmed?: "all" | readonly number[]; options?: string } = {},
): Item[] {
  return numbers(1, count).map((id) => {
    const printed = Number(id);
    const unconfirmed = key.unconfirmed === "all" || (key.unconfirmed?.includes(printed) ?? false);
    return {
      id,
      text: null,
      options: key.options ?? "answers",
      required: true,
      reversed: key.reversed?.includes(printed) ?? false,
      keyConfirmed: !unconfirmed,
    };
  });
}

/** What every instrument without wording has in common. */
export const UNWORDED = {
  version: 1,
  locale: "en-GB",
  layout: "one-page",
  forms: ["now"],
  stems: { now: null },
} satisfies Partial<InstrumentSource>;
