import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, CriticalRule, Form, Instrument } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { scoreOfAnswer } from "@/lib/assessments/option-score";

export type CriticalEffect = CriticalRule["effect"];

export type CriticalHit = {
  effect: CriticalEffect;
  /** For the therapist. Never shown to a partner, never put in an e-mail. */
  sentence: string;
  form: Form;
  itemId: string | null;
  scale: string | null;
  /** Several answers together; null for a single answer or a scale. */
  combination: string | null;
};

const GRAVITY: Record<CriticalEffect, number> = { concern: 1, stop: 2, crisis: 3 };

function applies(rule: CriticalRule, value: number): boolean {
  return "atLeast" in rule.when ? value >= rule.when.atLeast : rule.when.values.includes(value);
}

/** The least a sum can come to once every blank is filled in: a positive screen that no further answer can undo. */
function leastTotal(instrument: Instrument, ids: readonly string[], answers: readonly Answer[], form: Form): number {
  return ids.reduce((total, id) => {
    const item = instrument.items.find((candidate) => candidate.id === id);
    const range = item ? itemRange(instrument, item) : null;
    if (!item || !range) return total;
    const given = answers.find((answer) => answer.itemId === id && answer.form === form)?.value;
    const counted = scoreOfAnswer(instrument, item, given ?? null);
    if (counted === null) return total + range.min;
    return total + (item.reversed ? range.min + range.max - counted : counted);
  }, 0);
}

function reaches(
  { itemId, atLeast }: { itemId: string; atLeast: number },
  instrument: Instrument,
  answers: readonly Answer[],
  form: Form,
): boolean {
  const item = instrument.items.find(({ id }) => id === itemId);
  const given = answers.find((answer) => answer.itemId === itemId && answer.form === form)?.value;
  return (
    item !== undefined && typeof given === "number" && given >= atLeast && isEnabled(instrument, item, answers, form)
  );
}

/**
 * The safety rules that these answers set off, gravest first. Call it on every save, drafts included: an answer counts the
 * moment it is given. An empty list reassures nobody; it only says that no rule was met.
 */
export function criticalHits(instrument: Instrument, answers: readonly Answer[]): CriticalHit[] {
  const hits: CriticalHit[] = [];
  for (const { itemId, form, value } of answers) {
    const item = instrument.items.find((candidate) => candidate.id === itemId);
    if (!item || typeof value !== "number" || !isEnabled(instrument, item, answers, form)) continue;
    const met = item.critical
      .filter((rule) => applies(rule, value))
      .sort((a, b) => GRAVITY[b.effect] - GRAVITY[a.effect]);
    if (met[0])
      hits.push({ effect: met[0].effect, sentence: met[0].sentence, form, itemId, scale: null, combination: null });
  }
  for (const form of instrument.forms) {
    for (const scale of instrument.scales) {
      if (scale.method !== "sum") continue;
      const least = leastTotal(instrument, scale.items, answers, form) * scale.multiplier;
      const met = scale.critical
        .filter((rule) => least >= rule.atLeast)
        .sort((a, b) => GRAVITY[b.effect] - GRAVITY[a.effect]);
      if (met[0]) {
        const { effect, sentence } = met[0];
        hits.push({ effect, sentence, form, itemId: null, scale: scale.key, combination: null });
      }
    }
    for (const { key, groups, effect, sentence } of instrument.combinations) {
      if (groups.every(({ needs, of }) => of.filter((one) => reaches(one, instrument, answers, form)).length >= needs))
        hits.push({ effect, sentence, form, itemId: null, scale: null, combination: key });
    }
  }
  return hits.sort((a, b) => GRAVITY[b.effect] - GRAVITY[a.effect]);
}
