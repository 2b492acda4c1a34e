import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { ShownLink } from "@/components/forms/shown-once";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";
import { invite } from "../actions";
import { roleChoices } from "./role-choices";

export function InviteColleague() {
  return (
    <Section title="Invite a colleague" id="invite-colleague" sub="They choose a password and set up a second step.">
      <ActionForm
        action={invite}
        submit="Invite"
        busy="Inviting…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        below={<ShownLink label="Invitation link" />}
      >
        <FormField name="name" label="Name" maxLength={limits.personName} autoComplete="off" required />
        <FormField name="email" label="E-mail" type="email" autoComplete="off" required />
        <FormSelect name="role" label="Role" defaultValue="therapist" options={roleChoices} />
      </ActionForm>
    </Section>
  );
}
