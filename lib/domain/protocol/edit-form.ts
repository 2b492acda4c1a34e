import { z } from "zod";
import { type ProtocolVersion, protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { doseKey, doseOfKey } from "@/lib/domain/protocol/dose-choices";

/** A draft as its form sends it: every field by name, such as "exercise.small-secret.title" or "week.3.small-secret". */
export const editFields = z.record(z.string().max(120), z.string().max(1200));
export type EditFields = z.infer<typeof editFields>;

/** What an exercise's texts are called in the form, in the order in which they stand. */
export const exerciseTexts = ["title", "instructions", "purpose"] as const;

export const exerciseField = (key: string, part: (typeof exerciseTexts)[number] | "minutes") =>
  `exercise.${key}.${part}`;
export const weekField = (week: number, exercise: string) => `week.${week}.${exercise}`;

/** The dose of an exercise in a week, as a key of the form; empty when the week does not ask for it. */
export function doseIn(version: ProtocolVersion, week: number, exercise: string): string {
  const planned = version.weeks[week - 1]?.exercises.find((one) => one.exercise === exercise);
  return planned ? doseKey(planned.dose) : "";
}

export type Edited = { version: ProtocolVersion; faults: null } | { version: null; faults: Record<string, string> };

/**
 * A version with the texts and doses of its form. Phases, readings, measures, guided pages and what the safety gate
 * closes stay as they are: a practice changes words and amounts, not safety. `faults` names each field that does not
 * fit, with a sentence; "form" stands for the whole.
 */
export function editedVersion(base: ProtocolVersion, fields: EditFields): Edited {
  const text = (name: string, otherwise: string) => fields[name] ?? otherwise;
  const unread: Record<string, string> = {};
  const candidate = {
    ...base,
    title: text("title", base.title),
    summary: text("summary", base.summary),
    exercises: base.exercises.map((exercise) => {
      const minutes = fields[exerciseField(exercise.key, "minutes")];
      return {
        ...exercise,
        title: text(exerciseField(exercise.key, "title"), exercise.title),
        instructions: text(exerciseField(exercise.key, "instructions"), exercise.instructions),
        purpose: text(exerciseField(exercise.key, "purpose"), exercise.purpose),
        minutes: minutes === undefined ? exercise.minutes : Number(minutes),
      };
    }),
    weeks: base.weeks.map((week) => ({
      ...week,
      exercises: base.exercises.flatMap(({ key }) => {
        const name = weekField(week.number, key);
        const chosen = fields[name] ?? doseIn(base, week.number, key);
        if (chosen === "") return [];
        const dose = doseOfKey(chosen);
        if (!dose) unread[name] = "Choose how often.";
        return dose ? [{ exercise: key, dose }] : [];
      }),
    })),
  };
  const parsed = protocolVersionSchema.safeParse(candidate);
  if (parsed.success && Object.keys(unread).length === 0) return { version: parsed.data, faults: null };
  const faults = { ...unread };
  for (const issue of parsed.error?.issues ?? []) {
    const [name, message] = fieldOf(base, issue.path, issue.message);
    faults[name] ??= message;
  }
  return { version: null, faults };
}

function fieldOf(base: ProtocolVersion, path: readonly PropertyKey[], message: string): [string, string] {
  const [area, index, part] = path;
  if (area === "title" || area === "summary") return [area, message];
  const exercise = area === "exercises" ? base.exercises[Number(index)] : undefined;
  if (exercise && part === "minutes")
    return [exerciseField(exercise.key, "minutes"), "Write whole minutes, from 1 to 120."];
  const known = exerciseTexts.find((one) => one === part);
  if (exercise && known) return [exerciseField(exercise.key, known), message];
  if (area === "weeks") return ["form", `Week ${Number(index) + 1} asks for one exercise at least, and six at most.`];
  return ["form", message];
}
