import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { NewPassword } from "@/components/identity/new-password";
import type { FormState } from "@/lib/form-state";
import { zoneChoices } from "@/lib/identity/places";
import { limits } from "@/lib/limits";
import { everyCountry } from "@/lib/safety/country-name";

type Props = { token: string; action: (previous: FormState, form: FormData) => Promise<FormState> };

export function SetUpPractice({ token, action }: Props) {
  return (
    <ActionForm action={action} submit="Set up your practice" busy="Setting up…">
      <input type="hidden" name="token" value={token} />
      <FormField
        name="practiceName"
        label="Name of the practice"
        autoComplete="organization"
        maxLength={limits.practiceName}
        required
      />
      <FormSelect name="country" label="Country" defaultValue="GB" options={everyCountry} />
      <FormSelect name="zone" label="Time zone" defaultValue="Europe/London" options={zoneChoices()} />
      <FormField name="name" label="Your name" autoComplete="name" maxLength={limits.personName} required />
      <FormField name="email" label="Your e-mail" type="email" autoComplete="username" required />
      <NewPassword />
    </ActionForm>
  );
}
