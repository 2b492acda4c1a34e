import { leastEdited } from "@/lib/exercises/built-in-exercises";
import { type Exercise, exercisePages } from "@/lib/exercises/exercise";
import { plural } from "@/lib/plural";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type Edited, judged } from "@/lib/protocol/edit-faults";
import { type EditFields, exerciseField, NEW_EXERCISE } from "@/lib/protocol/edit-fields";
import { readExercise } from "@/lib/protocol/edit-form";

/** The version with an exercise of the practice's own, from the fields named `NEW_EXERCISE`. No week asks for it yet. */
export function addedExercise(base: ProtocolVersion, fields: EditFields, key: string): Edited {
  const text = (name: string) => fields[name] ?? "";
  const page = exercisePages.find((one) => one === text(exerciseField(NEW_EXERCISE, "page"))) ?? "learn-together";
  const draft: Exercise = {
    key: NEW_EXERCISE,
    title: "",
    purpose: "",
    instructions: "",
    minutes: 1,
    exposureLevel: "touch",
    page,
    gentler: [],
  };
  const added = { ...readExercise(draft, text), key };
  const edited = judged({ ...base, exercises: [...base.exercises, added] });
  if (edited.version) return edited;
  const renamed = Object.entries(edited.faults).map(([name, sentence]) => [
    name.replace(`exercise.${key}.`, `exercise.${NEW_EXERCISE}.`),
    sentence,
  ]);
  return { version: null, faults: Object.fromEntries(renamed) };
}

/** The version with a copy of an exercise, to be changed. Whatever becomes of it, it claims no weaker exposure level than its original. */
export function copiedExercise(base: ProtocolVersion, from: string, key: string): Edited {
  const original = base.exercises.find((one) => one.key === from);
  if (!original) return { version: null, faults: { form: "That exercise is not there any more." } };
  const floor = leastEdited({ ...original, exposureFloor: original.exposureLevel });
  const copy = { ...original, key, title: `${original.title} (copy)`.slice(0, 80), exposureFloor: floor };
  const at = base.exercises.indexOf(original) + 1;
  return judged({ ...base, exercises: base.exercises.toSpliced(at, 0, copy) });
}

/** The version without an exercise: weeks and gentler steps no longer name it. A week that asked for nothing else keeps it. */
export function withoutExercise(base: ProtocolVersion, key: string): Edited {
  const gone = base.exercises.find((one) => one.key === key);
  const refused = (form: string): Edited => ({ version: null, faults: { form } });
  if (!gone) return refused("That exercise is not there any more.");
  const alone = base.weeks.filter(({ exercises }) => exercises.every(({ exercise }) => exercise === key));
  if (alone.length > 0) {
    const weeks = alone.map(({ number }) => number).join(", ");
    return refused(
      `${plural(alone.length, `Week ${weeks} asks`, `Weeks ${weeks} ask`)} for nothing but “${gone.title}”. Add another exercise there first.`,
    );
  }
  return judged({
    ...base,
    exercises: base.exercises
      .filter((one) => one.key !== key)
      .map((one) => ({ ...one, gentler: one.gentler.filter((step) => step !== key) })),
    weeks: base.weeks.map((week) => ({
      ...week,
      exercises: week.exercises.filter(({ exercise }) => exercise !== key),
    })),
  });
}
