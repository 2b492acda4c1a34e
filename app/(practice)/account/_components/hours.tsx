import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import { hoursWords, type WorkingHours, weekdays } from "@/lib/identity/working-hours";
import { setHours } from "../actions";

/** Each day of the week is a line: its name, from, to. */
const dayLine = [
  "grid grid-cols-2 gap-x-4 gap-y-1 [&>legend]:mb-1 [&>legend]:font-semibold",
  "[&_[data-label]]:mb-0.5 [&_label]:text-small [&_label]:font-normal [&_label]:text-ink-2",
].join(" ");

/** When somebody works, in their own zone. A day without times is a day without work. */
export function Hours({ hours }: { hours: WorkingHours | null }) {
  return (
    <Section
      id="hours"
      title="Working hours"
      sub={hoursWords(hours) ?? "None given yet. Clients read beside Messages when you work, once you say so."}
    >
      <ActionForm
        action={setHours}
        submit="Save these hours"
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        {weekdays.map((name, day) => (
          <fieldset key={name} className={dayLine}>
            <legend>{name}</legend>
            <FormField name={`from-${day}`} label="From" type="time" defaultValue={hours?.[day]?.from ?? ""} />
            <FormField name={`to-${day}`} label="To" type="time" defaultValue={hours?.[day]?.to ?? ""} />
          </fieldset>
        ))}
      </ActionForm>
    </Section>
  );
}
