import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { answerLists, wordingOf } from "@/lib/assessments/wording";
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
          sub="One on each line, in the printed order, or rows copied out of a spreadsheet. Numbers in front may stay: they are taken off. With an empty line between any two, each may have several lines."
        >
          <WordingForm
            formKey={page.key}
            wording={wordingOf(shown)}
            statements={shown.items.length}
            sets={answerLists(shown)}
            counted={shown.items.map(({ id, reversed }) => ({
              id,
              reversed,
              scales: shown.scales.flatMap(({ title, items }) => (items.includes(id) ? title : [])),
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
