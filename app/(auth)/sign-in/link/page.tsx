import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { mailIsSet } from "@/server/mail";
import { Door } from "../../_shell/door";
import { askForLink } from "./actions";

export const metadata: Metadata = { title: "Sign in with a link" };

/** For somebody whom the door keeps waiting, because others try at their address. */
export default function AskForLinkPage() {
  return (
    <Door
      title="Sign in with a link"
      sub={
        mailIsSet()
          ? "We send you a letter with a link. Your password and your second step stay as they are."
          : undefined
      }
    >
      {mailIsSet() ? (
        <ActionForm action={askForLink} submit="Send me a link" busy="Sending…">
          <FormField name="email" label="E-mail" type="email" autoComplete="username" required />
        </ActionForm>
      ) : (
        <p>This installation sends no e-mail.</p>
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
