import { questionsWords } from "@/lib/assessments/build/answers";
import { rewordedIn } from "@/lib/assessments/build/comparable";
import { isOnAxis } from "@/lib/assessments/result-trends";
import { isComparable, type ResponseSet, type SentResponse } from "@/lib/assessments/result-view";
import { plural } from "@/lib/plural";

/**
 * Where the line of a scale begins or is asked in other words, in sentences; nothing where all answers were to the same.
 * Scores over another range have no place on its axis and stand with their own results.
 */
export function lineBreaks(
  { responses, shown }: ResponseSet,
  key: string,
  dayWords: (date: string) => string,
): string[] {
  const scale = shown.instrument.scales.find((one) => one.key === key);
  if (!scale) return [];
  const drawn = responses.filter((response) => isOnAxis(response, shown, key));
  const apart = responses.filter((response) => !drawn.includes(response));
  const counted = plural(apart.length, "One answer is", `${apart.length} answers are`);
  const last = apart.at(-1);
  const words = drawn.flatMap((response, i) => {
    const before = drawn[i - 1];
    if (!before) return [];
    const from = `From ${dayWords(response.date)} on`;
    if (!isComparable(before, response, key))
      return `${from} it ${countsOthers(before, response, key) ? "counts other questions" : "is counted otherwise"}: the line breaks there, and scores before and after are not compared.`;
    const places = rewordedIn(before.instrument, response.instrument, scale.items);
    if (places.length === 0) return [];
    const asked = plural(places.length, "is", "are");
    return `${from}, ${questionsWords(places)} ${asked} in other words: compare with care.`;
  });
  return [
    ...(last ? [`${counted} not on this line: the version until ${dayWords(last.date)} counted in another way.`] : []),
    ...words,
  ];
}

const countsOthers = (before: SentResponse, after: SentResponse, key: string): boolean => {
  const itemsIn = ({ instrument }: SentResponse) =>
    instrument.scales
      .find((one) => one.key === key)
      ?.items.toSorted()
      .join() ?? "";
  return itemsIn(before) !== itemsIn(after);
};
