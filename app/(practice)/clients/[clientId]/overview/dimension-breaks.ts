import type { DimensionSitting } from "@/db/queries/clients/client-overview";
import { rewordedIn } from "@/lib/assessments/build/comparable";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import { isSameDimension, statementsOf } from "@/lib/assessments/same-dimension";
import { listed } from "@/lib/listed";
import { plural } from "@/lib/plural";

/** Where one assessment asks other statements than the one before it, or the same in other words. */
export function breakSentences(sittings: readonly DimensionSitting[], dayWords: (date: string) => string): string[] {
  return sittings.flatMap((sitting, i) => {
    const before = sittings[i - 1];
    if (!before) return [];
    const from = `From ${sitting.week === null ? dayWords(sitting.date) : `week ${sitting.week}`} on,`;
    const isScored = (dimension: Dimension) =>
      statementsOf(before.instrument, dimension).length > 0 && statementsOf(sitting.instrument, dimension).length > 0;
    const broken = dimensions.filter(
      (dimension) => isScored(dimension) && !isSameDimension(before.instrument, sitting.instrument, dimension),
    );
    const reworded = dimensions.filter(
      (dimension) =>
        !broken.includes(dimension) &&
        rewordedIn(
          before.instrument,
          sitting.instrument,
          statementsOf(before.instrument, dimension).filter((id) =>
            statementsOf(sitting.instrument, dimension).includes(id),
          ),
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
