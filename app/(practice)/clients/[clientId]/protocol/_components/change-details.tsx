import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Option, Select } from "@/components/ui/select";
import { SubmitOnChange } from "@/components/ui/submit-on-change";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { doseChoices } from "@/lib/protocol/dose-choices";
import { type Choice, doseValue, replacements } from "../change-choice";

type Props = { choice: Choice; version: ProtocolVersion; today: string; earliest: string };

const scopes: Option[] = [
  { value: "this-week", label: "This week only" },
  { value: "onward", label: "From here on" },
];
const formId = "change-details";

/** What there is to choose about a change. It lives in the address; the preview follows it. */
export function ChangeDetails(props: Props) {
  const { choice } = props;
  const fields = fieldsOf(props);
  if (!fields) return null;
  return (
    <form id={formId} className="practice:[&>[data-look]]:justify-self-start grid gap-4 mt-4 print:hidden" method="get">
      <input type="hidden" name="change" value={choice.kind} />
      {fields}
      <Button type="submit" small>
        Show what changes
      </Button>
      <SubmitOnChange form={formId} />
    </form>
  );
}

function fieldsOf({ choice, version, today, earliest }: Props) {
  const { change, exercises } = choice;
  const listed = exercises.map(({ key, title }) => ({ value: key, label: title }));
  const exercise = (label: string, key: string) => (
    <Select id="exercise" label={label} options={listed} defaultValue={key} />
  );
  const scope = "scope" in change && (
    <Select id="scope" label="For how long" options={scopes} defaultValue={change.scope} />
  );
  switch (change.kind) {
    case "swap": {
      const from = exercises.find(({ key }) => key === change.from);
      const options = (from ? replacements(version, from) : []).map(({ key, title }) => ({
        value: key,
        label: title,
      }));
      return (
        <>
          {exercise("Instead of", change.from)}
          <Select id="to" label="Practise" options={options} defaultValue={change.to} />
          {scope}
        </>
      );
    }
    case "drop":
      return (
        <>
          {exercise("Exercise", change.exercise)}
          {scope}
        </>
      );
    case "dose":
      return (
        <>
          {exercise("Exercise", change.exercise)}
          <Select id="dose" label="How often" options={doseChoices} defaultValue={doseValue(change)} />
          {scope}
        </>
      );
    case "pause":
      return (
        <Field
          key={change.until}
          id="until"
          label="Start again on"
          type="date"
          min={earliest}
          hint="Leave empty to pause until you resume."
          defaultValue={change.until ?? ""}
        />
      );
    case "own-steps":
      return (
        <>
          <Field key={change.from} id="from" label="From" type="date" min={today} defaultValue={change.from} />
          <Field
            key={`until-${change.until}`}
            id="until"
            label="As usual again on"
            type="date"
            min={earliest}
            hint="Leave empty to go on until you undo it."
            defaultValue={change.until ?? ""}
          />
        </>
      );
    case "extend":
      return (
        <Select
          id="weeks"
          label="Weeks to add"
          options={[1, 2, 3, 4, 6, 8].map((n) => ({ value: String(n), label: String(n) }))}
          defaultValue={String(change.weeks)}
        />
      );
    case "end":
      return (
        <Select
          id="followUps"
          label="Follow-ups"
          options={[
            { value: "yes", label: "Keep them planned" },
            { value: "no", label: "Leave them out" },
          ]}
          defaultValue={change.followUps ? "yes" : "no"}
        />
      );
    default:
      return null;
  }
}
