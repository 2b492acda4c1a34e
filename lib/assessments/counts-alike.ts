import { signatureOf } from "@/lib/assessments/build/counting";
import type { Instrument, Scale } from "@/lib/assessments/instrument";

/** Which questions share a list of answers: where others do, the labels of one version fitted only some of them. */
function sharedLists({ items }: Instrument, scale: Scale): number[] {
  const lists = scale.items.toSorted().map((id) => items.find((item) => item.id === id)?.options ?? "");
  return lists.map((list) => lists.indexOf(list));
}

/**
 * Whether a scale of two definitions is the same: questions, what each answer counts, reversals, method and range. Every page
 * that sets scores of two versions side by side asks here.
 */
export function countsAlike(one: Instrument, other: Instrument, key: string): boolean {
  const shape = (instrument: Instrument) => {
    const scale = instrument.scales.find((candidate) => candidate.key === key);
    if (!scale) return null;
    const { range } = scale;
    return JSON.stringify([signatureOf(instrument, scale), range.min, range.max, sharedLists(instrument, scale)]);
  };
  return shape(one) !== null && shape(one) === shape(other);
}
