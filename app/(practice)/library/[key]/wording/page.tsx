import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { answerLists, wordingOf } from "@/lib/assessments/wording";
import { paths } from "@/lib/paths";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DescribeForm } from "./_components/describe-form";
import { WordingForm } from "./_components/wording-form";

export const metadata: Metadata = { title: "Wording" };

export default async function WordingPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  return (
    <PracticePage session={session} beside="same">
      <Crumb href={paths.instrument(page.key).page}>{shown.title}</Crumb>
      <PageHead title="Wording" sub={`${shown.title}, version ${shown.version}`} />
      {page.draft ? (
        <>
          <Section
            id="words"
            className="mt-6"
            title="Statements and answers"
            sub="One on each line, in the printed order. Numbers in front may stay: they are taken off. Where one has several lines, an empty line stands between all of them."
          >
            <WordingForm
              formKey={page.key}
              wording={wordingOf(shown)}
              statements={shown.items.length}
              sets={answerLists(shown)}
              isTwice={shown.forms.length > 1}
              licence={
                shown.licence.wording === "needed"
                  ? { note: shown.licence.note, given: page.licence?.note ?? "" }
                  : null
              }
            />
          </Section>
          <Section id="about" title="Title and layout">
            <DescribeForm formKey={page.key} instrument={shown} />
          </Section>
        </>
      ) : (
        <Notice tone="plain" title="This version is published and stays as it is">
          Start a new version to change its words.
        </Notice>
      )}
    </PracticePage>
  );
}
