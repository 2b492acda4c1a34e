import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import { usualRetention } from "@/lib/clients/erasure";
import { numeric } from "@/lib/limits";
import { saveRetention } from "../actions";

/** How long entries about safety outlast an erasure. Law differs by country and profession, so the practice says it. */
export function Retention({ years }: { years: number }) {
  return (
    <Section
      id="retention"
      title="After somebody was erased"
      sub="Events, checks and decisions about safety are kept for a time under the record’s number alone, then erased too. Law differs: ask what holds for you."
    >
      <ActionForm
        action={saveRetention}
        submit="Save"
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <FormField
          name="years"
          label="Years after the newest of them"
          {...numeric(
            "retentionYears",
            `Nearer begins with ${usualRetention}, for no country in particular. None keeps nothing.`,
          )}
          defaultValue={String(years)}
          required
        />
      </ActionForm>
    </Section>
  );
}
