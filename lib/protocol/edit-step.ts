import { z } from "zod";

/** What a button of the form does after the fields were kept. `n` is a week or a phase as it is numbered now. */
export type EditStep =
  | { kind: "save" | "publish" | "phase-add" | "exercise-add" }
  | { kind: "week-add" | "week-remove" | "week-up" | "week-down" | "phase-remove"; n: number }
  | { kind: "exercise-copy" | "exercise-remove"; key: string };

const plain = ["save", "publish", "phase-add", "exercise-add"] as const;
const numbered = ["week-add", "week-remove", "week-up", "week-down", "phase-remove"] as const;
const keyed = ["exercise-copy", "exercise-remove"] as const;

/** The step as the value of a button: "save", "week-up.3", "exercise-remove.small-secret". */
export function stepValue(step: EditStep): string {
  if ("n" in step) return `${step.kind}.${step.n}`;
  return "key" in step ? `${step.kind}.${step.key}` : step.kind;
}

function readStep(value: string): EditStep | null {
  const [kind, about = ""] = value.split(".");
  const simple = plain.find((one) => one === kind);
  if (simple) return { kind: simple };
  const place = numbered.find((one) => one === kind);
  if (place && /^\d{1,2}$/.test(about)) return { kind: place, n: Number(about) };
  const named = keyed.find((one) => one === kind);
  return named && about ? { kind: named, key: about } : null;
}

/** A button's value as a step. */
export const editStepSchema = z
  .string()
  .max(90)
  .transform((value, context): EditStep => {
    const step = readStep(value);
    if (step) return step;
    context.addIssue({ code: "custom", message: "Choose once more what to do." });
    return z.NEVER;
  });
