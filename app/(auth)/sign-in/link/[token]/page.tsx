import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkOver } from "@/components/identity/link-over";
import { viewLink } from "@/db/queries/identity/link";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { Leave } from "../../../../_shell/leave";
import { Door } from "../../../_shell/door";
import { enter } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

/** Opening the address does nothing: mail programs open it too, to look what is behind it. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await viewLink(database(), token, "sign_in", now());
  if (!link) return <LinkOver leave={<Leave />}>Ask for a new link on the sign-in page.</LinkOver>;
  return (
    <Door title="Sign in" sub={`As ${link.email}. The link works once.`}>
      <ActionForm action={enter} submit="Sign in" busy="Signing in…">
        <input type="hidden" name="token" value={token} />
      </ActionForm>
    </Door>
  );
}
