import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { Notice } from "@/components/ui/notice";
import { clientTitle } from "@/lib/assessments/client-title";
import { questionsOf } from "@/lib/assessments/questions";
import { tellsAtOnce } from "@/lib/assessments/told-at-once";
import { stemsShown } from "@/lib/exercises/said-beside";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { paths } from "@/lib/paths";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { Preview } from "./_components/preview";

export const metadata: Metadata = { title: "Preview" };

type Props = { params: KeyParams; searchParams: Promise<{ draft?: string }> };

export default async function PreviewPage({ params, searchParams }: Props) {
  const prefer = (await searchParams).draft === undefined ? "current" : "draft";
  const { data, session } = await loadInstrument(params, { prefer });
  const { page, shown } = data;
  const why = whyNotAssignable(shown);
  const back = paths.instrument(page.key).page;
  return (
    <PracticePage session={session} beside="same">
      <Crumb href={back}>{shown.title}</Crumb>
      <Notice tone={why ? "attention" : "plain"} title="A preview: nothing that you choose here is kept">
        {why ?? "This is what a client sees, on a page of its own."}
      </Notice>
      <Preview
        back={back}
        title={clientTitle(shown)}
        forms={shown.forms}
        stems={stemsShown(shown)}
        locale={shown.locale}
        layout={shown.layout}
        questions={questionsOf(shown)}
        tellsAtOnce={tellsAtOnce(shown)}
      />
    </PracticePage>
  );
}
