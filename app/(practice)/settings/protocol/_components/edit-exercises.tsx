import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { builtInExercise, leastEdited } from "@/lib/exercises/built-in-exercises";
import { type Exercise, exercisePages, exposureLevels, isAtLeast } from "@/lib/exercises/exercise";
import { limits, numeric } from "@/lib/limits";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseField, gentlerField, MOST_GENTLER, NEW_EXERCISE } from "@/lib/protocol/edit-fields";
import { exposureWords, pageWords, speaksOfTouch } from "@/lib/protocol/exposure-words";
import { ownSteps } from "@/lib/protocol/own-steps";
import { EditPart } from "./edit-part";
import { StepButton } from "./step-button";

const pages = exercisePages.map((page) => ({ value: page, label: pageWords[page] }));
const gate = "Whenever it is not open with the partner, a client does it as own steps.";

/** The exercises that weeks can ask for: the shipped ones and the practice's own. */
export function EditExercises({ version, at }: { version: ProtocolVersion; at: string }) {
  return (
    <fieldset className="edit-part" id="exercises">
      <legend>Exercises</legend>
      <p className="hint">Write {"{partner}"} where the partner’s name belongs.</p>
      {version.exercises.map((exercise) => (
        <EditPart
          key={exercise.key}
          id={`exercise-${exercise.key}`}
          summary={exercise.title}
          fields={[`exercise.${exercise.key}.`]}
          isPlace={at === `exercise-${exercise.key}`}
        >
          <ExerciseFields exercise={exercise} version={version} />
          <div className="row">
            <StepButton step={{ kind: "exercise-copy", key: exercise.key }} about={`of ${exercise.title}`}>
              Make a copy
            </StepButton>
            <StepButton step={{ kind: "exercise-remove", key: exercise.key }} about={exercise.title}>
              Remove it
            </StepButton>
          </div>
        </EditPart>
      ))}
      <EditPart
        id="exercise-new"
        summary="Add an exercise of your own"
        fields={[`exercise.${NEW_EXERCISE}.`]}
        isPlace={false}
      >
        <Texts name={NEW_EXERCISE} />
        <FormSelect
          name={exerciseField(NEW_EXERCISE, "page")}
          label="The guided page that walks through it"
          options={pages}
          defaultValue="learn-together"
        />
        <FormSelect
          name={exerciseField(NEW_EXERCISE, "exposure")}
          label="What it asks two people to share"
          hint={`Never less than its page asks for. ${gate}`}
          options={exposureLevels.map((exposureLevel) => ({
            value: exposureLevel,
            label: exposureWords[exposureLevel],
          }))}
          defaultValue="touch"
        />
        <OwnTexts name={NEW_EXERCISE} />
        <div className="row">
          <StepButton step={{ kind: "exercise-add" }}>Add the exercise</StepButton>
        </div>
      </EditPart>
    </fieldset>
  );
}

function Texts({ name, exercise }: { name: string; exercise?: Exercise }) {
  return (
    <>
      <FormField
        name={exerciseField(name, "title")}
        defaultValue={exercise?.title}
        label="Name"
        maxLength={limits.exerciseTitle}
      />
      <FormTextarea
        name={exerciseField(name, "instructions")}
        defaultValue={exercise?.instructions}
        label="For the client: what to do"
        rows={4}
        maxLength={limits.exerciseInstructions}
      />
      <FormTextarea
        name={exerciseField(name, "purpose")}
        defaultValue={exercise?.purpose}
        label="For the therapist: what it tests"
        rows={4}
        maxLength={limits.exercisePurpose}
      />
      <FormField
        name={exerciseField(name, "minutes")}
        defaultValue={exercise ? String(exercise.minutes) : "10"}
        label="Minutes"
        {...numeric("exerciseMinutes")}
      />
    </>
  );
}

/** The form that needs nobody. Without words of the practice's own it has those of its guided page. */
function OwnTexts({ name, exercise }: { name: string; exercise?: Exercise }) {
  const page = exercise && ownSteps[exercise.page];
  return (
    <>
      <FormField
        name={exerciseField(name, "own-title")}
        defaultValue={exercise?.own?.title}
        label="Own steps: name"
        hint={page ? `Leave empty for “${page.title}”.` : "Leave empty for the name of the guided page."}
        maxLength={limits.exerciseTitle}
      />
      <FormTextarea
        name={exerciseField(name, "own-instructions")}
        defaultValue={exercise?.own?.instructions}
        label="Own steps: what to do"
        hint={`A whole version that needs nobody, nowhere to go and nothing written. Leave empty for: ${page ? page.instructions : "the words of the guided page."}`}
        rows={4}
        maxLength={limits.exerciseInstructions}
      />
    </>
  );
}

function ExerciseFields({ exercise, version }: { exercise: Exercise; version: ProtocolVersion }) {
  const { key, page, exposureLevel, gentler } = exercise;
  const least = leastEdited(exercise);
  const reaches = exposureLevels.filter((one) => (builtInExercise(key) ? isAtLeast(one, least) : true));
  const steps = version.exercises
    .filter((one) => one.key !== key && isAtLeast(exposureLevel, one.exposureLevel))
    .map((one) => ({ value: one.key, label: one.title }));
  const places = Array.from({ length: Math.min(gentler.length + 1, MOST_GENTLER) }, (_, i) => i + 1);
  return (
    <>
      <Texts name={key} exercise={exercise} />
      {builtInExercise(key) ? null : (
        <FormSelect
          name={exerciseField(key, "page")}
          label="The guided page that walks through it"
          options={pages}
          defaultValue={page}
        />
      )}
      <FormSelect
        name={exerciseField(key, "exposure")}
        label="What it asks two people to share"
        hint={`At least: ${exposureWords[least].toLowerCase()}. ${gate}`}
        options={reaches.map((one) => ({ value: one, label: exposureWords[one] }))}
        defaultValue={exposureLevel}
      />
      {speaksOfTouch(exercise) ? (
        <p className="hint">Its words speak of touch, and it does not say that it asks for touch. Is that meant?</p>
      ) : null}
      <OwnTexts name={key} exercise={exercise} />
      <div className="dose-fields">
        {places.map((place) => (
          <FormSelect
            key={place}
            name={gentlerField(key, place)}
            label={place > 1 ? "Then" : "Gentler step, the smallest first"}
            options={[{ value: "", label: "None" }, ...steps]}
            defaultValue={gentler[place - 1] ?? ""}
          />
        ))}
      </div>
    </>
  );
}
