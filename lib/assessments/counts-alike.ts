import type { Instrument } from "@/lib/assessments/instrument";

/** Whether a scale of two definitions is the same: questions, answers, reversals, method and range. */
export function countsAlike(one: Instrument, other: Instrument, key: string): boolean {
  const shape = (instrument: Instrument) => {
    const scale = instrument.scales.find((candidate) => candidate.key === key);
    if (!scale) return null;
    const reversed = instrument.items.filter((item) => item.reversed && scale.items.includes(item.id));
    const { items, method, multiplier, range } = scale;
    // Lists that questions share in one version and not in the other had labels that fitted only some of them.
    const lists = items.toSorted().map((id) => instrument.items.find((item) => item.id === id)?.options ?? "");
    return JSON.stringify([
      [...items].sort(),
      method,
      multiplier,
      range.min,
      range.max,
      reversed.map(({ id }) => id).sort(),
      lists.map((list) => lists.indexOf(list)),
    ]);
  };
  return shape(one) !== null && shape(one) === shape(other);
}
