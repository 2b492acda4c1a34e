import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { scoreOf } from "@/lib/assessments/option-score";

/**
 * Everything about a scale that decides which number a set of answers comes to. Words are no part of it, and neither is the order of
 * questions or of answers.
 */
export function signatureOf(instrument: Instrument, scale: Scale): string {
  const items = scale.items.toSorted().map((id) => {
    const item = instrument.items.find((one) => one.id === id);
    if (!item) return [id];
    const answers = (instrument.optionSets[item.options ?? ""] ?? [])
      .map((option) => [option.value, scoreOf(option)] as const)
      .toSorted(([a], [b]) => a - b);
    return [id, item.kind, item.reversed, answers.length > 0 ? answers : itemRange(instrument, item)];
  });
  return JSON.stringify([scale.method, scale.multiplier, scale.algorithm ?? null, items]);
}
