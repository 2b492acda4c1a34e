import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";

/** An answer after reversing (min + max − value); null when blank, when the question was not asked, or when it is not a number. */
export function keyedValue(instrument: Instrument, item: Item, answers: readonly Answer[], form: Form): number | null {
  const given = answers.find((answer) => answer.itemId === item.id && answer.form === form)?.value ?? null;
  if (typeof given !== "number" || !isEnabled(instrument, item, answers, form)) return null;
  const range = itemRange(instrument, item);
  return item.reversed && range !== null ? range.min + range.max - given : given;
}
