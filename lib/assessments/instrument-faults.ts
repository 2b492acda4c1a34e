import { isOfForm } from "@/lib/assessments/asked-forms";
import type { InstrumentShape, ItemShape, ScaleShape } from "@/lib/assessments/instrument-shape";
import { itemRange } from "@/lib/assessments/item-range";

type Fault = { path: (string | number)[]; message: string };

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

function itemFaults(instrument: InstrumentShape, item: ItemShape, i: number): Fault[] {
  const faults: Fault[] = [];
  const at = (field: string, message: string) => faults.push({ path: ["items", i, field], message });
  const set = item.options !== undefined && Object.hasOwn(instrument.optionSets, item.options);
  if (item.kind === "choice" && !set) at("options", `Question ${item.id} needs one of the option sets.`);
  if (item.kind !== "choice" && item.options !== undefined) at("options", `Only a choice has options (${item.id}).`);
  if (item.min !== undefined && item.max !== undefined && item.min > item.max)
    at("min", `${item.id} has min above max.`);
  if (item.reversed && itemRange(instrument, item) === null) at("reversed", `${item.id} has no range to reverse in.`);
  if (item.kind === "display" && item.required)
    at("required", `${item.id} only shows words, so it cannot be required.`);
  const known = new Set(instrument.items.slice(0, i).map((earlier) => earlier.id));
  for (const condition of item.enableWhen) {
    if (!known.has(condition.itemId))
      at("enableWhen", `${item.id} depends on ${condition.itemId}, which does not come before it.`);
  }
  return faults;
}

/** Lowest and highest score that the items of a sum or mean can give; null when an item has no bounds. */
function possibleRange(instrument: InstrumentShape, scale: ScaleShape): { min: number; max: number } | null {
  let [min, max] = [0, 0];
  for (const id of scale.items) {
    const item = instrument.items.find((candidate) => candidate.id === id);
    const range = item ? itemRange(instrument, item) : null;
    if (range === null) return null;
    min += range.min;
    max += range.max;
  }
  const share = (scale.method === "mean" ? 1 / scale.items.length : 1) * scale.multiplier;
  return { min: min * share, max: max * share };
}

function scaleFaults(instrument: InstrumentShape, scale: ScaleShape, i: number): Fault[] {
  const faults: Fault[] = [];
  const at = (field: string, message: string) => faults.push({ path: ["scales", i, field], message });
  const ids = new Set(instrument.items.map((item) => item.id));
  for (const id of scale.items) if (!ids.has(id)) at("items", `${scale.key} counts ${id}, which is not a question.`);
  const sides = new Set(
    instrument.items.filter(({ id }) => scale.items.includes(id)).map((item) => isOfForm(item, "wished")),
  );
  if (sides.size > 1)
    at("items", `${scale.key} counts questions that are asked once beside some that are asked twice.`);
  for (const id of repeated(scale.items)) at("items", `${scale.key} counts ${id} twice.`);
  if ((scale.maxMissing ?? 0) >= Math.max(1, scale.items.length))
    at("maxMissing", `${scale.key} needs at least one answer.`);
  for (const band of scale.bands) {
    if (band.min < scale.range.min || band.min > scale.range.max)
      at("bands", `A band of ${scale.key} lies outside its range.`);
  }
  if (scale.range.min >= scale.range.max) at("range", `The range of ${scale.key} is empty.`);
  if ((scale.method === "algorithm") !== (scale.algorithm !== undefined)) {
    at("algorithm", `${scale.key} needs an algorithm exactly when that is its method.`);
  }
  if (scale.algorithm?.kind === "tiers") {
    const earlier = new Set(instrument.scales.slice(0, i).map((other) => other.key));
    for (const named of scale.algorithm.tiers.flat())
      if (!earlier.has(named)) at("algorithm", `${named} must come before ${scale.key}.`);
  } else if (scale.items.length === 0) at("items", `${scale.key} has no questions.`);
  if (scale.algorithm?.kind === "gated-sum" && !ids.has(scale.algorithm.gate))
    at("algorithm", `${scale.key} has no such gate.`);
  if (scale.method === "algorithm" && (scale.maxMissing ?? 0) > 0) at("maxMissing", `${scale.key} is never prorated.`);
  if (scale.method !== "algorithm" && faults.length === 0) {
    const possible = possibleRange(instrument, scale);
    if (possible === null) at("items", `${scale.key} counts a question that has no range of values.`);
    else if (Math.abs(possible.min - scale.range.min) > 1e-9 || Math.abs(possible.max - scale.range.max) > 1e-9) {
      at("range", `The answers of ${scale.key} give ${possible.min} to ${possible.max}, not what its range says.`);
    }
  }
  return faults;
}

/** What a well-formed instrument can still get wrong: names that point nowhere, ranges that its answers cannot give. */
export function instrumentFaults(instrument: InstrumentShape): Fault[] {
  const faults: Fault[] = [
    ...instrument.items.flatMap((item, i) => itemFaults(instrument, item, i)),
    ...instrument.scales.flatMap((scale, i) => scaleFaults(instrument, scale, i)),
  ];
  for (const [i, { key, groups }] of instrument.combinations.entries()) {
    for (const { itemId } of groups.flatMap(({ of }) => of)) {
      if (!instrument.items.some(({ id }) => id === itemId))
        faults.push({ path: ["combinations", i], message: `${key} counts ${itemId}, which is not a question.` });
    }
  }
  for (const id of repeated(instrument.items.map((item) => item.id)))
    faults.push({ path: ["items"], message: `Two questions are called ${id}.` });
  for (const key of repeated(instrument.scales.map((scale) => scale.key)))
    faults.push({ path: ["scales"], message: `Two scales are called ${key}.` });
  for (const [key, options] of Object.entries(instrument.optionSets)) {
    if (new Set(options.map((option) => option.value)).size < options.length) {
      faults.push({ path: ["optionSets", key], message: "Two answers have the same value." });
    }
  }
  return faults;
}
