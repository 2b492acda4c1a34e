import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormPassword } from "@/components/forms/form-fields";
import { EnterByPasskey } from "@/components/identity/enter-by-passkey";
import { SamplePeople } from "@/components/identity/sample-people";
import { SignedOutHere } from "@/components/identity/signed-out-here";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { passkeyHere } from "@/server/auth/passkey-here";
import { sampleDoor } from "@/server/auth/sample-door";
import { mailIsSet } from "@/server/mail";
import { Door } from "../_shell/door";
import { askPasskey, enterByPasskey, enterSample, signIn } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

const why: Readonly<Record<string, string>> = {
  idle: "You were signed out because nothing happened here for a while. What you had sent is saved.",
  ended: "You were signed out because this sign-in had lasted its full time. What you had sent is saved.",
  revoked: "This sign-in was ended. If that was not you, choose a new password.",
  left: "You are signed out.",
  address: "Your new address is confirmed. Sign in with it.",
  password: "Your new password is set. Sign in with it.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ why?: string | string[] }> }) {
  const { why: reason } = await searchParams;
  const sentence = typeof reason === "string" && Object.hasOwn(why, reason) ? why[reason] : undefined;
  const sample = await sampleDoor();
  const passkeyHost = await passkeyHere();
  return (
    <Door title="Sign in">
      {reason === "left" ? <SignedOutHere /> : null}
      {sentence ? <Notice tone="plain" title={sentence} /> : null}
      <ActionForm action={signIn} submit="Sign in" busy="Signing in…">
        <FormField name="email" label="E-mail" type="email" autoComplete="username" required />
        <FormPassword
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          beside={
            <Link href="/forgotten-password" prefetch={false}>
              Forgotten it?
            </Link>
          }
        />
      </ActionForm>
      {passkeyHost ? <EnterByPasskey host={passkeyHost} ask={askPasskey} enter={enterByPasskey} /> : null}
      <p className="text-ink-2 text-small">Invited? Open the link in the invitation; it works for 7 days.</p>
      {mailIsSet() ? (
        <LinkButton href="/sign-in/link" look="quiet" flush>
          Send me a link
        </LinkButton>
      ) : null}
      <LinkButton href="/sign-in/with-a-code" look="quiet" flush>
        I was given a code
      </LinkButton>
      <SamplePeople {...sample} action={enterSample} />
    </Door>
  );
}
