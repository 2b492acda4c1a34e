import { howItWentLabels, therapistRatingLabels } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { counted } from "@/lib/plural";
import { median } from "@/lib/statistics/central-values";
import type { LocalDate } from "@/lib/time/local-date";

type Judged = {
  exercise: string;
  form: ExerciseForm;
  date: LocalDate;
  howItWent: number | null;
  rating: number | null;
};

/** One time that somebody judged: how it went for the client, and how the therapist sees it, both 0–4. */
export type RatedAttempt = Pick<Judged, "exercise" | "form" | "date" | "howItWent" | "rating">;

/** Every attempt that either of the two judged, in the order in which they were given. */
export const ratedAttempts = (attempts: readonly Judged[]): RatedAttempt[] =>
  attempts
    .filter(({ howItWent, rating }) => howItWent !== null || rating !== null)
    .map(({ exercise, form, date, howItWent, rating }) => ({ exercise, form, date, howItWent, rating }));

/**
 * The finding in words, each side by itself: how it went and how it was done are two questions, and no difference between
 * them is better or worse. Of an even number of times the middle may lie between two answers.
 */
export function ratedSentence(rated: readonly RatedAttempt[], name: string): string {
  const said = valuesOf(rated, "howItWent");
  const judged = valuesOf(rated, "rating");
  const client =
    said.length === 0
      ? `${name} has not said yet how an exercise went.`
      : `For ${name} it went ${middle(said, howItWentLabels)}.`;
  const therapist =
    judged.length === 0 ? "None is rated yet." : `As rated here: ${middle(judged, therapistRatingLabels)}.`;
  return `${client} ${therapist}`;
}

const valuesOf = (rated: readonly RatedAttempt[], side: "howItWent" | "rating"): number[] =>
  rated.map((one) => one[side]).filter((value) => value !== null);

function middle(values: readonly number[], labels: readonly string[]): string {
  const at = median(values) ?? 0;
  const [low, high] = [labels[Math.floor(at)], labels[Math.ceil(at)]];
  const words = low === high ? `“${low}”` : `between “${low}” and “${high}”`;
  return values.length === 1 ? `${words}, one time` : `${words} (the middle of ${counted(values.length, "time")})`;
}
