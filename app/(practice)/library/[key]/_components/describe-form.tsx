import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { measuresChoices } from "@/lib/assessments/closeness";
import type { Instrument } from "@/lib/assessments/instrument";
import { languageChoices } from "@/lib/assessments/languages";
import { editorPlace } from "@/lib/drafts/place";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { describedWords } from "@/lib/instruments/described-words";
import { measuresWords } from "@/lib/instruments/instrument-status";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { limits, numeric } from "@/lib/limits";
import { draftForm } from "../../_components/form-look";
import { saveDescription } from "../actions";

const layouts = [
  { value: "one-at-a-time", label: "One at a time" },
  { value: "one-page", label: "All on one page" },
];
const sides = [
  { value: "no", label: "Once" },
  { value: "yes", label: "Twice: how it is now, and how it is wished" },
];

export function DescribeForm({ formKey, instrument }: { formKey: string; instrument: Instrument }) {
  const choices = measuresChoices(instrument.measures);
  const { stems, forms } = instrument;
  const isTwice = forms.length > 1;
  return (
    <ActionForm action={saveDescription} submit="Save" busy="Saving…" look="outline" className={draftForm}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={revisionOfWords(describedWords(instrument))} />
      <FormField
        name="title"
        label="Title"
        defaultValue={instrument.title}
        maxLength={limits.instrumentTitle}
        required
      />
      <FormField
        name="clientTitle"
        label="Title for clients"
        hint="If it should be another one. It stands on a phone that others may see."
        defaultValue={instrument.clientTitle}
        maxLength={limits.instrumentTitle}
      />
      <FormTextarea
        name="purpose"
        label="What it is for"
        rows={3}
        defaultValue={instrument.purpose}
        maxLength={limits.instrumentPurpose}
        required
      />
      <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
        <FormSelect
          name="locale"
          label="Language of its words"
          options={languageChoices(instrument.locale)}
          defaultValue={instrument.locale}
        />
        <FormField
          name="minutes"
          label="Minutes it takes"
          {...numeric("instrumentMinutes")}
          defaultValue={String(instrument.minutes)}
          required
        />
      </div>
      <FormSelect name="layout" label="Shown to the client" options={layouts} defaultValue={instrument.layout} />
      {whyNotBuildable(instrument) === null ? (
        <FormSelect
          name="twice"
          label="Each statement is answered"
          options={sides}
          defaultValue={isTwice ? "yes" : "no"}
        />
      ) : null}
      <FormTextarea
        name="stemNow"
        label={isTwice ? "Words above the first answer" : "Words above the statements"}
        hint="What the client is asked to do, and about which time. May stay empty."
        rows={2}
        defaultValue={stems.now ?? ""}
        maxLength={limits.instrumentStem}
      />
      {isTwice ? (
        <FormTextarea
          name="stemWished"
          label="Words above the second answer"
          rows={2}
          defaultValue={stems.wished ?? ""}
          maxLength={limits.instrumentStem}
        />
      ) : null}
      {choices.length > 1 && !isTwice ? (
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
