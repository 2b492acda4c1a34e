import type { Form, Scale } from "@/lib/assessments/instrument";
import type { ItemValues, ScaleScore } from "@/lib/assessments/scale-score";

type Algorithm = NonNullable<Scale["algorithm"]>;
type Result =
  | { score: number; answered: number; of: number }
  | { score: null; answered: number; of: number; reason: string };

const notEnough = (answered: number, of: number): Result => ({
  score: null,
  answered,
  of,
  reason:
    answered === 0
      ? "Not answered."
      : `No score: ${answered} of ${of} answered, and yes/no questions are never filled in.`,
});

/** A yes stands whatever else is blank; a no needs every answer. */
function any(given: readonly number[], of: number, atLeast: number): Result {
  if (given.some((value) => value >= atLeast)) return { score: 1, answered: given.length, of };
  return given.length === of ? { score: 0, answered: of, of } : notEnough(given.length, of);
}

function gatedSum(given: readonly number[], of: number, gate: number | null, closedAt: number): Result {
  if (gate === closedAt) return { score: 0, answered: 1, of: 1 };
  const answered = given.length + (gate === null ? 0 : 1);
  if (gate === null || given.length < of) return notEnough(answered, of + 1);
  return { score: given.reduce((sum, value) => sum + value, 0), answered, of: answered };
}

/** Highest tier that holds, provided that no higher tier is still open for want of answers. */
function tiers(steps: readonly (readonly string[])[], done: readonly ScaleScore[]): Result {
  const scores = [...new Set(steps.flat())].map((key) => done.find((score) => score.scale === key));
  const known = scores.filter((score) => score?.score != null).length;
  for (let tier = steps.length; tier >= 1; tier--) {
    const parts = (steps[tier - 1] ?? []).map((key) => done.find((score) => score.scale === key)?.score ?? null);
    if (parts.every((part) => part === 1)) return { score: tier, answered: known, of: scores.length };
    if (!parts.some((part) => part !== null && part !== 1)) {
      return {
        score: null,
        answered: known,
        of: scores.length,
        reason: "No result: the answers that would decide it are missing.",
      };
    }
  }
  return { score: 0, answered: known, of: scores.length };
}

/** Scores one scale whose method is an algorithm. `done` holds the scores of the scales before it on the same form. */
export function scoreByAlgorithm(
  scale: Scale,
  algorithm: Algorithm,
  form: Form,
  values: ItemValues,
  done: readonly ScaleScore[],
): ScaleScore {
  const given = scale.items.map((id) => values.get(id) ?? null).filter((value): value is number => value !== null);
  const of = scale.items.length;
  const result =
    algorithm.kind === "any"
      ? any(given, of, algorithm.atLeast)
      : algorithm.kind === "gated-sum"
        ? gatedSum(given, of, values.get(algorithm.gate) ?? null, algorithm.closedAt)
        : tiers(algorithm.tiers, done);
  const base = { form, scale: scale.key, answered: result.answered, items: result.of };
  if (result.score === null) return { ...base, status: "unscored", score: null, reason: result.reason };
  return { ...base, status: "scored", score: result.score * scale.multiplier, reason: null };
}
