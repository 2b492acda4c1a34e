import { countsAlike } from "@/lib/assessments/counts-alike";
import type { Dimension } from "@/lib/assessments/dimension";
import type { Instrument } from "@/lib/assessments/instrument";

/** The statements that a dimension counts in one form; none where it has no such scale. */
export const statementsOf = (instrument: Instrument, dimension: Dimension): readonly string[] =>
  instrument.scales.find(({ key }) => key === dimension)?.items ?? [];

/** The same form counts it alike in both, or one is the brief form, whose statements are all among the other's. */
export function isSameDimension(one: Instrument, other: Instrument, dimension: Dimension): boolean {
  if (one.key === other.key) return countsAlike(one, other, dimension);
  const [shorter, longer] = [statementsOf(one, dimension), statementsOf(other, dimension)].toSorted(
    (a, b) => a.length - b.length,
  );
  return (
    shorter !== undefined && longer !== undefined && shorter.length > 0 && shorter.every((id) => longer.includes(id))
  );
}
