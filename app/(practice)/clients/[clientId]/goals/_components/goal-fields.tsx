import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormCheckbox, FormChoices, FormTextarea } from "@/components/forms/form-words";
import { agreedHow, agreedWith, type GoalStep, goalMeasures, measureLabel } from "@/lib/goals/goal";
import { fromTo, limits, numeric } from "@/lib/limits";

const noLine = { value: "none", label: "No line" };
const named = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Props = { firstName: string; today: string; given?: GoalStep };

/** A goal in the client’s words, its line where there is one, and how it was agreed. */
export function GoalFields({ firstName, today, given }: Props) {
  return (
    <>
      <FormTextarea
        name="words"
        label={`In ${firstName}’s words`}
        hint="As it was said, not as you would put it."
        rows={2}
        maxLength={limits.goal}
        defaultValue={given?.words}
        required
      />
      <div className="flex flex-wrap gap-4">
        <FormSelect
          name="measure"
          label="A line on a chart"
          options={[noLine, ...goalMeasures.map((value) => ({ value, label: measureLabel(value) }))]}
          defaultValue={given?.measure ?? "none"}
        />
        <FormField
          name="line"
          label="Where it stands"
          hint={`A whole number, ${fromTo("goalOnConnection")} on connection and ${fromTo("goalOnDimension")} on a dimension.`}
          inputMode={numeric("goalOnDimension").inputMode}
          defaultValue={given?.line == null ? "" : String(given.line)}
        />
      </div>
      <FormChoices
        name="agreedWith"
        legend="Agreed with"
        choices={named(agreedWith)}
        defaultValue={given?.agreedWith}
        required
      />
      <FormChoices name="agreedHow" legend="How" choices={named(agreedHow)} defaultValue={given?.agreedHow} required />
      <FormField name="agreedOn" label="On" type="date" defaultValue={given?.agreedOn ?? today} required />
      <FormCheckbox
        name="shown"
        isChecked={given?.isShown ?? false}
        label={`Show the words in ${firstName}’s portal`}
        sub="Under My path, without the line. Whoever looks over a shoulder reads them too."
      />
    </>
  );
}
