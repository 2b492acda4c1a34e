import { questionsWords } from "@/lib/assessments/build/answers";
import { placeOf } from "@/lib/assessments/build/places";
import { countsAlike } from "@/lib/assessments/counts-alike";
import type { Instrument } from "@/lib/assessments/instrument";
import { plural } from "@/lib/plural";

/** What becomes of the line of a scale when the second version is answered after the first. */
export type ScaleOutlook = {
  title: string;
  kind: "same" | "reworded" | "breaks" | "new" | "gone";
  sentence: string;
};

/**
 * For each scale, whether scores of two versions stand on one line. Counted in another way, they never do; counted alike but
 * asked in other words, they do, and the page says since when.
 */
export function scaleOutlooks(from: Instrument, to: Instrument): ScaleOutlook[] {
  const now = to.scales.map((scale): ScaleOutlook => {
    const { title } = scale;
    const before = from.scales.find(({ key }) => key === scale.key);
    if (!before) return { title, kind: "new", sentence: "New. Its line begins with this version." };
    if (!countsAlike(from, to, scale.key))
      return {
        title,
        kind: "breaks",
        sentence: "Counted in another way. Its line breaks here: scores before and after are not compared.",
      };
    const reworded = rewordedIn(from, to, scale.items);
    if (reworded.length === 0)
      return { title, kind: "same", sentence: "Counted and worded as before. Its line goes on." };
    return {
      title,
      kind: "reworded",
      sentence: `Counted as before, but ${questionsWords(reworded)} ${plural(reworded.length, "is", "are")} asked in other words. Its line goes on; compare with care.`,
    };
  });
  const gone = from.scales.filter(({ key }) => !to.scales.some((one) => one.key === key));
  return [
    ...now,
    ...gone.map(({ title }) => ({
      title,
      kind: "gone" as const,
      sentence: "Not counted any more. Earlier scores stay with the results that have them.",
    })),
  ];
}

/** The places of those questions whose words, or the words of whose answers, are others now. */
export function rewordedIn(from: Instrument, to: Instrument, ids: readonly string[]): number[] {
  const wordsOf = (instrument: Instrument, id: string) => {
    const item = instrument.items.find((one) => one.id === id);
    const labels = (instrument.optionSets[item?.options ?? ""] ?? []).map(({ label }) => label);
    return JSON.stringify([item?.text ?? null, labels]);
  };
  const stems = JSON.stringify(from.stems) !== JSON.stringify(to.stems);
  return ids.filter((id) => stems || wordsOf(from, id) !== wordsOf(to, id)).map((id) => placeOf(to, id));
}
