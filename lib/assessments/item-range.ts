import type { InstrumentShape, ItemShape } from "@/lib/assessments/instrument-shape";

/** Lowest and highest value of a question: of its options, or its stated bounds. Null for words, dates and unbounded numbers. */
export function itemRange(instrument: InstrumentShape, item: ItemShape): { min: number; max: number } | null {
  if (item.kind === "choice") {
    const values =
      item.options === undefined ? [] : (instrument.optionSets[item.options] ?? []).map((option) => option.value);
    return values.length === 0 ? null : { min: Math.min(...values), max: Math.max(...values) };
  }
  if (item.kind !== "integer" && item.kind !== "decimal") return null;
  return item.min === undefined || item.max === undefined ? null : { min: item.min, max: item.max };
}
