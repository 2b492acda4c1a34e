import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { setWords } from "@/lib/assessments/build/answers";
import { questionWords } from "@/lib/assessments/build/places";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { notADraft } from "../_components/not-a-draft";
import { PasteForm } from "./_components/paste-form";

export const metadata: Metadata = { title: "Paste a table" };

/** Statements out of a spreadsheet or a text. Nothing is taken before it was looked at. */
export default async function PastePage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  const { items, optionSets, scales } = shown;
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="build" />
      {notADraft(page, true) ?? (
        <Section
          id="paste"
          className="mt-6"
          title="Paste a table"
          sub="One statement on each line: a list, or rows copied out of a spreadsheet."
        >
          <PasteForm
            formKey={page.key}
            known={{ items, optionSets, scales }}
            sets={Object.entries(optionSets).map(([value, options]) => ({ value, label: setWords(options) }))}
            places={items.map(({ id }) => ({ value: id, label: `After ${questionWords(shown, id)}` }))}
          />
        </Section>
      )}
    </PracticePage>
  );
}
