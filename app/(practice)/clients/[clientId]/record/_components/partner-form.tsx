import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormChoices } from "@/components/forms/form-words";
import { addressChoices, addressQuestion } from "@/lib/clients/address-safety";
import { invite } from "../partner-actions";
import { ShownInvitation } from "./shown-invitation";

export type Invitee = { name: string; zone: string; today: string; zones: readonly string[] };

type Props = { clientId: string; invitee: Invitee; fold: string | undefined; isOffered: boolean };

/** Somebody becomes a person of their own: the fields of any client. The form keeps its place, so that its link is shown. */
export function PartnerForm({ clientId, invitee: { name, zone, today, zones }, fold, isOffered }: Props) {
  return (
    <ActionForm
      action={invite}
      submit="Invite the partner"
      busy="Inviting…"
      look="outline"
      className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      fold={fold}
      whenDone={<ShownInvitation />}
      instead={isOffered ? undefined : ""}
    >
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
      <p className="text-ink-2 text-small">
        They get a portal of their own and become a client of the same therapist, with questions of their own. Neither
        of the two sees anything of the other. Whoever has a record here already is linked, not invited.
      </p>
      <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
        <FormField name="name" label="Partner’s name" autoComplete="off" defaultValue={name} required />
        <FormField name="pronouns" label="Pronouns" hint="If you know them" autoComplete="off" placeholder="he/him" />
      </div>
      <FormField
        name="email"
        label="Partner’s e-mail"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint="One that nobody else reads. They sign in with it; a letter goes there only if that is safe."
        required
      />
      <FormChoices
        name="addressSafety"
        legend={addressQuestion}
        hint="Asked of the partner, while nobody else listens. Without a yes you hand the invitation over in person."
        choices={addressChoices}
        defaultValue="unknown"
        cards
      />
      <FormSelect
        name="zone"
        label="Partner’s time zone"
        options={zones.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
        defaultValue={zone}
      />
      <FormField
        name="startDate"
        label="Start date"
        type="date"
        hint="Their week 1 begins on this day."
        defaultValue={today}
        required
      />
    </ActionForm>
  );
}
