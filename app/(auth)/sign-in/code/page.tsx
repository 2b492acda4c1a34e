import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { CodeField } from "@/components/forms/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { readChallenge } from "@/server/auth/challenge-cookie";
import { Door } from "../../_shell/door";
import { sendCode } from "./actions";

export const metadata: Metadata = { title: "Your code" };

export default async function CodePage() {
  if (!(await readChallenge())) redirect("/sign-in");
  return (
    <Door title="Your code" sub="The second step: a code from your authenticator app.">
      <ActionForm action={sendCode} submit="Go on" busy="Checking…">
        <CodeField label="Code" hint="Six digits. A recovery code works too, once each." />
      </ActionForm>
      <LinkButton href="/sign-in" look="quiet" flush>
        Back to the password
      </LinkButton>
    </Door>
  );
}
