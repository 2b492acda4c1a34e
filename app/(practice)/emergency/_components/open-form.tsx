import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { EMERGENCY_MINUTES } from "@/lib/clients/emergency";
import { limits } from "@/lib/limits";
import { open } from "../actions";

/** What happens is said before it does: nobody opens a record in silence, nor by mistake. */
export function OpenForm() {
  return (
    <Section id="open" title="Open a record">
      <p className="reading mb-4">
        For when somebody may come to harm and whoever usually reads the record cannot be reached. One record opens for
        you, for {EMERGENCY_MINUTES} minutes, to read. Its therapist and the owners get a letter. What you read stands
        in the record of access, the client sees the day on which their record was read, and somebody else looks through
        it afterwards. If a life is in danger, call the emergency number first.
      </p>
      <ActionForm
        action={open}
        submit="Open this record"
        busy="Opening…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <FormField
          name="who"
          label="Record number, or the whole name"
          hint="As it stands on the record. There is no list to look through."
          maxLength={limits.personName}
          autoComplete="off"
          required
        />
        <FormTextarea name="reason" label="Why it cannot wait" rows={4} maxLength={limits.emergencyReason} required />
      </ActionForm>
    </Section>
  );
}
