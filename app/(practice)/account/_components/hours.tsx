import { ActionForm } from "@/components/forms/action-form";
import { WeekOfHours } from "@/components/identity/week-of-hours";
import { Section } from "@/components/ui/section";
import { hoursWords, type WorkingHours } from "@/lib/identity/working-hours";
import { setHours } from "../actions";

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
        <WeekOfHours hours={hours} />
      </ActionForm>
    </Section>
  );
}
