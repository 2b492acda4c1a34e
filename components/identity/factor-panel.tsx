import { ActionForm } from "@/components/forms/action-form";
import { CodeField, FormPassword } from "@/components/forms/form-fields";
import type { AccountActions, AccountData } from "@/components/identity/account-data";
import { RecoveryCodes } from "@/components/identity/recovery-codes";
import { Section } from "@/components/ui/section";
import { counted } from "@/lib/plural";

type Props = { account: AccountData; actions: AccountActions };

export function FactorPanel({ account, actions }: Props) {
  if (account.factor !== "on") {
    return (
      <Section title="Second step" id="account-factor" sub="A code from an app on your phone, besides the password.">
        <ActionForm
          action={actions.startFactor}
          submit="Set it up"
          busy="Opening…"
          look="outline"
          className="account-form"
        >
          <p>It is off. With it, somebody who knows your password still cannot open your pages.</p>
          <FormPassword name="password" label="Password" autoComplete="current-password" required />
        </ActionForm>
      </Section>
    );
  }
  const left = `${counted(account.recoveryCodesLeft, "recovery code is", "recovery codes are")} left`;
  return (
    <Section title="Second step" id="account-factor" sub={`It is on. ${left}.`}>
      <div className="stack">
        <details>
          <summary>Make new recovery codes</summary>
          <ActionForm
            action={actions.newCodes}
            submit="Make ten new codes"
            busy="Making them…"
            look="outline"
            className="account-form"
            whenDone={<RecoveryCodes />}
          >
            <p>The earlier ones stop working.</p>
            <CodeField label="Code from your app" />
          </ActionForm>
        </details>
        <details>
          <summary>{account.isStaff ? "Move to another phone" : "Turn it off"}</summary>
          <ActionForm
            action={actions.dropFactor}
            submit={account.isStaff ? "Set it up anew" : "Turn it off"}
            busy="Checking…"
            look="outline"
            className="account-form"
          >
            <FormPassword name="password" label="Password" autoComplete="current-password" required />
            <CodeField label="Code from your app, or a recovery code" />
          </ActionForm>
        </details>
      </div>
    </Section>
  );
}
