import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { EnterByPasskey } from "@/components/identity/enter-by-passkey";
import { Button } from "@/components/ui/button";
import { lookAtLocked } from "@/db/queries/identity/pre-auth";
import { relyingParty } from "@/server/auth/relying-party";
import { hashToken, readSessionToken } from "@/server/auth/session-cookie";
import { signOutAction } from "@/server/auth/sign-out-action";
import { readWay } from "@/server/auth/way-cookie";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { Door } from "../_shell/door";
import { askPasskey, open, openByPasskey } from "./actions";

export const metadata: Metadata = { title: "Locked" };

/** All that a locked sign-in is shown, whatever it asks for. Where nothing is locked it leads on. */
export default async function LockedPage() {
  const token = await readSessionToken();
  const locked = token ? await lookAtLocked(database(), hashToken(token), now()) : null;
  if (!locked) redirect(((await readWay()) ?? "/") as Route);
  return (
    <Door title="Nearer is locked">
      <p>
        Nothing happened here for a while, {locked.actor.name}. What you wrote is kept. Open it, and you are where you
        were.
      </p>
      <ActionForm action={open} submit="Open" busy="Opening…">
        <FormPassword
          name="proof"
          label="Your password, or a code from your app"
          hint="After five tries that do not fit, you sign in from the start."
          autoComplete="current-password"
          required
        />
      </ActionForm>
      <EnterByPasskey
        host={relyingParty()?.id ?? ""}
        ask={askPasskey}
        enter={openByPasskey}
        submit="Open with a passkey"
      />
      <form action={signOutAction}>
        <Button look="quiet" type="submit">
          Sign out instead
        </Button>
      </form>
    </Door>
  );
}
