import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox, FormChoices } from "@/components/forms/form-words";

/** The talk alone behind a clearance: which day, how, and whether anybody could hear. */
export function TalkAloneFields({ firstName, isNeeded }: { firstName: string; isNeeded: boolean }) {
  return (
    <fieldset className="grid gap-4">
      <legend>The talk alone with {firstName}</legend>
      <p className="text-ink-2 text-small">
        {isNeeded
          ? "A stop is released only after it."
          : "Needed for the first clearance of each of a couple, and where questions were left open."}
      </p>
      <FormField name="talkOn" label="Day" type="date" />
      <FormChoices
        name="talkWay"
        legend="How"
        choices={[
          { value: "in-person", label: "In person" },
          { value: "phone", label: "On the phone" },
          { value: "video", label: "By video" },
        ]}
      />
      <FormCheckbox name="talkUnheard" label={`I asked “can anybody hear you?”, and ${firstName} said no`} />
    </fieldset>
  );
}
