import { ActionForm } from "@/components/forms/action-form";
import type { AccountActions, SessionLine } from "@/components/identity/account-data";
import { asButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

/** Times arrive as words: the page knows the person's zone. */
type Props = {
  sessions: readonly SessionLine[];
  actions: Pick<AccountActions, "endSession" | "endOthers" | "signOut">;
};

export function OwnSessions({ sessions, actions }: Props) {
  return (
    <Section title="Where you are signed in" id="account-sessions">
      <ul className="[&+form]:mt-4 list-none">
        {sessions.map(({ id, device, since, lastSeen, isThisOne }) => (
          <li
            className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center"
            key={id}
          >
            <div>
              <span className="font-strong text-ink">{device}</span>
              {isThisOne ? " (this one)" : null}
              <br />
              <span className="text-ink-2 text-small">
                Signed in: {since}. Last used: {lastSeen}.
              </span>
            </div>
            {isThisOne ? (
              <form className="print:hidden" action={actions.signOut}>
                <button type="submit" {...asButton({ small: true })}>
                  Sign out
                </button>
              </form>
            ) : (
              <ActionForm
                action={actions.endSession}
                submit={
                  <>
                    Sign out<span className="sr-only"> {device}</span>
                  </>
                }
                busy="Ending…"
                look="outline"
                small
              >
                <input type="hidden" name="sessionId" value={id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={actions.endOthers} submit="Sign out everywhere else" busy="Ending…" look="outline" small />
      ) : null}
    </Section>
  );
}
