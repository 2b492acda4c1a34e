import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";
import { correctFacts } from "../actions";

type Props = {
  clientId: string;
  facts: { name: string; pronouns: string | null; partnerName: string | null; zone: string };
  zones: readonly string[];
};

export function CorrectFacts({ clientId, facts, zones }: Props) {
  return (
    <Section id="facts" title="Name, pronouns and time zone">
      <ActionForm
        action={correctFacts}
        submit="Save what is right"
        busy="Saving…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="clientId" value={clientId} />
        <FormField
          name="name"
          label="Name"
          autoComplete="off"
          maxLength={limits.personName}
          defaultValue={facts.name}
          required
        />
        <FormField
          name="pronouns"
          label="Pronouns"
          autoComplete="off"
          maxLength={limits.pronouns}
          defaultValue={facts.pronouns ?? ""}
        />
        <FormField
          name="partnerName"
          label="Partner’s first name"
          hint="For the exercises to read naturally. Left empty, no name of anybody stands in them."
          autoComplete="off"
          maxLength={limits.personName}
          defaultValue={facts.partnerName ?? ""}
        />
        <FormSelect
          name="zone"
          label="Time zone"
          hint="Days and weeks follow this clock from now on. What was logged keeps its day."
          options={zones.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
          defaultValue={facts.zone}
        />
        <FormTextarea name="reason" label="Why, if it matters" rows={2} maxLength={limits.accountReason} />
      </ActionForm>
    </Section>
  );
}
