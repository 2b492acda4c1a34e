import type { InstrumentShape, ItemShape } from "@/lib/assessments/instrument-shape";
import { scoreOf } from "@/lib/assessments/option-score";

/** Least and most that a question counts: of its options, or its stated bounds. Null where nothing is counted. */
export function itemRange(instrument: InstrumentShape, item: ItemShape): { min: number; max: number } | null {
  if (item.kind === "choice") {
    const values = (instrument.optionSets[item.options ?? ""] ?? []).flatMap((option) => scoreOf(option) ?? []);
    return values.length === 0 ? null : { min: Math.min(...values), max: Math.max(...values) };
  }
  if (item.kind !== "integer" && item.kind !== "decimal") return null;
  return item.min === undefined || item.max === undefined ? null : { min: item.min, max: item.max };
}
