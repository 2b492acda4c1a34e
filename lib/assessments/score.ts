import { scoreByAlgorithm } from "@/lib/assessments/algorithms";
import { isOfForm } from "@/lib/assessments/asked-forms";
import { exact } from "@/lib/assessments/exact";
import type { Answer, Form, Instrument, Scale } from "@/lib/assessments/instrument";
import { keyedValue } from "@/lib/assessments/keyed-value";
import type { ItemValues, ScaleScore } from "@/lib/assessments/scale-score";

/** Further outside of the range than floating point leaves a score that lies on its edge. */
const DUST = 1e-9;

/** Blanks a scale bears before it has no score: as the instrument states, else none; none for algorithms. */
export function allowedMissing(scale: Pick<Scale, "method" | "maxMissing">): number {
  return scale.method === "algorithm" ? 0 : (scale.maxMissing ?? 0);
}

/** A scale whose questions stand in this form. Those that only combine other scales have none of their own. */
const isCounted = ({ items }: Instrument, scale: Scale, form: Form): boolean =>
  scale.items.length === 0 || items.some((item) => scale.items.includes(item.id) && isOfForm(item, form));

function scoreItems(instrument: Instrument, scale: Scale, form: Form, values: ItemValues): ScaleScore {
  const given = scale.items.map((id) => values.get(id) ?? null).filter((value): value is number => value !== null);
  const of = scale.items.length;
  const base = { form, scale: scale.key, answered: given.length, items: of };
  const missing = scale.items.filter((id) => (values.get(id) ?? null) === null);
  const critical = missing.find((id) => instrument.items.some((item) => item.id === id && item.critical.length > 0));
  const unscored = (reason: string): ScaleScore => ({ ...base, status: "unscored", score: null, reason });
  if (missing.length > 0 && given.length === 0) return unscored("Not answered.");
  if (critical !== undefined) {
    return unscored(
      `No score: a question about safety was left blank, and it is never filled in (${given.length} of ${of} answered).`,
    );
  }
  const allowed = allowedMissing(scale);
  if (missing.length > allowed) {
    return unscored(`No score: ${given.length} of ${of} answered, and at least ${of - allowed} are needed.`);
  }
  const sum = given.reduce((total, value) => total + value, 0);
  const score = exact((sum * scale.multiplier * (scale.method === "mean" ? 1 : of)) / given.length);
  if (missing.length === 0) return { ...base, status: "scored", score, reason: null };
  const { min, max } = scale.range;
  if (score < min - DUST || score > max + DUST) {
    return unscored(
      `No score: filled in, the ${given.length} of ${of} answers would come to more than the scale holds.`,
    );
  }
  const inside = Math.min(max, Math.max(min, score));
  return { ...base, status: "prorated", score: inside, reason: `Prorated: ${given.length} of ${of} answered.` };
}

/**
 * Scores a response: one entry per form and scale that it counts, in the instrument's order. Blank is never 0: within the scale's allowance
 * the person's own mean stands in, after reversing, and the entry says `prorated`; beyond it, or where that would leave the
 * range, there is no score and the entry says why. Safety questions and algorithms are never prorated. Unknown items are ignored here; see `validateAnswers`.
 */
export function scoreResponse(instrument: Instrument, answers: readonly Answer[]): ScaleScore[] {
  return instrument.forms.flatMap((form) => {
    const values: ItemValues = new Map(
      instrument.items.map((item) => [item.id, keyedValue(instrument, item, answers, form)]),
    );
    const done: ScaleScore[] = [];
    for (const scale of instrument.scales) {
      if (!isCounted(instrument, scale, form)) continue;
      const byAlgorithm = scale.algorithm ? scoreByAlgorithm(scale, scale.algorithm, form, values, done) : null;
      done.push(byAlgorithm ?? scoreItems(instrument, scale, form, values));
    }
    return done;
  });
}
