import type { Metadata } from "next";
import { LineBreaks } from "@/components/assessments/line-breaks";
import { gapCaption, gapTable } from "@/components/charts/gap-table";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { SortableTable } from "@/components/ui/sortable-table";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { goalsOf } from "@/db/queries/goals/goals";
import { atOnce } from "@/lib/at-once";
import { formatDay } from "@/lib/format";
import { goalLines, goalsByDimension } from "@/lib/goals/goal-lines";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { dimensionsView } from "../dimensions-view";

export const metadata: Metadata = { title: "Gap over time, as a table" };

/** The numbers of every assessment along the path: long after a year, so they stand by themselves, on paper too. */
export default async function GapsPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { overview, goals } = await atOnce({ overview: getClientOverview(scope, id), goals: goalsOf(scope, id) });
    return { ...overview, goals };
  });
  const dimensions = dimensionsView(data.sittings, data.estimates, data.saysGain, (date) => formatDay(date, today));
  return (
    <ClientPage session={session} header={data.header} standing={standing} today={today} current={null}>
      <Section id="gaps" title="Gap over time" sub={`${gapCaption}. Scale 0 to 96.`}>
        {dimensions ? (
          <>
            <LineBreaks sentences={dimensions.breaks} />
            <SortableTable table={gapTable(gapCaption, dimensions.series, goalsByDimension(goalLines(data.goals)))} />
          </>
        ) : (
          <Empty title="No assessment yet">The numbers stand here when the first assessment is sent.</Empty>
        )}
      </Section>
    </ClientPage>
  );
}
