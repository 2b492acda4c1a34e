import { measuresChoices } from "@/lib/assessments/closeness";
import { type Instrument, type Item, parseInstrument } from "@/lib/assessments/instrument";

/**
 * The shipped version as this practice can use it: its own wording where Nearer ships none, the key as it confirmed it
 * where it is still open, and every answer that it called critical. `version` is the next number of the practice.
 */
export function withOwnWording(shipped: Instrument, own: Instrument, version: number): Instrument {
  const before = new Map(own.items.map((item) => [item.id, item]));
  const items = shipped.items.map((item) => {
    const was = before.get(item.id);
    return was ? withOwnItem(item, was, own) : item;
  });
  const optionSets = Object.fromEntries(
    Object.entries(shipped.optionSets).map(([key, options]) => [
      key,
      options.map((option) => ({ ...option, label: option.label ?? labelIn(own, key, option.value) })),
    ]),
  );
  const stems = { now: shipped.stems.now ?? own.stems.now, wished: shipped.stems.wished ?? own.stems.wished };
  const isKept = measuresChoices(shipped.measures).includes(own.measures) && own.measures !== "undecided";
  const measures = isKept ? own.measures : shipped.measures;
  return parseInstrument({ ...shipped, version, items, optionSets, stems, measures });
}

const labelIn = (own: Instrument, set: string, value: number): string | null =>
  own.optionSets[set]?.find((option) => option.value === value)?.label ?? null;

function withOwnItem(item: Item, was: Item, own: Instrument): Item {
  const isOpen = !item.keyConfirmed && was.keyConfirmed;
  return {
    ...item,
    text: item.text ?? was.text,
    ...(isOpen && { keyConfirmed: true, reversed: was.reversed }),
    critical: [...item.critical, ...ownRules(item, was, own)].slice(0, 5),
  };
}

/** Answers that the practice called critical and Nearer does not: none of them is let go of. */
function ownRules(item: Item, was: Item, own: Instrument): Item["critical"] {
  const options = own.optionSets[was.options ?? ""] ?? [];
  const isIn = (rules: Item["critical"], value: number) =>
    rules.some(({ when }) => ("atLeast" in when ? value >= when.atLeast : when.values.includes(value)));
  const values = options.map(({ value }) => value).filter((v) => isIn(was.critical, v) && !isIn(item.critical, v));
  const [rule] = was.critical;
  return rule && values.length > 0 ? [{ ...rule, when: { values } }] : [];
}
