import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { countable } from "@/lib/assessments/scale-plan";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";
import { paths } from "@/lib/paths";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { ScalesForm } from "./_components/scales-form";

export const metadata: Metadata = { title: "Scales" };

export default async function ScalesPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  const [first] = shown.scales;
  const why = page.draft ? whyNotPlanScales(shown) : "It is published. Start a new version to lay them out anew.";
  return (
    <PracticePage session={session} beside="same">
      <Crumb href={paths.instrument(page.key).page}>{shown.title}</Crumb>
      <PageHead title="Scales" sub="Which questions are counted together, and how. Up to six scales." />
      {why === null ? (
        <ScalesForm
          formKey={page.key}
          items={countable(shown).map(({ id, text, reversed }) => ({
            id,
            text: text ?? `Question ${id}`,
            reversed,
            place: shown.scales.findIndex((scale) => scale.items.includes(id)),
          }))}
          titles={shown.scales.map(({ title }) => title)}
          method={first?.method === "mean" ? "mean" : "sum"}
          direction={first?.direction ?? shown.direction}
        />
      ) : (
        <Notice tone="plain" title="The scales of this version stay as they are">
          {why}
        </Notice>
      )}
    </PracticePage>
  );
}
