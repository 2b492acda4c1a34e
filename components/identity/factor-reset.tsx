import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormPassword } from "@/components/forms/form-fields";
import type { FormState } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Props = {
  accountId: string;
  name: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** For somebody who lost the phone and the recovery codes. */
export function FactorReset({ accountId, name, action }: Props) {
  return (
    <ActionForm
      action={action}
      submit="Take the second step away"
      busy="Taking it away…"
      look="outline"
      className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
    >
      <p className="text-ink-2">
        For a lost phone with the recovery codes gone too. Every sign-in of {name} ends at once, and a letter says that
        something is waiting. Their password stays.
      </p>
      <input type="hidden" name="accountId" value={accountId} />
      <FormField
        name="reason"
        label="How you know that it is them"
        hint="The record keeps it. Speak to them, or see them: a message can come from anybody."
        maxLength={limits.accountReason}
        required
      />
      <FormPassword name="password" label="Your own password" autoComplete="current-password" required />
    </ActionForm>
  );
}
