import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { mailIsSet } from "@/server/mail";
import { Door } from "../_shell/door";
import { requestReset } from "./actions";

export const metadata: Metadata = { title: "A new password" };

export default function ForgottenPasswordPage() {
  return (
    <Door
      title="A new password"
      sub={mailIsSet() ? "We send you a link to choose one. Your second step stays as it is." : undefined}
    >
      {mailIsSet() ? (
        <ActionForm action={requestReset} submit="Send the link" busy="Sending…">
          <FormField name="email" label="E-mail" type="email" autoComplete="username" required />
        </ActionForm>
      ) : (
        <p>
          This installation sends no e-mail. Ask your therapist for a one-time code when you see them. Colleagues ask
          the owner of the practice for a link.
        </p>
      )}
      <LinkButton href="/sign-in/with-a-code" look="quiet" flush>
        I was given a code
      </LinkButton>
      <LinkButton href="/sign-in" look="quiet" flush>
        Back to sign in
      </LinkButton>
    </Door>
  );
}
