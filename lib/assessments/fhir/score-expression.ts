import { linkId } from "@/lib/assessments/fhir/fhir-names";
import type { Form, Instrument, Item, Scale } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { scoreOf } from "@/lib/assessments/option-score";
import { allowedMissing } from "@/lib/assessments/score";

function answersOf(instrument: Instrument, form: Form, items: readonly Item[]): string {
  const ids = items.map((item) => `'${linkId(instrument, form, item.id)}'`).join(" | ");
  return `%resource.repeat(item).where(linkId in (${ids})).answer.value`;
}

const values = (items: readonly Item[], answers: string) =>
  items[0]?.kind === "choice" ? `${answers}.weight()` : answers;

/** Sum of some items that are keyed alike; a reversed one counts min + max − value. An empty group is 0, not nothing. */
function keyedSum(instrument: Instrument, form: Form, items: readonly Item[], turn: number | null): string {
  const answers = answersOf(instrument, form, items);
  const sum = `iif(${answers}.exists(), ${values(items, answers)}.sum(), 0)`;
  return turn === null ? sum : `(${answers}.count() * ${turn} - ${sum})`;
}

/**
 * A FHIRPath expression that scores a sum or mean as `scoreResponse` does, or gives nothing where there is no score. Guarded by
 * counts, because a bare `weight().sum()` returns a partial sum when an answer is missing. Null for algorithms, and for
 * scales that mix choices with numbers.
 */
export function scoreExpression(instrument: Instrument, scale: Scale, form: Form): string | null {
  const items = instrument.items.filter((item) => scale.items.includes(item.id));
  const kinds = new Set(items.map((item) => item.kind === "choice"));
  if (scale.method === "algorithm" || kinds.size !== 1) return null;
  const groups = new Map<number | null, Item[]>();
  for (const item of items) {
    const range = itemRange(instrument, item);
    const turn = item.reversed && range ? range.min + range.max : null;
    groups.set(turn, [...(groups.get(turn) ?? []), item]);
  }
  const sum = [...groups.entries()].map(([turn, group]) => keyedSum(instrument, form, group, turn)).join(" + ");
  // An answer that counts for nothing is no answer to a score.
  const isPartly = items.some(({ options = "" }) =>
    instrument.optionSets[options]?.some((one) => scoreOf(one) === null),
  );
  const count = `${answersOf(instrument, form, items)}${isPartly ? ".weight()" : ""}.count()`;
  const factor = (scale.method === "mean" ? 1 : items.length) * scale.multiplier;
  const critical = items.filter((item) => item.critical.length > 0);
  const safety =
    critical.length > 0 ? ` and ${answersOf(instrument, form, critical)}.count() = ${critical.length}` : "";
  const missing = allowedMissing(scale);
  const score = `iif(${count} >= ${items.length - missing}${safety}, (${sum}) * ${factor} / ${count}, {})`;
  const ranges = new Set(items.map((item) => JSON.stringify(itemRange(instrument, item))));
  // Filled in over unequal answers, a score could leave its scale: then there is none.
  const { min, max } = scale.range;
  return missing > 0 && ranges.size > 1 ? `${score}.where($this >= ${min} and $this <= ${max})` : score;
}
