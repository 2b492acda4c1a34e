import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { prepare } from "../actions";
import { PartChoices } from "./part-choices";

type Props = { id: string; clientId: string; clientName: string; today: string };

/** What a report is to hold. The words that are typed are kept while somebody writes, and nobody else sees them. */
export function PrepareReport({ id, clientId, clientName, today }: Props) {
  return (
    <Section
      id="prepare"
      title="Prepare a report"
      sub="The next page opens it as it will be signed. Nothing about safety, no note, no message and nothing that was written in an exercise is ever part of it."
    >
      <ActionForm
        action={prepare}
        submit="Prepare"
        busy="Preparing…"
        className="grid gap-5 [&>[data-look]]:justify-self-start"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="clientId" value={clientId} />
        <FormField
          name="title"
          label="What it is called"
          hint="Stands on the report and in lists of it."
          defaultValue="Progress report"
          maxLength={limits.reportTitle}
          required
        />
        <FormChoices
          name="reader"
          legend="Who it is for"
          defaultValue="client"
          choices={[
            { value: "client", label: clientName },
            { value: "referrer", label: "A referrer" },
            { value: "record", label: "The record" },
          ]}
        />
        <FormField
          name="addressee"
          label="The referrer’s name"
          hint="Where it is for a referrer. It may stay empty."
          maxLength={limits.personName}
          autoComplete="off"
        />
        <div className="grid gap-4 grid-cols-2 max-[26rem]:grid-cols-1">
          <FormField name="from" type="date" label="From" hint="Empty: since the beginning." max={today} />
          <FormField
            name="to"
            type="date"
            label="Until"
            hint="This day is part of it."
            defaultValue={today}
            max={today}
          />
        </div>
        <PartChoices />
        <FormTextarea
          name="words"
          label="In your own words"
          hint="They stand before the figures, over your name. They may stay empty."
          rows={8}
          maxLength={limits.reportWords}
        />
        <KeptWords place={notePlace(clientId, "report")} />
      </ActionForm>
    </Section>
  );
}
