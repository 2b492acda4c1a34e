import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { LinkOver } from "@/components/identity/link-over";
import { Field } from "@/components/ui/field";
import { viewNewAddress } from "@/db/queries/clients/corrections";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { Leave } from "../../../_shell/leave";
import { Door } from "../../_shell/door";
import { confirm } from "./actions";

export const metadata: Metadata = { title: "Your new address" };

/** Nobody is named here: whoever reads a mistyped address sees that address and nothing else. */
export default async function NewAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const email = await viewNewAddress(database(), token, now());
  if (!email) return <LinkOver leave={<Leave />}>Ask the person who gave you the link for a new one.</LinkOver>;
  return (
    <Door title="Your new address" sub="From then on you sign in with it.">
      <ActionForm action={confirm} submit="Use this address" busy="Confirming…">
        <input type="hidden" name="token" value={token} />
        <Field id="new-email" name="" label="New e-mail" value={email} readOnly autoComplete="username" />
        <FormPassword
          name="password"
          label="Your password"
          hint="The one that you sign in with already."
          autoComplete="current-password"
          required
        />
      </ActionForm>
    </Door>
  );
}
