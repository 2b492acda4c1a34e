import { leastEdited } from "@/lib/exercises/built-in-exercises";
import { type Exercise, isAtLeast } from "@/lib/exercises/exercise";
import { fromTo } from "@/lib/limits";
import { type PlannedMeasure, type ProtocolVersion, protocolVersionSchema } from "@/lib/protocol/definition";
import {
  exerciseField,
  gentlerField,
  MOST_GENTLER,
  measureField,
  phaseField,
  weekField,
} from "@/lib/protocol/edit-fields";
import { exposureWords } from "@/lib/protocol/exposure-words";
import { momentKey, momentsOf } from "@/lib/protocol/measure-moments";

/** What does not fit, by the name of its field; "form" stands for the whole. */
export type Faults = Record<string, string>;
export type Edited = { version: ProtocolVersion; faults: null } | { version: null; faults: Faults };

/** The version when all of it fits, otherwise a sentence beside each field that does not. `unread`: found while reading. */
export function judged(
  candidate: ProtocolVersion,
  unread: Faults = {},
  text: (name: string) => string = () => "",
): Edited {
  const faults: Faults = { ...unread };
  for (const exercise of candidate.exercises)
    for (const [name, sentence] of exerciseFaults(candidate, exercise, text)) faults[name] ??= sentence;
  const parsed = protocolVersionSchema.safeParse(candidate);
  if (parsed.success && Object.keys(faults).length === 0) return { version: parsed.data, faults: null };
  for (const issue of parsed.error?.issues ?? []) {
    const found = fieldOf(candidate, issue.path, issue.message);
    if (found) faults[found[0]] ??= found[1];
    else if (Object.keys(faults).length === 0) faults.form = issue.message;
  }
  return { version: null, faults };
}

/** Sentences about what an exercise claims: its exposure level, and the smaller steps that it names. */
export function exerciseFaults(
  version: ProtocolVersion,
  exercise: Exercise,
  text: (name: string) => string,
): [string, string][] {
  const faults: [string, string][] = [];
  const least = leastEdited(exercise);
  if (!isAtLeast(exercise.exposureLevel, least))
    faults.push([
      exerciseField(exercise.key, "exposure"),
      `Choose “${exposureWords[least]}” or more: the page that it is walked through on, or the exercise that it was copied from, asks for that.`,
    ]);
  exercise.gentler.forEach((key, i) => {
    const step = version.exercises.find((one) => one.key === key);
    const places = Array.from({ length: MOST_GENTLER }, (_, n) => gentlerField(exercise.key, n + 1));
    const name = places.find((field) => text(field) === key) ?? gentlerField(exercise.key, i + 1);
    if (!step || key === exercise.key) faults.push([name, "Choose another exercise of this protocol."]);
    else if (!isAtLeast(exercise.exposureLevel, step.exposureLevel))
      faults.push([name, `“${step.title}” asks for more closeness than this, so it is no gentler step.`]);
  });
  return faults;
}

/** One row of the form, by its place there. */
export type MeasureRow = { place: number | "new"; measure: PlannedMeasure };

/** Sentences about measures that are due at no moment of the version, or twice at the same one. */
export function measureFaults(version: ProtocolVersion, rows: readonly MeasureRow[]): [string, string][] {
  const known = new Set(momentsOf(version).map(momentKey));
  const seen = new Set<string>();
  return rows.flatMap(({ place, measure }): [string, string][] => {
    const at = momentKey(measure.moment);
    const isTwice = seen.has(`${measure.instrument}:${at}`);
    seen.add(`${measure.instrument}:${at}`);
    const name = measureField(place, "at");
    if (!known.has(at)) return [[name, "This protocol has no such moment any more. Choose another."]];
    return isTwice ? [[name, "It is due at this moment already."]] : [];
  });
}

const MINUTES = `Write whole minutes, ${fromTo("exerciseMinutes")}.`;

function fieldOf(version: ProtocolVersion, path: readonly PropertyKey[], message: string): [string, string] | null {
  const [area, index, part, detail] = path;
  if (area === "title" || area === "summary") return [area, message];
  const place = Number(index);
  const exercise = area === "exercises" ? version.exercises[place] : undefined;
  if (exercise && part === "minutes") return [exerciseField(exercise.key, "minutes"), MINUTES];
  if (exercise && (part === "title" || part === "instructions" || part === "purpose"))
    return [exerciseField(exercise.key, part), message];
  if (exercise && part === "own")
    return [exerciseField(exercise.key, detail === "title" ? "own-title" : "own-instructions"), message];
  if (area === "phases" && (part === "title" || part === "aim")) return [phaseField(place + 1, part), message];
  if (area === "weeks")
    return [weekField(place + 1, "add"), `Week ${place + 1} asks for one exercise at least, and six at most.`];
  return null;
}
