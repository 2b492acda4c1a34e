import { FormSelect } from "@/components/forms/form-fields";
import type { ReadingChoice } from "@/db/queries/learn/readings";
import { exerciseOf, type ProtocolVersion, type ProtocolWeek } from "@/lib/protocol/definition";
import { doseWords } from "@/lib/protocol/dose";
import { doseChoices, doseKey } from "@/lib/protocol/dose-choices";
import { doseField, weekField } from "@/lib/protocol/edit-fields";
import { EditPart } from "./edit-part";
import { StepButton } from "./step-button";

const doses = [...doseChoices, { value: "", label: "Not this week" }];
/** `readings`: what clients of the practice can open, in its own titles. */
type Props = { version: ProtocolVersion; readings: readonly ReadingChoice[] };

/** What each week asks for and what goes with it to read; weeks are added, moved and removed here. */
export function EditWeeks({ version, readings, at }: Props & { at: string }) {
  return (
    <fieldset id="weeks">
      <legend className="mb-1 font-semibold text-lead leading-[1.2] font-serif">Weeks</legend>
      {version.weeks.map((week) => (
        <Week
          key={week.number}
          version={version}
          readings={readings}
          week={week}
          isPlace={at === `week-${week.number}`}
        />
      ))}
    </fieldset>
  );
}

function Week({ version, readings, week, isPlace }: Props & { week: ProtocolWeek; isPlace: boolean }) {
  const { number, exercises, reading, phase } = week;
  const title = (key: string) => exerciseOf(version, key)?.title ?? key;
  const asks = exercises.map(({ exercise, dose }) => `${title(exercise)}, ${doseWords(dose)}`).join("; ");
  const others = version.exercises.filter(({ key }) => !exercises.some(({ exercise }) => exercise === key));
  return (
    <EditPart
      id={`week-${number}`}
      summary={
        <>
          Week {number}, {version.phases[phase - 1]?.title} <span>{asks}</span>
        </>
      }
      fields={[`week.${number}.`]}
      isPlace={isPlace}
    >
      <div className="grid gap-y-3 gap-x-5 grid-cols-[repeat(auto-fill,minmax(240px,1fr))]">
        {exercises.map(({ exercise, dose }) => (
          <FormSelect
            key={exercise}
            name={doseField(number, exercise)}
            label={title(exercise)}
            defaultValue={doseKey(dose)}
            options={doses}
          />
        ))}
      </div>
      <div className="grid gap-y-3 gap-x-5 grid-cols-[repeat(auto-fill,minmax(240px,1fr))]">
        <FormSelect
          name={weekField(number, "add")}
          label="Also ask for"
          options={[
            { value: "", label: "Nothing else" },
            ...others.map(({ key, title: label }) => ({ value: key, label })),
          ]}
        />
        <FormSelect
          name={weekField(number, "add-dose")}
          label="How often"
          defaultValue="times-1"
          options={doseChoices}
        />
      </div>
      <FormSelect
        name={weekField(number, "reading")}
        label="Reading of the week"
        defaultValue={reading ?? ""}
        options={readingOptions(readings, reading)}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        {number > 1 ? (
          <StepButton step={{ kind: "week-up", n: number }} about={`week ${number} before week ${number - 1}`}>
            Earlier
          </StepButton>
        ) : null}
        {number < version.weeks.length ? (
          <StepButton step={{ kind: "week-down", n: number }} about={`week ${number} after week ${number + 1}`}>
            Later
          </StepButton>
        ) : null}
        <StepButton step={{ kind: "week-add", n: number }} about={`after week ${number}`}>
          Add a week like this
        </StepButton>
        <StepButton step={{ kind: "week-remove", n: number }} about={String(number)}>
          Remove the week
        </StepButton>
      </div>
    </EditPart>
  );
}

/** One that was retired in the meantime stays chosen, and says that clients no longer see it. */
function readingOptions(readings: readonly ReadingChoice[], chosen: string | null) {
  const options = [{ value: "", label: "None" }, ...readings.map(({ key, title }) => ({ value: key, label: title }))];
  if (chosen === null || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: `${chosen} (retired: clients do not see it)` }];
}
