import type { ChangeOf, Decision } from "@/lib/protocol/decision";
import type { LocalDate } from "@/lib/time/local-date";

/** Whether own steps that were chosen cover `day`. `until` is the first day in the usual form again. */
export function coversDay({ from, until }: Omit<ChangeOf<"own-steps">, "kind">, day: LocalDate): boolean {
  return from <= day && (until === null || day < until);
}

/** Whether a therapist chose own steps for `day`, an ordinary form of the path. `inForce`: the decisions in force on it. */
export function ownStepsChosenOn(inForce: readonly Decision[], day: LocalDate): boolean {
  return inForce.some(({ change }) => change.kind === "own-steps" && coversDay(change, day));
}

/** The first day from `from` on for which own steps are not chosen; null when there is none. */
export function coveredUntil(inForce: readonly Decision[], from: LocalDate): LocalDate | null {
  const spans = inForce.flatMap(({ change }) => (change.kind === "own-steps" ? [change] : []));
  let day = from;
  for (;;) {
    const span = spans.find((one) => coversDay(one, day));
    if (!span) return day;
    if (span.until === null) return null;
    day = span.until;
  }
}
