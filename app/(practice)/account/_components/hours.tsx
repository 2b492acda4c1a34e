import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import { hoursWords, type WorkingHours, weekdays } from "@/lib/identity/working-hours";
import { setHours } from "../actions";

/** When somebody works, in their own zone. A day without times is a day without work. */
export function Hours({ hours }: { hours: WorkingHours | null }) {
  return (
    <Section
      id="hours"
      title="Working hours"
      sub={hoursWords(hours) ?? "None given yet. Clients read beside Messages when you work, once you say so."}
    >
      <ActionForm action={setHours} submit="Save these hours" busy="Saving…" look="outline" className="account-form">
        {weekdays.map((name, day) => (
          <fieldset key={name} className="hours">
            <legend>{name}</legend>
            <FormField name={`from-${day}`} label="From" type="time" defaultValue={hours?.[day]?.from ?? ""} />
            <FormField name={`to-${day}`} label="To" type="time" defaultValue={hours?.[day]?.to ?? ""} />
          </fieldset>
        ))}
      </ActionForm>
    </Section>
  );
}
