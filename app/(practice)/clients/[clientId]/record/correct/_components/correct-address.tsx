import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox, FormChoices, FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { OpenAddressChange } from "@/db/queries/clients/corrections";
import { addressChoices, addressQuestion } from "@/lib/clients/address-safety";
import { limits } from "@/lib/limits";
import { correctEmail, dropEmail } from "../actions";
import { NewLink } from "./new-link";

type Props = {
  clientId: string;
  firstName: string;
  email: string;
  hasAccepted: boolean;
  open: OpenAddressChange | null;
  moment: (at: Date) => string;
};

export function CorrectAddress({ clientId, firstName, email, hasAccepted, open, moment }: Props) {
  return (
    <Section id="email" title="E-mail">
      <div className="grid gap-4">
        <p className="wrap-anywhere">{email}</p>
        {open ? (
          <div className="grid gap-2.5">
            <p className="wrap-anywhere">
              <span className="font-strong text-ink">{open.email}</span> waits to be confirmed. Asked by {open.by},{" "}
              {moment(open.askedAt)}; the link works until {moment(open.endsAt)}.
            </p>
            <ActionForm action={dropEmail} submit="Take it back" busy="Taking it back…" look="outline" small>
              <input type="hidden" name="clientId" value={clientId} />
            </ActionForm>
          </div>
        ) : null}
        <ActionForm
          action={correctEmail}
          submit={hasAccepted ? "Ask for the new address" : "Change the address"}
          busy="Changing…"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
          below={<NewLink />}
        >
          <input type="hidden" name="clientId" value={clientId} />
          <p className="text-ink-2">
            {hasAccepted
              ? `${firstName} goes on signing in with the address above until they open a link and confirm the new one with their password.`
              : `${firstName} has not come yet, so it changes at once. The link that went to the address above stops working, and a new one is made.`}
          </p>
          <FormField
            name="email"
            label="New e-mail"
            type="email"
            inputMode="email"
            autoComplete="off"
            hint="One that nobody else reads."
            required
          />
          <FormChoices
            name="addressSafety"
            legend={addressQuestion}
            hint="Ask while nobody else listens. Without a yes you hand the link over, and no letter goes out."
            choices={addressChoices}
            defaultValue="unknown"
            cards
          />
          {hasAccepted ? (
            <FormCheckbox
              name="oldUnsafe"
              label={`The old address is not safe: somebody else reads it. Nothing is written there. Otherwise it is told that it is used no longer, and not of the new one.`}
            />
          ) : null}
          <FormTextarea name="reason" label="Why it changes" rows={2} maxLength={limits.accountReason} required />
        </ActionForm>
      </div>
    </Section>
  );
}
