import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { wordingOf } from "@/lib/assessments/wording";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { WordingForm } from "./_components/wording-form";

export const metadata: Metadata = { title: "Wording" };

export default async function WordingPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab={whyNotBuildable(shown) === null ? "build" : "wording"} />
      {page.draft ? (
        <Section
          id="words"
          className="mt-6"
          title="Statements and answers"
          sub="One on each line, in the printed order. Numbers in front may stay: they are taken off."
        >
          <WordingForm
            formKey={page.key}
            wording={wordingOf(shown)}
            statements={shown.items.length}
            sets={Object.entries(shown.optionSets).map(([name, options]) => ({
              name,
              values: options.map((option) => option.value),
            }))}
            isTwice={shown.forms.length > 1}
            licence={
              shown.licence.wording === "needed" ? { note: shown.licence.note, given: page.licence?.note ?? "" } : null
            }
          />
        </Section>
      ) : (
        <Notice tone="plain" title="This version is published and stays as it is">
          Start a new version to change its words.
        </Notice>
      )}
    </PracticePage>
  );
}
