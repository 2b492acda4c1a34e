import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { measuresChoices } from "@/lib/assessments/closeness";
import type { Instrument } from "@/lib/assessments/instrument";
import { editorPlace } from "@/lib/drafts/place";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { describedWords } from "@/lib/instruments/described-words";
import { measuresWords } from "@/lib/instruments/instrument-status";
import { limits, numeric } from "@/lib/limits";
import { saveDescription } from "../../actions";

const layouts = [
  { value: "one-at-a-time", label: "One at a time" },
  { value: "one-page", label: "All on one page" },
];

export function DescribeForm({ formKey, instrument }: { formKey: string; instrument: Instrument }) {
  const choices = measuresChoices(instrument.measures);
  return (
    <ActionForm
      action={saveDescription}
      submit="Save"
      busy="Saving…"
      look="outline"
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
    >
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={revisionOfWords(describedWords(instrument))} />
      <FormField
        name="title"
        label="Title"
        defaultValue={instrument.title}
        maxLength={limits.instrumentTitle}
        required
      />
      <FormTextarea
        name="purpose"
        label="What it is for"
        rows={3}
        defaultValue={instrument.purpose}
        maxLength={limits.instrumentPurpose}
        required
      />
      <FormField
        name="minutes"
        label="Minutes it takes"
        {...numeric("instrumentMinutes")}
        defaultValue={String(instrument.minutes)}
        required
      />
      <FormSelect name="layout" label="Shown to the client" options={layouts} defaultValue={instrument.layout} />
      {choices.length > 1 && instrument.forms.length === 1 ? (
        <FormSelect
          name="measures"
          label="What it measures"
          hint="Scores of closeness are closed until the safety gate is clear. Once said, closeness cannot be unsaid."
          options={choices.map((value) => ({ value, label: measuresWords[value] }))}
          defaultValue={instrument.measures}
        />
      ) : null}
      <KeptWords place={editorPlace("library", formKey)} />
    </ActionForm>
  );
}
