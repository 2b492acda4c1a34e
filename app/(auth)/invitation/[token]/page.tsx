import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkOver } from "@/components/identity/link-over";
import { NewPassword } from "@/components/identity/new-password";
import { Field } from "@/components/ui/field";
import { viewLink } from "@/db/queries/identity/link";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { Leave } from "../../../_shell/leave";
import { Door } from "../../_shell/door";
import { accept } from "./actions";

export const metadata: Metadata = { title: "Welcome" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await viewLink(database(), token, "invitation", now());
  if (!link) return <LinkOver leave={<Leave />}>Ask the person who invited you for a new one.</LinkOver>;
  return (
    <Door title={`Welcome, ${link.name}`} sub={`${link.practiceName} invites you to Nearer.`}>
      <ActionForm action={accept} submit="Go on" busy="Opening…">
        <input type="hidden" name="token" value={token} />
        <Field
          id="invited-email"
          name=""
          label="You sign in with"
          value={link.email}
          readOnly
          autoComplete="username"
        />
        <NewPassword label="Choose a password" />
      </ActionForm>
    </Door>
  );
}
