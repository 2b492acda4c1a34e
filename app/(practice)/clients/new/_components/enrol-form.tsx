"use client";

import { useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { SentAgain } from "@/components/forms/sent-again";
import { useFormAction } from "@/components/forms/use-form-action";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { addressChoices, addressQuestion } from "@/lib/clients/address-safety";
import type { FormState } from "@/lib/form-state";
import { countryOfZone } from "@/lib/time/zone-country";
import { Enrolled } from "./enrolled";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Made with the page: the same form sent twice enrols one client. */
  id: string;
  therapists: readonly { id: string; name: string }[];
  zones: readonly string[];
  /** By name, as the server calls them: a browser may call one differently. */
  countries: readonly Option[];
  /** Versions of the protocol that a path can begin on, the newest first. */
  versions: readonly Option[];
  own: { therapistId: string; zone: string; today: string };
};

export function EnrolForm({ action, id, therapists, zones, countries, versions, own }: Props) {
  const [state, send] = useFormAction(action);
  const [zone, setZone] = useState(String(state.values?.zone ?? own.zone));
  if (state.status === "done") return <Enrolled state={state} />;
  const typed = (key: string, fallback = "") => String(state.values?.[key] ?? fallback);
  const error = (key: string) => state.fields?.[key];
  return (
    <MarkedForm
      action={send}
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
      noValidate
    >
      {state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null}
      <SentAgain state={state} />
      <input type="hidden" name="id" value={id} />
      <fieldset>
        <legend>The client</legend>
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Field
            id="name"
            label="Name"
            autoComplete="off"
            defaultValue={typed("name")}
            error={error("name")}
            required
          />
          <Field
            id="pronouns"
            label="Pronouns"
            hint="If you know them"
            autoComplete="off"
            placeholder="she/her"
            defaultValue={typed("pronouns")}
            error={error("pronouns")}
          />
        </div>
        <Field
          id="email"
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="off"
          hint="One that nobody else reads. They sign in with it; letters go there only if that is safe."
          defaultValue={typed("email")}
          error={error("email")}
          required
        />
        <RadioGroup
          name="addressSafety"
          legend={addressQuestion}
          hint="Ask while nobody else listens. Without a yes the invitation is handed over and no letter goes out."
          choices={addressChoices}
          defaultValue={typed("addressSafety", "unknown")}
          error={error("addressSafety")}
          cards
        />
        <Select
          id="zone"
          label="Time zone"
          hint="Days and weeks follow the client’s own clock."
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={typed("zone", own.zone)}
          error={error("zone")}
          onChange={(event) => setZone(event.target.value)}
        />
        <Select
          id="region"
          label="Country for help"
          hint="Emergency and crisis numbers are those of this country. You can change it later on the record."
          options={[{ value: "", label: proposed(zone, countries) }, ...countries]}
          defaultValue={typed("region")}
          error={error("region")}
        />
      </fieldset>
      <fieldset>
        <legend>The protocol</legend>
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Select
            id="therapistId"
            label="Therapist"
            options={therapists.map(({ id: value, name }) => ({ value, label: name }))}
            defaultValue={typed("therapistId", own.therapistId)}
            error={error("therapistId")}
          />
          <Field
            id="startDate"
            label="Start date"
            type="date"
            hint="Week 1 begins on this day."
            defaultValue={typed("startDate", own.today)}
            error={error("startDate")}
            required
          />
        </div>
        {versions.length > 1 ? (
          <Select
            id="versionId"
            label="Protocol"
            hint="The newest stands first. It stays with this client, unless their therapist moves them."
            options={versions}
            defaultValue={typed("versionId", versions[0]?.value)}
            error={error("versionId")}
          />
        ) : null}
      </fieldset>
      <fieldset>
        <legend>The partner, if there is one</legend>
        <p className="mb-1.5 text-small text-ink-2">
          Only a name is kept, for the exercises to read naturally. Nobody is written to, and no portal is made.
        </p>
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Field
            id="partnerName"
            label="Partner’s first name"
            autoComplete="off"
            defaultValue={typed("partnerName")}
            error={error("partnerName")}
          />
        </div>
      </fieldset>
      <SubmitButton look="filled" busy="Enrolling…">
        Enrol client
      </SubmitButton>
    </MarkedForm>
  );
}

/** A proposal and no more: nobody is put down as having said it. */
function proposed(zone: string, countries: readonly Option[]): string {
  const code = countryOfZone(zone);
  const country = countries.find(({ value }) => value === code)?.label;
  return country ? `Not asked yet: ${country}, by the time zone` : "Not asked yet";
}
