import { ActionForm } from "@/components/forms/action-form";
import type { AccountActions, SessionLine } from "@/components/identity/account-data";
import { Section } from "@/components/ui/section";

/** Times arrive as words: the page knows the person's zone. */
type Props = {
  sessions: readonly SessionLine[];
  actions: Pick<AccountActions, "endSession" | "endOthers" | "signOut">;
};

export function OwnSessions({ sessions, actions }: Props) {
  return (
    <Section title="Where you are signed in" id="account-sessions">
      <ul className="session-list">
        {sessions.map(({ id, device, since, lastSeen, isThisOne }) => (
          <li key={id}>
            <div>
              <span className="strong">{device}</span>
              {isThisOne ? " (this one)" : null}
              <br />
              <span className="sm sec">
                Signed in: {since}. Last used: {lastSeen}.
              </span>
            </div>
            {isThisOne ? (
              <form action={actions.signOut}>
                <button type="submit" className="btn small">
                  Sign out
                </button>
              </form>
            ) : (
              <ActionForm
                action={actions.endSession}
                submit={
                  <>
                    Sign out<span className="vh"> {device}</span>
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
