import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormCheckbox, FormTextarea } from "@/components/forms/form-words";
import { limits } from "@/lib/limits";
import {
  allowedWords,
  type ContactCard,
  type ContactPerson,
  contactRows,
  contactSides,
} from "@/lib/safety/contact-card";

type Props = { card: ContactCard | null; call: readonly ContactPerson[]; firstName: string; today: string };

const allowed = Object.entries(allowedWords).map(([value, label]) => ({ value, label }));
const sides = Object.entries(contactSides).map(([value, label]) => ({ value, label }));

/** The questions of the card, in the order in which they are asked. */
export function CardFields({ card, call, firstName, today }: Props) {
  return (
    <>
      <FormField
        name="phone"
        label="A number that only they answer"
        type="tel"
        defaultValue={card?.phone}
        maxLength={limits.contactFact}
      />
      <FormField
        name="safeHours"
        label="When it is safe to ring"
        hint="Such as “weekdays 9 to 11, never on Fridays”."
        defaultValue={card?.safeHours}
        maxLength={limits.contactFact}
      />
      <FormField
        name="ifAnotherAnswers"
        label="If somebody else answers"
        hint="What to say, and who to be."
        defaultValue={card?.ifAnotherAnswers}
        maxLength={limits.contactFact}
      />
      <FormSelect
        name="voicemail"
        label="May a message be left?"
        options={allowed}
        defaultValue={card?.voicemail ?? "no"}
      />
      <FormSelect name="text" label="May a text be sent?" options={allowed} defaultValue={card?.text ?? "no"} />
      <FormField
        name="agreedWord"
        label="A word that means “I cannot talk”"
        defaultValue={card?.agreedWord}
        maxLength={limits.contactFact}
      />
      {contactRows.map((row) => (
        <fieldset key={row} className="grid gap-2 [&>legend]:mb-1 [&>legend]:font-semibold [&_label]:font-normal">
          <legend>{`Whom to call, ${row + 1}`}</legend>
          <FormField name={`name-${row}`} label="Name" defaultValue={call[row]?.name} maxLength={limits.contactName} />
          <FormField
            name={`number-${row}`}
            label="Number"
            type="tel"
            defaultValue={call[row]?.number}
            maxLength={limits.contactNumber}
          />
          <FormSelect
            name={`side-${row}`}
            label="Who that is"
            options={sides}
            defaultValue={call[row]?.side ?? "own"}
          />
        </fieldset>
      ))}
      <FormTextarea
        name="neverCall"
        label="Whom never to call"
        rows={2}
        maxLength={limits.contactWords}
        defaultValue={card?.neverCall}
      />
      <FormField name="confirmedOn" label="Asked on" type="date" defaultValue={today} required />
      <FormCheckbox name="askedAlone" label={`I asked ${firstName} alone, and nobody could hear`} />
    </>
  );
}
