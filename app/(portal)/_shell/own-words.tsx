import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { ClosesWords } from "@/components/portal/closes-words";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import type { OwnWords as InForce } from "@/db/queries/identity/own-words";
import { openWords } from "../portal/account/actions";

type Props = { words: InForce; children: ReactNode };

/** Around words that were sent. Locked, they are not drawn at all: nothing of them reaches the browser. */
export function OwnWords({ words, children }: Props) {
  if (!words.areLocked)
    return (
      <>
        {children}
        {words.closesAfter === null ? null : <ClosesWords after={words.closesAfter} />}
      </>
    );
  return (
    <section className={task}>
      <h2>This opens with your password</h2>
      <p>You chose so under Account. It stays open for five minutes, in this sign-in alone.</p>
      <ActionForm
        action={openWords}
        submit="Open"
        busy="Opening…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <FormPassword name="password" label="Your password" autoComplete="current-password" required />
      </ActionForm>
    </section>
  );
}

/** The same on Today, which asks for nothing: folded, or the way to where the password is asked. */
export function FoldedWords({ words, label, children }: Props & { label: string }) {
  if (words.areLocked)
    return (
      <LinkButton href="/portal/messages" look="quiet" flush>
        Open it with your password, in Messages
      </LinkButton>
    );
  return (
    <details>
      <summary>{label}</summary>
      {children}
      {words.closesAfter === null ? null : <ClosesWords after={words.closesAfter} />}
    </details>
  );
}
