import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { scoreOfAnswer } from "@/lib/assessments/option-score";

/** What an answer counts after reversing (min + max − value); null when blank, not asked, not a number, or without a value. */
export function keyedValue(instrument: Instrument, item: Item, answers: readonly Answer[], form: Form): number | null {
  const given = answers.find((answer) => answer.itemId === item.id && answer.form === form)?.value ?? null;
  const counted = scoreOfAnswer(instrument, item, given);
  if (counted === null || !isEnabled(instrument, item, answers, form)) return null;
  const range = itemRange(instrument, item);
  return item.reversed && range !== null ? range.min + range.max - counted : counted;
}
