import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormPassword } from "@/components/forms/form-fields";
import type { AccountActions, AccountData } from "@/components/identity/account-data";
import { FactorPanel } from "@/components/identity/factor-panel";
import { NewPassword } from "@/components/identity/new-password";
import { OwnSessions } from "@/components/identity/own-sessions";
import { Passkeys } from "@/components/identity/passkeys";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";

/** A person's own account, the same for staff and for clients. */
export function AccountView({ account, actions }: { account: AccountData; actions: AccountActions }) {
  return (
    <div className="pt-6 portal:grid portal:grid-cols-1 portal:gap-9 portal:pt-0 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
      <Section title="You" id="account-name" sub={`You sign in with ${account.email}.`}>
        <ActionForm
          action={actions.rename}
          submit="Save"
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <FormField
            name="name"
            label="Name"
            defaultValue={account.name}
            autoComplete="name"
            maxLength={limits.personName}
            required
          />
        </ActionForm>
      </Section>
      <Section
        title="Password"
        id="account-password"
        sub="A new one ends your sign-ins on other devices, and every passkey."
      >
        <ActionForm
          action={actions.newPassword}
          submit="Change it"
          busy="Changing it…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <FormPassword name="current" label="Current password" autoComplete="current-password" required />
          <NewPassword label="New password" />
        </ActionForm>
      </Section>
      <FactorPanel account={account} actions={actions} />
      <Passkeys account={account} actions={actions} />
      <OwnSessions sessions={account.sessions} actions={actions} />
    </div>
  );
}
