import type { DimensionSitting } from "@/db/queries/clients/client-overview";
import { rewordedIn } from "@/lib/assessments/build/comparable";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import { countsAlike } from "@/lib/assessments/result-view";
import { listed } from "@/lib/listed";
import { plural } from "@/lib/plural";

const itemsOf = ({ instrument }: DimensionSitting, dimension: Dimension): readonly string[] =>
  instrument.scales.find(({ key }) => key === dimension)?.items ?? [];

/** The same form counts it alike in both sittings, or one is the brief form, whose statements are all among the other's. */
export function isSame(from: DimensionSitting, to: DimensionSitting, dimension: Dimension): boolean {
  if (from.instrument.key === to.instrument.key) return countsAlike(from.instrument, to.instrument, dimension);
  const [shorter, longer] = [itemsOf(from, dimension), itemsOf(to, dimension)].toSorted((a, b) => a.length - b.length);
  return (
    shorter !== undefined && longer !== undefined && shorter.length > 0 && shorter.every((id) => longer.includes(id))
  );
}

/** Where one assessment asks other statements than the one before it, or the same in other words. */
export function breakSentences(sittings: readonly DimensionSitting[], dayWords: (date: string) => string): string[] {
  return sittings.flatMap((sitting, i) => {
    const before = sittings[i - 1];
    if (!before) return [];
    const from = `From ${sitting.week === null ? dayWords(sitting.date) : `week ${sitting.week}`} on,`;
    const isScored = (dimension: Dimension) =>
      itemsOf(before, dimension).length > 0 && itemsOf(sitting, dimension).length > 0;
    const broken = dimensions.filter((dimension) => isScored(dimension) && !isSame(before, sitting, dimension));
    const reworded = dimensions.filter(
      (dimension) =>
        !broken.includes(dimension) &&
        rewordedIn(
          before.instrument,
          sitting.instrument,
          itemsOf(before, dimension).filter((id) => itemsOf(sitting, dimension).includes(id)),
        ).length > 0,
    );
    return [
      ...(broken.length > 0
        ? [
            `${from} ${listed(broken)} ${plural(broken.length, "asks", "ask")} other statements: ${plural(broken.length, "its line breaks", "their lines break")} there, and scores before and after are not compared.`,
          ]
        : []),
      ...(reworded.length > 0
        ? [
            `${from} ${listed(reworded)} ${plural(reworded.length, "asks", "ask")} the same in other words: compare with care.`,
          ]
        : []),
    ];
  });
}
