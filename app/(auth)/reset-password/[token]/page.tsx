import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkOver } from "@/components/identity/link-over";
import { NewPassword } from "@/components/identity/new-password";
import { viewLink } from "@/db/queries/identity/link";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { Leave } from "../../../_shell/leave";
import { Door } from "../../_shell/door";
import { reset } from "./actions";

export const metadata: Metadata = { title: "A new password" };

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await viewLink(database(), token, "password_reset", now());
  if (!link) return <LinkOver leave={<Leave />}>Ask for a new link on the sign-in page.</LinkOver>;
  return (
    <Door title="A new password" sub="It ends every sign-in on every device.">
      <ActionForm action={reset} submit="Set it" busy="Setting it…">
        <input type="hidden" name="token" value={token} />
        <NewPassword label="New password" />
      </ActionForm>
    </Door>
  );
}
