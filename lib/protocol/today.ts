import type { LoggedAttempt } from "@/lib/exercises/attempt";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type Dose, daysAWeek } from "@/lib/protocol/dose";
import { exerciseAccess, firstSteps } from "@/lib/protocol/exercise-access";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { SharedClass } from "@/lib/safety/shared-class";

/** One exercise as offered today, in the words of its form. `planned`: its day is today; otherwise its week still has room. */
export type OfferedExercise = {
  exercise: Exercise;
  form: ExerciseForm;
  dose: Dose;
  planned: boolean;
  doneToday: boolean;
};

/** A guided page that was left in the middle. */
export type BegunExercise = { exercise: string; form: ExerciseForm; at: Date };

/** When this was begun, in the form in which it is offered; null where it was not. */
export const begunAt = ({ exercise, form }: OfferedExercise, begun: readonly BegunExercise[]): Date | null =>
  begun.find((one) => one.exercise === exercise.key && one.form === form)?.at ?? null;

/**
 * Today in the portal. `main` is the exercise in the tinted block: null when there is nothing to start.
 * - `offered`: there is something to do. `done`: today's exercises are done. `free`: nothing is planned and the week's doses are met.
 * - `paused`: paused by the therapist. `away`: the client put the exercises away. `after`: the weeks are over.
 * - `before`: the weeks have not begun, and `others` are own steps of the first one for who would like to.
 */
export type TodayExercises = {
  state: "offered" | "done" | "free" | "paused" | "away" | "before" | "after";
  main: OfferedExercise | null;
  others: OfferedExercise[];
};

/**
 * Chooses today's exercise from the current week, each in the form that is open.
 * First those planned for today and not yet logged, the one asked for least often in the week first (it has
 * fewer days to happen on); then those whose dose still has room.
 */
export function todaysExercises(
  version: ProtocolVersion,
  path: ProtocolPath,
  attempts: readonly LoggedAttempt[],
  shared: SharedClass,
  areAway: boolean,
): TodayExercises {
  const nothing = (state: TodayExercises["state"]): TodayExercises => ({
    state,
    main: null,
    others: [],
  });
  if (path.paused) return nothing("paused");
  const { current, today } = path;
  if (path.status === "starting") {
    if (areAway) return nothing("away");
    return { ...nothing("before"), others: stepsBefore(version, path, attempts, shared) };
  }
  if (!current) return nothing(path.status === "active" || path.status === "held" ? "free" : "after");
  if (areAway) return nothing("away");
  const here = current.exercises.filter((row) => row.from <= today && row.until >= today);
  const offers = here.flatMap((row): (OfferedExercise & { room: boolean })[] => {
    const access = exerciseAccess(version, path, row.exercise, shared, areAway);
    if (!access) return [];
    const own = attempts.filter(
      (a) => a.exercise === row.exercise && a.date >= current.startsOn && a.date <= current.endsOn,
    );
    const days = new Set(own.filter((a) => a.outcome !== "skipped").map((a) => a.date));
    const doneToday = own.some((a) => a.date === today);
    const whenever = row.dose.kind === "when-it-comes";
    return [
      {
        exercise: exerciseIn(access.exercise, access.form),
        form: access.form,
        dose: row.dose,
        planned: row.planned.includes(today),
        doneToday,
        room: whenever || days.size < daysAWeek(row.dose),
      },
    ];
  });
  const open = offers
    .filter((o) => !o.doneToday && (o.planned || o.room))
    .sort((a, b) => Number(b.planned) - Number(a.planned) || daysAWeek(a.dose) - daysAWeek(b.dose));
  const shown = open.map(({ room: _, ...offer }) => offer);
  if (shown.length === 0) return nothing(offers.some((o) => o.doneToday) ? "done" : "free");
  const enough = !shown.some((o) => o.planned) && offers.some((o) => o.planned && o.doneToday);
  if (enough) return { state: "done", main: null, others: shown };
  const [main = null, ...others] = shown;
  return { state: "offered", main, others };
}

function stepsBefore(
  version: ProtocolVersion,
  path: ProtocolPath,
  attempts: readonly LoggedAttempt[],
  shared: SharedClass,
): OfferedExercise[] {
  return firstSteps(path).flatMap((key) => {
    const access = exerciseAccess(version, path, key, shared, false);
    const row = path.weeks[0]?.exercises.find(({ exercise }) => exercise === key);
    if (!access?.open || !row) return [];
    const { exercise, form } = access;
    const doneToday = attempts.some((one) => one.exercise === key && one.date === path.today);
    return [{ exercise: exerciseIn(exercise, form), form, dose: row.dose, planned: false, doneToday }];
  });
}
