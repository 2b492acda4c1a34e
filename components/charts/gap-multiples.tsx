"use client";

import type { Route } from "next";
import { WeekAxis } from "@/components/charts/axes";
import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import type { GapSeries } from "@/components/charts/gap-series";
import { gapTable, NEW_LINE } from "@/components/charts/gap-table";
import { spread } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import { TimeSeriesLazy } from "@/components/charts/time-series-lazy";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Props = {
  caption: string;
  /** In the fixed order; each series has one point per assessment. */
  series: readonly GapSeries[];
  /** Where the table stands when it is a long one. */
  tableAt: Route;
  openAsTable?: boolean;
};

const plot = { width: 166, height: 132, left: 26, right: 140, top: 10, floor: 110 };
const ends = [0, 96] as const;
const y = scale(ends, [plot.floor, plot.top]);

/** Gap over time: five small charts on one scale, with one table twin for all. */
export function GapMultiples({ caption, series, tableAt, openAsTable = false }: Props) {
  const weeks = Math.max(10, ...series.flatMap(({ points }) => points.map(({ week }) => week)));
  return (
    <DataTableAlternative chart="gaps" table={gapTable(caption, series)} longAt={tableAt} open={openAsTable}>
      <div className="grid gap-y-4 gap-x-2.75 grid-cols-[repeat(auto-fit,minmax(166px,1fr))]">
        {series.map((one, index) => (
          <figure className="print:break-inside-avoid" key={one.dimension}>
            <figcaption className="flex gap-1.5 mb-1.5 items-center text-small font-semibold">
              <DimensionLabel dimension={one.dimension} />
            </figcaption>
            <Multiple series={one} weeks={weeks} first={index === 0} />
          </figure>
        ))}
      </div>
    </DataTableAlternative>
  );
}

type MultipleProps = { series: GapSeries; weeks: number; first: boolean };

function Multiple({ series: { dimension, points }, weeks, first }: MultipleProps) {
  const last = points.at(-1);
  const [nowY = 0, wishedY = 0] = spread([y(last?.now ?? 0), y(last?.wished ?? 0)], 14, plot.floor);
  const week = scale([0, weeks], [plot.left, plot.right]);
  const sentence = `${dimensionLook[dimension].label}: ${points
    .map(
      (point) =>
        `${point.isBreak ? `${NEW_LINE}: ` : ""}week ${point.week}${point.form === "brief" ? ", brief," : ""} now ${said(point.now)}, wished ${said(point.wished)}`,
    )
    .join("; ")}`;
  return (
    <div role="img" aria-label={sentence} className="h-33">
      <TimeSeriesLazy
        plot={plot}
        points={points.map(({ week: at, now, wished, isBreak = false }) => ({ at, now, wished, isBreak }))}
        time={[0, weeks]}
        values={ends}
        ticks={[0, 48, 96]}
        hue={dimensionLook[dimension].hue}
        dimension={dimension}
        hasWished
        isFilled
      >
        <WeekAxis weeks={[0, Math.round(weeks / 2), weeks]} at={week} y={128} named={first ? 20 : undefined} />
        {last && (
          <>
            <text className="txt bold" x={week(last.week) + 10} y={nowY + 4}>
              {last.now}
            </text>
            <text className="txt" x={week(last.week) + 10} y={wishedY + 4}>
              {last.wished}
            </text>
          </>
        )}
      </TimeSeriesLazy>
    </div>
  );
}

const said = (score: number | null) => score ?? "without a score";
