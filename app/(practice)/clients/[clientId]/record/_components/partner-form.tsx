import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormChoices } from "@/components/forms/form-words";
import { addressChoices, addressQuestion } from "@/lib/clients/address-safety";
import { invite } from "../partner-actions";
import { ShownInvitation } from "./shown-invitation";

export type Invitee = {
  name: string;
  zone: string;
  today: string;
  zones: readonly string[];
  /** Whom the reader may choose as their therapist. */
  therapists: readonly { id: string; name: string }[];
};

type Props = { clientId: string; invitee: Invitee; fold: string | undefined; isOffered: boolean };

/** Somebody becomes a person of their own: the fields of any client. The form keeps its place, so that its link is shown. */
export function PartnerForm({ clientId, invitee: { name, zone, today, zones, therapists }, fold, isOffered }: Props) {
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
      <div className="grid gap-1.5 text-ink-2 text-small">
        <p>What the partner gets:</p>
        <ul className="grid gap-1 pl-4 list-disc">
          <li>a record and a portal of their own, with a sign-in that nobody else has;</li>
          <li>safety questions of their own, messages with their therapist, “I don’t feel safe” and the numbers;</li>
          <li>
            checks of connection, readings and own steps where they have weeks; checks and what you assign where not;
          </li>
          <li>nothing of the other, and the other nothing of theirs. A link comes later, once both are clear.</li>
        </ul>
        <p>Whoever has a record here already is linked, not invited.</p>
      </div>
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
      {therapists.length > 1 ? (
        <FormSelect
          name="therapistId"
          label="Their therapist"
          hint="One clinician has to reach both before they can be linked: the same therapist, or the owner."
          options={[
            { value: "", label: "The same" },
            ...therapists.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          defaultValue=""
        />
      ) : null}
      <FormChoices
        name="weeks"
        legend="Their weeks"
        cards
        choices={[
          { value: "own", label: "Ten weeks of their own", sub: "With exercises and assessments, at their own pace." },
          {
            value: "none",
            label: "None: they accompany",
            sub: "A portal without a protocol. Nothing is due and nothing is late; weeks can begin later.",
          },
        ]}
      />
      <FormField
        name="startDate"
        label="Start date"
        type="date"
        hint="Their week 1 begins on this day; without weeks, their first safety questions wait from it on."
        defaultValue={today}
        required
      />
    </ActionForm>
  );
}
