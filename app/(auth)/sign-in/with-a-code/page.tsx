import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { NewPassword } from "@/components/identity/new-password";
import { LinkButton } from "@/components/ui/link-button";
import { limits } from "@/lib/limits";
import { Door } from "../../_shell/door";
import { redeem } from "./actions";

export const metadata: Metadata = { title: "A new password" };

export default function CodeFromSomebodyPage() {
  return (
    <Door title="A new password" sub="With the one-time code that was made for you. It works for half an hour.">
      <ActionForm action={redeem} submit="Set it" busy="Setting it…">
        <FormField
          name="code"
          label="One-time code"
          hint="Sixteen letters and digits, with or without the dashes."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={limits.code}
          required
        />
        <NewPassword label="New password" />
      </ActionForm>
      <LinkButton href="/sign-in" look="quiet" flush>
        Back to sign in
      </LinkButton>
    </Door>
  );
}
