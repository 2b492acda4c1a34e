import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormPassword } from "@/components/forms/form-fields";
import { FactorPanel } from "@/components/identity/factor-panel";
import { NewPassword } from "@/components/identity/new-password";
import { OwnSessions, type SessionLine } from "@/components/identity/own-sessions";
import { Section } from "@/components/ui/section";
import type { FormState } from "@/lib/domain/form-state";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export type AccountActions = {
  readonly rename: FormAction;
  readonly newPassword: FormAction;
  readonly startFactor: FormAction;
  readonly dropFactor: FormAction;
  readonly newCodes: FormAction;
  readonly endSession: FormAction;
  readonly endOthers: FormAction;
  readonly signOut: () => Promise<void>;
};

export type AccountData = {
  readonly name: string;
  readonly email: string;
  readonly isStaff: boolean;
  readonly factor: "none" | "waiting" | "on";
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly SessionLine[];
};

/** A person's own account, the same for staff and for clients. */
export function AccountView({ account, actions }: { account: AccountData; actions: AccountActions }) {
  return (
    <>
      <Section title="Name" id="account-name" sub={`You sign in with ${account.email}.`}>
        <ActionForm action={actions.rename} submit="Save" busy="Saving…" look="outline" className="account-form">
          <FormField name="name" label="Name" defaultValue={account.name} autoComplete="name" maxLength={80} required />
        </ActionForm>
      </Section>
      <Section title="Password" id="account-password" sub="A new one ends your sign-ins on other devices.">
        <ActionForm
          action={actions.newPassword}
          submit="Change it"
          busy="Changing it…"
          look="outline"
          className="account-form"
        >
          <FormPassword name="current" label="Current password" autoComplete="current-password" required />
          <NewPassword label="New password" />
        </ActionForm>
      </Section>
      <FactorPanel account={account} actions={actions} />
      <OwnSessions sessions={account.sessions} actions={actions} />
    </>
  );
}
