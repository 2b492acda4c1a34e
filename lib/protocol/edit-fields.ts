import type { Exercise } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { doseKey } from "@/lib/protocol/dose-choices";
import { isSafetyScreen, momentKey } from "@/lib/protocol/measure-moments";

/** A draft as its form sends it: every field by name, such as "exercise.small-secret.title" or "week.3.reading". */
export type EditFields = Readonly<Record<string, string>>;

export type ExerciseFieldName =
  | "title"
  | "instructions"
  | "purpose"
  | "minutes"
  | "page"
  | "exposure"
  | "own-title"
  | "own-instructions";

/** The name that a new exercise's fields have in place of a key. */
export const NEW_EXERCISE = "$new";
/** How many gentler steps an exercise may have. */
export const MOST_GENTLER = 6;

export const exerciseField = (key: string, part: ExerciseFieldName) => `exercise.${key}.${part}`;
export const gentlerField = (key: string, place: number) => `exercise.${key}.gentler.${place}`;
export const doseField = (week: number, exercise: string) => `week.${week}.dose.${exercise}`;
export const weekField = (week: number, part: "add" | "add-dose" | "reading") => `week.${week}.${part}`;
export const phaseField = (phase: number | "new", part: "title" | "aim" | "from") => `phase.${phase}.${part}`;
export const measureField = (place: number | "new", part: "instrument" | "at") => `measure.${place}.${part}`;

/** The measures that a practice chooses: all but the safety questions that are always asked. */
export const chosenMeasures = ({ measures }: ProtocolVersion) => measures.filter((one) => !isSafetyScreen(one));

/** Every field of a draft as its form first shows it. */
export function fieldsOf(version: ProtocolVersion): Record<string, string> {
  const fields: Record<string, string> = {
    title: version.title,
    summary: version.summary,
    followUps: version.followUps.join(", "),
  };
  for (const { number, title, aim } of version.phases) {
    fields[phaseField(number, "title")] = title;
    fields[phaseField(number, "aim")] = aim;
    fields[phaseField(number, "from")] = String(firstWeekOf(version, number));
  }
  for (const { number, exercises, reading } of version.weeks) {
    fields[weekField(number, "reading")] = reading ?? "";
    for (const { exercise, dose } of exercises) fields[doseField(number, exercise)] = doseKey(dose);
  }
  for (const exercise of version.exercises) Object.assign(fields, fieldsOfExercise(exercise));
  chosenMeasures(version).forEach(({ instrument, moment }, place) => {
    fields[measureField(place, "instrument")] = instrument;
    fields[measureField(place, "at")] = momentKey(moment);
  });
  return fields;
}

function fieldsOfExercise(exercise: Exercise): Record<string, string> {
  const { key, title, instructions, purpose, minutes, page, exposureLevel, gentler, own } = exercise;
  return {
    [exerciseField(key, "title")]: title,
    [exerciseField(key, "instructions")]: instructions,
    [exerciseField(key, "purpose")]: purpose,
    [exerciseField(key, "minutes")]: String(minutes),
    [exerciseField(key, "page")]: page,
    [exerciseField(key, "exposure")]: exposureLevel,
    [exerciseField(key, "own-title")]: own?.title ?? "",
    [exerciseField(key, "own-instructions")]: own?.instructions ?? "",
    ...Object.fromEntries(gentler.map((step, place) => [gentlerField(key, place + 1), step])),
  };
}

/** The first week of a phase. */
export function firstWeekOf({ weeks }: ProtocolVersion, phase: number): number {
  return weeks.find((week) => week.phase === phase)?.number ?? 1;
}
