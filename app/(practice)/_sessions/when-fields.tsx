import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox } from "@/components/forms/form-words";
import { limits, numeric } from "@/lib/limits";
import { placeOfZone } from "@/lib/time/zone";

type Props = {
  zone: string;
  given?: { date?: string; time?: string; minutes?: number; place?: string | null };
  /** It was kept out of the portal so far. */
  isUnlisted?: boolean;
};

/** When, how long and where, by the clock of whoever types. */
export function WhenFields({ zone, given, isUnlisted = false }: Props) {
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <FormField name="date" label="Day" type="date" defaultValue={given?.date} required />
        <FormField name="time" label={`Time in ${placeOfZone(zone)}`} type="time" defaultValue={given?.time} required />
        <FormField
          name="minutes"
          label="Minutes"
          {...numeric("sessionMinutes")}
          defaultValue={String(given?.minutes ?? 50)}
          required
        />
      </div>
      <FormField
        name="place"
        label="Place, or the link of a video call"
        hint="It stands in the portal as you write it."
        maxLength={limits.sessionPlace}
        defaultValue={given?.place ?? ""}
      />
      <FormCheckbox
        name="unlisted"
        isChecked={isUnlisted}
        label="Keep it out of the portal"
        sub="For a session that nobody else may learn of: agreed by word alone. No page of the client’s shows it, and no letter goes out about it."
      />
    </>
  );
}
