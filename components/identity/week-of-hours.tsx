import { FormField } from "@/components/forms/form-fields";
import { type WorkingHours, weekdays } from "@/lib/identity/working-hours";

/** Each day of the week is a line: its name, from, to. */
const dayLine = [
  "grid grid-cols-2 gap-x-4 gap-y-1 [&>legend]:mb-1 [&>legend]:font-semibold",
  "[&_[data-label]]:mb-0.5 [&_label]:text-small [&_label]:font-normal [&_label]:text-ink-2",
].join(" ");

/** The fields of `workingHoursForm`. A day without times is a day without work. */
export function WeekOfHours({ hours }: { hours: WorkingHours | null }) {
  return weekdays.map((name, day) => (
    <fieldset key={name} className={dayLine}>
      <legend>{name}</legend>
      <FormField name={`from-${day}`} label="From" type="time" defaultValue={hours?.[day]?.from ?? ""} />
      <FormField name={`to-${day}`} label="To" type="time" defaultValue={hours?.[day]?.to ?? ""} />
    </fieldset>
  ));
}
