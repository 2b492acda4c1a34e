import { howItWentLabels, therapistRatingLabels } from "@/lib/exercises/attempt";
import { counted, plural } from "@/lib/plural";
import { median } from "@/lib/statistics/central-values";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

type Judged = { date: LocalDate; howItWent: number | null; rating: number | null };

/** One side of a week: the middle of what was given, 0–4, and how often; null where nothing was. */
export type JudgedSide = { middle: number; times: number } | null;
export type RatedWeek = { week: number; said: JudgedSide; rated: JudgedSide };

/**
 * How exercises went for the client, and how the therapist saw them, week by week from the start to the last week that has
 * either. A week without any stays empty: it is a gap, and not a value.
 */
export function ratedWeeks(attempts: readonly Judged[], startsOn: LocalDate): RatedWeek[] {
  const judged = attempts.filter(
    ({ date, howItWent, rating }) => date >= startsOn && (howItWent !== null || rating !== null),
  );
  const weekOf = ({ date }: Judged) => Math.floor(daysBetween(startsOn, date) / 7) + 1;
  const weeks = Math.max(0, ...judged.map(weekOf));
  return Array.from({ length: weeks }, (_, index) => {
    const here = judged.filter((one) => weekOf(one) === index + 1);
    return { week: index + 1, said: sideOf(here, "howItWent"), rated: sideOf(here, "rating") };
  });
}

const valuesOf = (attempts: readonly Judged[], side: "howItWent" | "rating"): number[] =>
  attempts.map((one) => one[side]).filter((value) => value !== null);

function sideOf(attempts: readonly Judged[], side: "howItWent" | "rating"): JudgedSide {
  const values = valuesOf(attempts, side);
  const middle = median(values);
  return middle === null ? null : { middle, times: values.length };
}

/**
 * The finding in words, each side by itself: how it went and how it was done are two questions, and no difference between
 * them is better or worse. Of an even number of times the middle may lie between two answers.
 */
export function ratedSentence(attempts: readonly Judged[], name: string): string {
  const said = inWords(valuesOf(attempts, "howItWent"), howItWentLabels);
  const rated = inWords(valuesOf(attempts, "rating"), therapistRatingLabels);
  const client = said ? `For ${name} it went ${said}.` : `${name} has not said yet how an exercise went.`;
  return `${client} ${rated ? `As rated here: ${rated}.` : "None is rated yet."}`;
}

function inWords(values: readonly number[], labels: readonly string[]): string | null {
  const at = median(values);
  if (at === null) return null;
  const words = stepWords(at, labels);
  return plural(values.length, `${words}, one time`, `${words} (the middle of ${counted(values.length, "time")})`);
}

/** “Hard”, or between two of them. */
export function stepWords(at: number, labels: readonly string[]): string {
  const [low, high] = [labels[Math.floor(at)], labels[Math.ceil(at)]];
  return low === high ? `“${low}”` : `between “${low}” and “${high}”`;
}
