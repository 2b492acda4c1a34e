import { builtInExercise } from "@/lib/exercises/built-in-exercises";
import { type Exercise, exercisePages, exposureLevels } from "@/lib/exercises/exercise";
import { ranges } from "@/lib/limits";
import type { PlannedExercise, ProtocolVersion, ProtocolWeek } from "@/lib/protocol/definition";
import { doseOfKey } from "@/lib/protocol/dose-choices";
import { type Edited, type Faults, judged, type MeasureRow, measureFaults } from "@/lib/protocol/edit-faults";
import {
  chosenMeasures,
  doseField,
  type EditFields,
  exerciseField,
  fieldsOf,
  gentlerField,
  MOST_GENTLER,
  measureField,
  phaseField,
  weekField,
} from "@/lib/protocol/edit-fields";
import { momentOfKey, withSafetyScreens } from "@/lib/protocol/measure-moments";
import { numberIn } from "@/lib/typed-number";

/**
 * A version with what its form says: texts, doses, readings, where phases begin, gentler steps, measures and follow-ups.
 * Fields that the form does not have stay as they were. `faults` names each field that does not fit, with a sentence;
 * "form" stands for the whole.
 */
export function editedVersion(base: ProtocolVersion, fields: EditFields): Edited {
  const now = { ...fieldsOf(base), ...fields };
  const text = (name: string) => now[name] ?? "";
  const faults: Faults = {};
  const followUps = readFollowUps(text("followUps"), faults);
  const rows = readMeasures(base, text, faults);
  const version: ProtocolVersion = {
    ...base,
    title: text("title"),
    summary: text("summary"),
    phases: base.phases.map(({ number }) => ({
      number,
      title: text(phaseField(number, "title")),
      aim: text(phaseField(number, "aim")),
    })),
    exercises: base.exercises.map((exercise) => readExercise(exercise, text)),
    weeks: readWeeks(base, text, faults),
    measures: rows.map(({ measure }) => measure),
    followUps,
  };
  if (!faults.followUps) for (const [name, sentence] of measureFaults(version, rows)) faults[name] ??= sentence;
  return judged(withSafetyScreens(version), faults, text);
}

/** An exercise with the texts, minutes, page, exposure level and gentler steps of its fields. A shipped one keeps its page. */
export function readExercise(exercise: Exercise, text: (name: string) => string): Exercise {
  const { key } = exercise;
  const page = exercisePages.find((one) => one === text(exerciseField(key, "page")));
  const exposureLevel = exposureLevels.find((one) => one === text(exerciseField(key, "exposure")));
  const steps = Array.from({ length: MOST_GENTLER }, (_, i) => text(gentlerField(key, i + 1)));
  const minutes = numberIn(text(exerciseField(key, "minutes")), { ...ranges.exerciseMinutes, isWhole: true });
  const { own: _, ...kept } = exercise;
  const own = readOwn(text(exerciseField(key, "own-title")), text(exerciseField(key, "own-instructions")));
  return {
    ...kept,
    title: text(exerciseField(key, "title")),
    instructions: text(exerciseField(key, "instructions")),
    purpose: text(exerciseField(key, "purpose")),
    minutes: ("value" in minutes ? minutes.value : null) ?? Number.NaN,
    page: builtInExercise(key) ? exercise.page : (page ?? exercise.page),
    exposureLevel: exposureLevel ?? exercise.exposureLevel,
    gentler: [...new Set(steps.filter((step) => step !== ""))],
    ...(own && { own }),
  };
}

/** A practice's own words for own steps; nothing written means the guided page's. A name alone asks for its words. */
function readOwn(title: string, instructions: string): Exercise["own"] {
  if (!title.trim() && !instructions.trim()) return undefined;
  return { ...(title.trim() && { title }), instructions };
}

function readWeeks(base: ProtocolVersion, text: (name: string) => string, faults: Faults): ProtocolWeek[] {
  const starts = base.phases.map(({ number }) => (number === 1 ? 1 : Number(text(phaseField(number, "from")))));
  starts.forEach((start, i) => {
    const before = starts[i - 1];
    if (before !== undefined && !(start > before && start <= base.weeks.length))
      faults[phaseField(i + 1, "from")] =
        `Begin it after week ${before}, where the phase before it begins, and no later than week ${base.weeks.length}.`;
  });
  return base.weeks.map(({ number, exercises }) => ({
    number,
    phase: Math.max(1, starts.filter((start) => start <= number).length),
    exercises: [...keptExercises(number, exercises, text, faults), ...addedExercise(base, number, text, faults)],
    reading: text(weekField(number, "reading")) || null,
  }));
}

function keptExercises(
  week: number,
  exercises: readonly PlannedExercise[],
  text: (name: string) => string,
  faults: Faults,
): PlannedExercise[] {
  return exercises.flatMap(({ exercise }) => {
    const name = doseField(week, exercise);
    if (text(name) === "") return [];
    const dose = doseOfKey(text(name));
    if (!dose) faults[name] = "Choose how often.";
    return dose ? [{ exercise, dose }] : [];
  });
}

function addedExercise(
  base: ProtocolVersion,
  week: number,
  text: (name: string) => string,
  faults: Faults,
): PlannedExercise[] {
  const exercise = text(weekField(week, "add"));
  if (exercise === "") return [];
  const dose = doseOfKey(text(weekField(week, "add-dose")) || "times-1");
  if (!dose) faults[weekField(week, "add-dose")] = "Choose how often.";
  if (!base.exercises.some(({ key }) => key === exercise)) faults[weekField(week, "add")] = "Choose an exercise.";
  return dose ? [{ exercise, dose }] : [];
}

function readMeasures(base: ProtocolVersion, text: (name: string) => string, faults: Faults): MeasureRow[] {
  const places = [...chosenMeasures(base).map((_, place) => place), "new" as const];
  return places.flatMap((place) => {
    const instrument = text(measureField(place, "instrument"));
    if (instrument === "") return [];
    const moment = momentOfKey(text(measureField(place, "at")));
    if (!moment) faults[measureField(place, "at")] = "Choose when it is due.";
    return moment ? [{ place, measure: { instrument, moment } }] : [];
  });
}

function readFollowUps(typed: string, faults: Faults): number[] {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  const weeks = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  const isFine = weeks.length <= 6 && weeks.every((week) => Number.isInteger(week) && week >= 1 && week <= 104);
  if (!isFine) faults.followUps = "Write at most six whole numbers of weeks, from 1 to 104, such as 4, 12.";
  return isFine ? weeks : [];
}
