"use client";

import { KeptWords } from "@/components/drafts/kept-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { asButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { AnswerList, Wording } from "@/lib/assessments/wording";
import { wordsFor } from "@/lib/assessments/wording-lines";
import { editorPlace } from "@/lib/drafts/place";
import { saveWording } from "../../actions";
import { type CountedItem, WordingPreview } from "./wording-preview";

type Props = {
  formKey: string;
  wording: Wording;
  statements: number;
  sets: readonly AnswerList[];
  counted: readonly CountedItem[];
  isTwice: boolean;
  /** Present where the wording is somebody else's. */
  licence: { note: string; given: string } | null;
};

/** A paste of what the practice holds. It can be looked at line by line; nothing is kept unless every count fits. */
export function WordingForm({ formKey, wording, statements, sets, counted, isTwice, licence }: Props) {
  const [state, send, isSending] = useFormAction(saveWording);
  const sent = state.values ?? state.shown;
  const typed = (name: string, given: string) => String(sent?.[name] ?? given);
  const labels = [sent?.["labels[]"] ?? []].flat();
  const labelsOf = (set: AnswerList, i: number) => labels[i] ?? wording.labels[set.name] ?? "";
  return (
    <MarkedForm action={send} className="[&>[data-look]]:justify-self-start grid gap-5 max-w-180" noValidate>
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      <input type="hidden" name="key" value={formKey} />
      <Textarea
        key={`statements-${state.status}`}
        id="statements"
        label={`Statements: ${statements} lines`}
        rows={Math.min(24, Math.max(6, statements))}
        defaultValue={typed("statements", wording.statements)}
        error={state.fields?.statements}
        required
      />
      {sets.map((set, i) => (
        <Textarea
          key={`${set.name}-${state.status}`}
          id={`labels-${set.name}`}
          name="labels[]"
          label={`${listName(set)}: ${set.values.length} lines`}
          hint={`For the values ${set.values.join(", ")}, in this order.`}
          rows={Math.min(12, Math.max(3, set.values.length))}
          defaultValue={labelsOf(set, i)}
          error={state.fields?.[`labels.${set.name}`]}
          required
        />
      ))}
      <Field
        key={`stemNow-${state.status}`}
        id="stemNow"
        label={isTwice ? "Words above the first answer" : "Words above the statements"}
        hint="Leave empty if the questionnaire has none."
        defaultValue={typed("stemNow", wording.stems.now)}
      />
      {isTwice ? (
        <Field
          key={`stemWished-${state.status}`}
          id="stemWished"
          label="Words above the second answer"
          defaultValue={typed("stemWished", wording.stems.wished)}
        />
      ) : null}
      {licence ? (
        <Textarea
          key={`licence-${state.status}`}
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
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton look="filled" busy="Saving…">
          Save the wording
        </SubmitButton>
        <button type="submit" name="do" value="look" {...asButton()} aria-busy={isSending || undefined}>
          Look at it line by line
        </button>
      </div>
      {sent ? (
        <WordingPreview
          counted={counted}
          statements={wordsFor(typed("statements", ""), statements)}
          lists={sets.map((set, i) => {
            const lines = wordsFor(labelsOf(set, i), set.values.length);
            return { name: listName(set), pairs: set.values.map((value, at) => ({ value, label: lines[at] })) };
          })}
        />
      ) : null}
    </MarkedForm>
  );
}

function listName({ questions }: AnswerList): string {
  if (questions === null) return "Answers";
  return `Answers to ${/^\d+$/.test(questions) ? "question" : "questions"} ${questions}`;
}
