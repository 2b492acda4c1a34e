import type { FormedAttempt } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { plural } from "@/lib/plural";
import { median } from "@/lib/statistics/central-values";

export type AnxietyPair = { before: number; after: number };

/** What anxiety was before and after one exercise: each time in order, and the medians, all 0–10. */
export type AnxietyChange = { exercise: string; form: ExerciseForm; times: AnxietyPair[]; median: AnxietyPair };

type Figures = FormedAttempt & { anxietyBefore: number | null; anxietyAfter: number | null };

/**
 * Anxiety before and after, by exercise and form, the most practised first. Only attempts with both figures count, whatever
 * came of them; an exercise without one is left out. Figures are 0–10 as the client gave them.
 */
export function anxietyChanges(attempts: readonly Figures[]): AnxietyChange[] {
  const found = new Map<string, { exercise: string; form: ExerciseForm; times: AnxietyPair[] }>();
  for (const { exercise, form, anxietyBefore, anxietyAfter } of attempts) {
    if (anxietyBefore === null || anxietyAfter === null) continue;
    const one = found.get(`${form} ${exercise}`) ?? { exercise, form, times: [] };
    one.times.push({ before: anxietyBefore, after: anxietyAfter });
    found.set(`${form} ${exercise}`, one);
  }
  return [...found.values()]
    .map(({ exercise, form, times }) => ({
      exercise,
      form,
      times,
      median: {
        before: median(times.map(({ before }) => before)) ?? 0,
        after: median(times.map(({ after }) => after)) ?? 0,
      },
    }))
    .sort((a, b) => b.times.length - a.times.length);
}

/** The finding, such as "Anxiety fell from 7 to 4 during exercises (medians of 25 times)." Over all exercises. */
export function anxietySentence(changes: readonly AnxietyChange[]): string {
  const all = changes.flatMap(({ times }) => times);
  const before = median(all.map((pair) => pair.before));
  const after = median(all.map((pair) => pair.after));
  if (before === null || after === null) return "No exercise has figures for both before and after yet.";
  const basis = (what: string) => plural(all.length, "one time", `${what} of ${all.length} times`);
  if (after === before) return `Anxiety stayed at ${before}, before and after (${basis("median")}).`;
  return `Anxiety ${after < before ? "fell" : "rose"} from ${before} to ${after} during exercises (${basis("medians")}).`;
}
