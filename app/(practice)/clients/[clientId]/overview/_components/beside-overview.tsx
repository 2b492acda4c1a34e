import { LineBreaks } from "@/components/assessments/line-breaks";
import { ConnectionFigure } from "@/components/charts/connection-figure";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { GapMultiples } from "@/components/charts/gap-multiples";
import { sentGaps } from "@/components/charts/gap-series";
import { gapCaption } from "@/components/charts/gap-table";
import { Columns } from "@/components/shell/columns";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { ClientOverview } from "@/db/queries/clients/client-overview";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { PathToday } from "@/lib/protocol/path-today";
import { rememberChartChoice } from "@/server/chart-action";
import { Waits } from "../../../../_shell/waits";
import { connectionView } from "../connection-view";
import type { DimensionsView } from "../dimensions-view";

type Props = {
  data: ClientOverview & { tables: readonly string[]; now: Date };
  standing: PathToday | null;
  dimensions: DimensionsView | null;
  today: string;
};

/** The overview while somebody is in the room: pictures that are the same whatever safety holds, and no words of it. */
export function BesideOverview({ data, standing, dimensions, today }: Props) {
  const { data: drawn } = connectionView({ ...data, saysGain: false }, standing, today, data.now, () => [], {
    ...{ line: null, day: (date) => date },
  });
  const plain = {
    ...drawn,
    checks: drawn.checks.map(({ note: _note, ...check }) => check),
    medians: drawn.medians.map(({ signal: _signal, ...week }) => week),
  };
  const choices = { tables: data.tables, remember: rememberChartChoice };
  return (
    <Columns
      sideLabel="Safety"
      side={
        <Section id="safety" title="Safety">
          <Waits what="Safety" />
        </Section>
      }
      main={
        <div className="print:block">
          <Section id="connection" title="Connection" sub={"How connected do you feel right now? 1\u00a0to\u00a010."}>
            <ChartChoices {...choices}>
              <ConnectionFigure
                data={plain}
                sentence="Each check, and the middle of each week."
                whenEmpty="The first one appears here as soon as it is saved."
              />
            </ChartChoices>
          </Section>
          <Section
            id="dimensions"
            title="Five dimensions, now and wished"
            sub={dimensions ? `${formatLongDay(dimensions.date, today)}. Scale 0 to 96.` : undefined}
          >
            {dimensions ? (
              <DumbbellTable
                caption="Now and wished, widest gap first"
                rows={dimensions.rows}
                reliableFrom={dimensions.reliableFrom}
                since={dimensions.since}
                baselineLabel={
                  dimensions.baselineDate
                    ? `${dimensions.since}, ${formatLongDay(dimensions.baselineDate, today)}`
                    : null
                }
              />
            ) : (
              <Empty title="No assessment yet">The five dimensions appear here when the first one is sent.</Empty>
            )}
          </Section>
          {dimensions && data.sittings.length > 1 ? (
            <Section id="gap" title="Gap over time" sub="Solid: now. Dashed: wished.">
              <LineBreaks sentences={dimensions.breaks} />
              <ChartChoices {...choices}>
                <GapMultiples
                  caption={gapCaption}
                  series={sentGaps(dimensions.series)}
                  tableAt={paths.client(data.header.id).gaps}
                />
              </ChartChoices>
            </Section>
          ) : null}
        </div>
      }
    />
  );
}
