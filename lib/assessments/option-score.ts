import type { InstrumentShape, ItemShape } from "@/lib/assessments/instrument-shape";

type Option = InstrumentShape["optionSets"][string][number];

/** What an answer counts in a score: its own number, or another that was given to it. Null counts for nothing. */
export const scoreOf = ({ value, score }: Pick<Option, "value" | "score">): number | null =>
  score === undefined ? value : score;

/** What somebody's answer to a question counts; null when it is blank, counts for nothing, or is no number. */
export function scoreOfAnswer(
  { optionSets }: Pick<InstrumentShape, "optionSets">,
  { options }: Pick<ItemShape, "options">,
  given: number | string | null,
): number | null {
  if (typeof given !== "number") return null;
  const chosen = optionSets[options ?? ""]?.find(({ value }) => value === given);
  return chosen ? scoreOf(chosen) : given;
}

type Counted = { score: number | null };

/**
 * Answers of a new set with what each counts. Where every one counts, and each another number, those numbers stand for the
 * answers; else they are told apart by their place.
 */
export function countedOptions<T extends Counted>(
  options: readonly T[],
): (Omit<T, "score"> & { value: number; score?: number | null })[] {
  const isPlain =
    options.every(({ score }) => score !== null) && new Set(options.map(({ score }) => score)).size === options.length;
  return options.map(({ score, ...option }, place) => {
    if (isPlain && score !== null) return { ...option, value: score };
    return score === place ? { ...option, value: place } : { ...option, value: place, score };
  });
}

/** The same answers counting otherwise. What stands for each stays, so that conditions and marks still name it. */
export const withScores = (options: readonly Option[], scores: readonly (number | null)[]): Option[] =>
  options.map(({ score: _before, ...option }, i) => {
    const score = scores[i] ?? null;
    return score === option.value ? option : { ...option, score };
  });
