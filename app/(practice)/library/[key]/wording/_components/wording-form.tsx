"use client";

import { KeptWords } from "@/components/drafts/kept-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Wording } from "@/lib/assessments/wording";
import { editorPlace } from "@/lib/drafts/place";
import { saveWording } from "../../actions";

type Props = {
  formKey: string;
  wording: Wording;
  statements: number;
  sets: readonly { name: string; values: readonly number[] }[];
  isTwice: boolean;
  /** Present where the wording is somebody else's. */
  licence: { note: string; given: string } | null;
};

/** A paste of what the practice holds. Nothing is kept unless every count fits. */
export function WordingForm({ formKey, wording, statements, sets, isTwice, licence }: Props) {
  const [state, send] = useFormAction(saveWording);
  const typed = (name: string, given: string) => String(state.values?.[name] ?? given);
  const labels = [state.values?.["labels[]"] ?? []].flat();
  return (
    <MarkedForm
      action={send}
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
      noValidate
    >
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      <input type="hidden" name="key" value={formKey} />
      <Textarea
        id="statements"
        label={`Statements: ${statements} lines`}
        rows={Math.min(24, Math.max(6, statements))}
        defaultValue={typed("statements", wording.statements)}
        error={state.fields?.statements}
        required
      />
      {sets.map((set, i) => (
        <Textarea
          key={set.name}
          id={`labels-${set.name}`}
          name="labels[]"
          label={`Answers: ${set.values.length} lines`}
          hint={`For the values ${set.values.join(", ")}, in this order.`}
          rows={Math.min(12, Math.max(3, set.values.length))}
          defaultValue={labels[i] ?? wording.labels[set.name] ?? ""}
          error={state.fields?.[`labels.${set.name}`]}
          required
        />
      ))}
      <Field
        id="stemNow"
        label={isTwice ? "Words above the first answer" : "Words above the statements"}
        hint="Leave empty if the questionnaire has none."
        defaultValue={typed("stemNow", wording.stems.now)}
      />
      {isTwice ? (
        <Field
          id="stemWished"
          label="Words above the second answer"
          defaultValue={typed("stemWished", wording.stems.wished)}
        />
      ) : null}
      {licence ? (
        <Textarea
          id="licenceNote"
          label="What allows your practice to use this wording"
          hint={`${licence.note} Write from whom you have it and since when. It is kept with your name and today’s date.`}
          rows={3}
          defaultValue={typed("licenceNote", licence.given)}
          error={state.fields?.licenceNote}
          required
        />
      ) : null}
      <KeptWords place={editorPlace("library", `${formKey}.wording`)} state={state} />
      <SubmitButton look="filled" busy="Saving…">
        Save the wording
      </SubmitButton>
    </MarkedForm>
  );
}
