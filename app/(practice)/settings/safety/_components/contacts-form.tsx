import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Notice } from "@/components/ui/notice";
import { OpensDialog } from "@/components/ui/opens-dialog";
import { Section } from "@/components/ui/section";
import type { SafetySettings } from "@/db/queries/safety-contacts";
import { limits } from "@/lib/domain/limits";
import { contactRows } from "@/lib/domain/safety/contact-form";
import { resetContacts, saveContacts } from "../actions";

const kinds = [
  { value: "crisis", label: "Talking" },
  { value: "violence", label: "Violence at home" },
];

type Props = { settings: SafetySettings; country: string; name: string; checkedOn: string | null };

/** One country's numbers: what ships, until the owner has looked at them and saved. */
export function ContactsForm({ settings: { shown, own }, country, name, checkedOn }: Props) {
  return (
    <Section id="contacts" title={`Crisis contacts: ${name}`} sub="Shown to a client who chooses “I don’t feel safe”.">
      {own ? (
        <p className="sec">Checked by your practice on {checkedOn}.</p>
      ) : (
        <Notice tone="attention" title="Check these">
          Numbers change. Call or look up each one, then save, and clients see your list.
        </Notice>
      )}
      <ActionForm
        key={`${country}-${checkedOn}`}
        action={saveContacts}
        submit="Save these numbers"
        busy="Saving…"
        className="contact-rows"
      >
        <input type="hidden" name="country" value={country} />
        <FormField
          name="emergency"
          label="Emergency number"
          inputMode="tel"
          maxLength={limits.phoneNumber}
          defaultValue={shown?.emergency.number ?? ""}
          required
        />
        {contactRows.map((row) => {
          const line = shown?.lines[row];
          return (
            <fieldset key={row}>
              <legend>Line {row + 1}</legend>
              <FormField
                name={`name-${row}`}
                label="Who answers"
                maxLength={limits.personName}
                defaultValue={line?.name ?? ""}
              />
              <FormField
                name={`number-${row}`}
                label="Number"
                inputMode="tel"
                maxLength={limits.phoneNumber}
                defaultValue={line?.number ?? ""}
              />
              <FormSelect name={`about-${row}`} label="For" options={kinds} defaultValue={line?.about ?? "crisis"} />
            </fieldset>
          );
        })}
      </ActionForm>
      {own ? (
        <OpensDialog label="Use the numbers that come with Nearer" look="quiet" title="Give up your own numbers?">
          <p>
            From their next page on, clients see the numbers that come with Nearer for {name}. To go back to your own,
            they have to be typed again.
          </p>
          <ActionForm action={resetContacts} submit="Use them" busy="Saving…" look="outline">
            <input type="hidden" name="country" value={country} />
          </ActionForm>
        </OpensDialog>
      ) : null}
    </Section>
  );
}
