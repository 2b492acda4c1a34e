import { isOfForm } from "@/lib/assessments/asked-forms";
import type { Answer, Form, Item } from "@/lib/assessments/instrument";

type Asked = Pick<Item, "id" | "enableWhen" | "enableBehavior" | "forms">;
type Condition = Item["enableWhen"][number];

function holds(condition: Condition, value: Answer["value"]): boolean {
  const answered = value !== null;
  if (condition.operator === "exists") return answered === (condition.value !== false);
  const wanted = typeof condition.value === "boolean" ? Number(condition.value) : condition.value;
  // As FHIR has it: no answer at all is not that answer either.
  if (condition.operator === "!=") return value !== wanted;
  if (!answered) return false;
  if (condition.operator === "=") return value === wanted;
  if (typeof value !== typeof wanted) return false;
  if (condition.operator === ">") return value > wanted;
  if (condition.operator === ">=") return value >= wanted;
  return condition.operator === "<" ? value < wanted : value <= wanted;
}

/**
 * Whether a question is asked, given the answers so far on the same form. A question that depends on one that is itself
 * not asked is not asked either: an answer left behind on a closed branch opens nothing.
 */
export function isEnabled(
  instrument: { items: readonly Asked[] },
  item: Asked,
  answers: readonly Answer[],
  form: Form,
): boolean {
  return isAsked(instrument, item, answers, form, new Map());
}

/** `known`: what was found about others on the way, or a long chain of conditions would be walked anew for each link of it. */
function isAsked(
  instrument: { items: readonly Asked[] },
  item: Asked,
  answers: readonly Answer[],
  form: Form,
  known: Map<string, boolean>,
): boolean {
  if (!isOfForm(item, form)) return false;
  if (item.enableWhen.length === 0) return true;
  const found = known.get(item.id);
  if (found !== undefined) return found;
  const results = item.enableWhen.map((condition) => {
    const source = instrument.items.find((candidate) => candidate.id === condition.itemId);
    if (!source) return false;
    const asked = isAsked(instrument, source, answers, form, known);
    const given = answers.find((answer) => answer.itemId === source.id && answer.form === form)?.value ?? null;
    return holds(condition, asked ? given : null);
  });
  const isOpen = item.enableBehavior === "all" ? results.every(Boolean) : results.some(Boolean);
  known.set(item.id, isOpen);
  return isOpen;
}
