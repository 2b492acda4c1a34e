import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { answerStarts } from "@/lib/assessments/build/blank";
import { measuresChoices } from "@/lib/assessments/closeness";
import { languageChoices } from "@/lib/assessments/languages";
import { measuresWords } from "@/lib/instruments/instrument-status";
import { limits, numeric } from "@/lib/limits";
import { authorize } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { draftForm } from "../_components/form-look";
import { begin } from "./actions";

export const metadata: Metadata = { title: "Build an assessment" };

const sides = [
  { value: "no", label: "Once" },
  { value: "yes", label: "Twice: how it is now, and how it is wished" },
];

/** Everything here can be changed afterwards; only what it is called and what it is for have to be said. */
export default async function NewInstrumentPage() {
  const { session } = await loadForStaff(async (scope) => authorize(scope.actor, "assessments.edit-instrument"));
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/library">Library</Crumb>
      <PageHead title="Build an assessment" sub="From nothing. All of it can be changed until it is published." />
      <ActionForm action={begin} submit="Begin the draft" busy="Beginning…" className={draftForm}>
        <FormField name="title" label="Title" maxLength={limits.instrumentTitle} required />
        <FormField
          name="clientTitle"
          label="Title for clients"
          hint="If it should be another one. It stands on a phone that others may see."
          maxLength={limits.instrumentTitle}
        />
        <FormTextarea name="purpose" label="What it is for" rows={2} maxLength={limits.instrumentPurpose} required />
        <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
          <FormSelect name="locale" label="Language" options={languageChoices("en-GB")} defaultValue="en-GB" />
          <FormField name="minutes" label="Minutes it takes" {...numeric("instrumentMinutes")} defaultValue="5" />
        </div>
        <FormSelect
          name="measures"
          label="What it measures"
          hint="Scores of closeness are closed until the safety gate is clear, because closeness can grow under harm."
          options={measuresChoices("undecided").map((value) => ({ value, label: measuresWords[value] }))}
          defaultValue="undecided"
        />
        <FormSelect name="twice" label="Each statement is answered" options={sides} defaultValue="no" />
        <FormTextarea
          name="stem"
          label="Words above the statements"
          hint="What the client is asked to do, and about which time. May stay empty."
          rows={2}
          maxLength={limits.instrumentStem}
        />
        <FormSelect
          name="start"
          label="Answers to begin with"
          hint="For most of its statements. Single ones can have others."
          options={answerStarts}
          defaultValue="agree"
        />
        <FormTextarea
          name="statements"
          label="Statements"
          hint="One on each line, if you have them ready. Otherwise leave it empty and write them one by one, or paste a table."
          rows={8}
        />
      </ActionForm>
    </PracticePage>
  );
}
