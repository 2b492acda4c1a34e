import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormPassword, FormSelect } from "@/components/forms/form-fields";
import { ShownLink } from "@/components/forms/shown-once";
import { FactorReset } from "@/components/identity/factor-reset";
import { Flag } from "@/components/ui/flag";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { ColleagueRow } from "@/db/queries/identity/colleagues";
import { colleagueStates } from "@/lib/identity/colleague-state";
import { roleWords } from "@/lib/identity/role-words";
import { limits } from "@/lib/limits";
import { counted } from "@/lib/plural";
import { takeFactorAway } from "@/server/auth/factor-reset-action";
import { inviteAgain, newPasswordLink, setAccess, setRole } from "../actions";
import { roleChoices } from "./role-choices";

type Colleague = Omit<ColleagueRow, "letterLostAt"> & { readonly letterLostOn: string | null };

export function ColleagueList({ colleagues }: { colleagues: readonly Colleague[] }) {
  return (
    <Section
      title="Who works here"
      id="who-works-here"
      action={
        <LinkButton href="/settings/hand-over" look="outline" small>
          Who has whom
        </LinkButton>
      }
    >
      <ul className="[&+form]:mt-4 list-none">
        {colleagues.map((colleague) => (
          <li
            className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center"
            key={colleague.accountId}
          >
            <div>
              <span className="font-strong text-ink">{colleague.name}</span>
              {colleague.isYou ? " (you)" : null}
              <br />
              <span className="text-ink-2 text-small">
                {roleWords[colleague.role].name}, {colleague.email}
                {colleague.clients > 0 ? `, ${counted(colleague.clients, "client")}` : null}
              </span>
              <br />
              <span className="text-small">
                {colleagueStates[colleague.state]}
                {colleague.reason ? `: ${colleague.reason}` : null}
              </span>
              {colleague.letterLostOn ? (
                <p className="text-small">
                  <Flag tone="attention">A letter of {colleague.letterLostOn} may not have arrived</Flag>
                  <br />
                  Letters about safety go to this address too. Ask whether it is right.
                </p>
              ) : null}
            </div>
            {colleague.isYou ? null : (
              <Changes
                colleague={colleague}
                others={colleagues
                  .filter(({ accountId, state }) => accountId !== colleague.accountId && state !== "withdrawn")
                  .map(({ accountId: value, name: label }) => ({ value, label }))}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type ChangesProps = { colleague: Colleague; others: readonly { value: string; label: string }[] };

function Changes({ colleague: { accountId, name, role, state, clients }, others }: ChangesProps) {
  const isWithdrawn = state === "withdrawn";
  const isInvited = state === "invited" || state === "invitation-over";
  const id = <input type="hidden" name="accountId" value={accountId} />;
  return (
    <details>
      <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
        Change<span className="sr-only"> {name}</span>
      </summary>
      <div className="grid gap-4">
        {isInvited ? (
          <ActionForm
            action={inviteAgain}
            submit="Make a new link"
            busy="Making a link…"
            look="outline"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
            below={<ShownLink label="Invitation link" />}
          >
            {id}
          </ActionForm>
        ) : null}
        {isInvited || isWithdrawn ? null : (
          <ActionForm
            action={newPasswordLink}
            submit="Make a link for a new password"
            busy="Making a link…"
            look="outline"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
            below={<ShownLink label="Link for a new password" />}
          >
            {id}
            <FormPassword name="password" label="Your password, to make it" autoComplete="current-password" required />
          </ActionForm>
        )}
        {state === "active" ? <FactorReset accountId={accountId} name={name} action={takeFactorAway} /> : null}
        <ActionForm
          action={setRole}
          submit="Save the role"
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          {id}
          <FormSelect name="role" label="Role" defaultValue={role} options={roleChoices} />
        </ActionForm>
        <ActionForm
          action={setAccess}
          submit={isWithdrawn ? "Restore access" : "Withdraw access"}
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          {id}
          <input type="hidden" name="decision" value={isWithdrawn ? "restored" : "withdrawn"} />
          {isWithdrawn || clients === 0 ? null : (
            <FormSelect
              name="successorId"
              label="Who takes over"
              hint={`${counted(clients, "client")}: each of them and whoever takes over is told.`}
              options={[{ value: "", label: "Choose" }, ...others]}
              defaultValue=""
            />
          )}
          <FormField
            name="reason"
            label="Why"
            hint={isWithdrawn ? "The record keeps it." : "The record keeps it. Every sign-in of theirs ends at once."}
            maxLength={limits.accountReason}
            required
          />
        </ActionForm>
      </div>
    </details>
  );
}
