import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { WeekOfHours } from "@/components/identity/week-of-hours";
import { Section } from "@/components/ui/section";
import type { PracticePageView } from "@/db/queries/identity/practice-details";
import { formatMoment } from "@/lib/format";
import { zoneChoices } from "@/lib/identity/places";
import { hoursWords } from "@/lib/identity/working-hours";
import { limits } from "@/lib/limits";
import { saveDetails, saveHours } from "../actions";

type Props = { details: PracticePageView; now: Date; readerZone: string };

const narrow = "[&>[data-look]]:justify-self-start grid gap-4 max-w-105";

/** What the practice says of itself, and who changed what. */
export function Details({ details: { name, zone, hours, changes }, now, readerZone }: Props) {
  return (
    <>
      <Section id="details" title="Name and time zone" sub="Colleagues, and whoever is invited, read the name.">
        <ActionForm action={saveDetails} submit="Save name and zone" busy="Saving…" look="outline" className={narrow}>
          <FormField
            name="practiceName"
            label="Name of the practice"
            maxLength={limits.practiceName}
            defaultValue={name}
            required
          />
          <FormSelect
            name="zone"
            label="Time zone"
            hint="New colleagues begin with it. Yours and your clients’ own stay as they are."
            defaultValue={zone}
            options={zoneChoices()}
          />
        </ActionForm>
      </Section>
      <Section
        id="hours"
        title="Hours of the practice"
        sub={`${hoursWords(hours) ?? "None given yet"}. Clients read them where their therapist has given none.`}
      >
        <ActionForm action={saveHours} submit="Save these hours" busy="Saving…" look="outline" className={narrow}>
          <WeekOfHours hours={hours} />
        </ActionForm>
      </Section>
      {changes.length > 0 ? (
        <Section id="changes" title="What was changed">
          <ul>
            {changes.map(({ id, by, at, said }) => (
              <li key={id} className="border-b border-line py-2">
                {said.join(". ")}
                <span className="block text-small text-ink-2">
                  {by}, {formatMoment(at, now, readerZone)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
