import { placesWords } from "@/lib/assessments/build/answers";
import { rewordedIn } from "@/lib/assessments/build/comparable";
import { isComparable, type ResponseSet, type SentResponse } from "@/lib/assessments/result-view";
import { plural } from "@/lib/plural";

/**
 * Where the line of a scale begins or is asked in other words, in sentences; nothing where all answers were to the same. Scores that
 * are counted in another way stand with their own results, and never on this line.
 */
export function lineBreaks(
  { responses, shown }: ResponseSet,
  key: string,
  dayWords: (date: string) => string,
): string[] {
  const scale = shown.instrument.scales.find((one) => one.key === key);
  if (!scale) return [];
  const isDrawn = (response: SentResponse): boolean => isComparable(response, shown, key);
  const apart = responses.filter((response) => !isDrawn(response));
  const counted = plural(apart.length, "One answer is", `${apart.length} answers are`);
  const last = apart.at(-1);
  const drawn = responses.filter(isDrawn);
  const words = drawn.flatMap((response, i) => {
    const before = drawn[i - 1];
    const places = before ? rewordedIn(before.instrument, response.instrument, scale.items) : [];
    if (places.length === 0) return [];
    const asked = plural(places.length, "is", "are");
    return `From ${dayWords(response.date)} on, question ${placesWords(places)} ${asked} in other words: compare with care.`;
  });
  return [
    ...(last ? [`${counted} not on this line: the version until ${dayWords(last.date)} counted in another way.`] : []),
    ...words,
  ];
}
