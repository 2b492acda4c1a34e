import type { CriticalRule, Instrument } from "@/lib/assessments/instrument";

/** As much of a critical rule as a page needs, so that help does not wait for a network. */
export type CrisisRule = { itemId: string; when: CriticalRule["when"] };

/** The answers at which where to turn is shown at once. A safety check has none: no answer makes anything appear there. */
export function crisisRules({ sensitivity, items }: Pick<Instrument, "sensitivity" | "items">): CrisisRule[] {
  if (sensitivity === "safety") return [];
  return items.flatMap(({ id, critical }) =>
    critical.filter(({ effect }) => effect === "crisis").map(({ when }) => ({ itemId: id, when })),
  );
}

/** Whether an answer, as it was given a moment ago, meets one of the rules. */
export function meetsCrisis(
  rules: readonly CrisisRule[],
  { itemId, value }: { itemId: string; value: number | string | null },
): boolean {
  if (typeof value !== "number") return false;
  return rules.some(
    (rule) =>
      rule.itemId === itemId &&
      ("atLeast" in rule.when ? value >= rule.when.atLeast : rule.when.values.includes(value)),
  );
}
