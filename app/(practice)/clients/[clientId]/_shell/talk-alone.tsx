import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox, FormChoices } from "@/components/forms/form-words";

type Props = { firstName: string; isDayNeeded?: boolean };

/** A talk alone that something rests on: which day, how, and whether anybody could hear. */
export function TalkAlone({ firstName, isDayNeeded = false }: Props) {
  return (
    <>
      <FormField name="talkOn" label="Day of the talk" type="date" required={isDayNeeded} />
      <FormChoices
        name="talkWay"
        legend="How you talked"
        choices={[
          { value: "in-person", label: "In person" },
          { value: "phone", label: "On the phone" },
          { value: "video", label: "By video" },
        ]}
      />
      <FormCheckbox name="talkUnheard" label={`I asked “can anybody hear you?”, and ${firstName} said no`} />
    </>
  );
}
