"use client";

import type { Route } from "next";
import { WeekAxis } from "@/components/charts/axes";
import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import {
  gapEnds,
  gapPlot,
  gapTicks,
  gapWeekTicks,
  gapY,
  lastFigures,
  placeWeek,
  weeksOf,
} from "@/components/charts/gap-geometry";
import { type GapSeries, heardGaps, type SentGaps } from "@/components/charts/gap-series";
import { gapTable, NEW_LINE } from "@/components/charts/gap-table";
import { lineDashes } from "@/components/charts/line-dashes";
import { TimeSeriesLazy } from "@/components/charts/time-series-lazy";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { DimensionGoals } from "@/lib/goals/goal-lines";

type Props = {
  caption: string;
  /** In the fixed order; each series has one point per assessment. */
  series: readonly SentGaps[];
  /** Where the table stands when it is a long one. */
  tableAt: Route;
  /** Lines that were agreed on. */
  goals?: DimensionGoals;
  openAsTable?: boolean;
};

/** Gap over time: five small charts on one scale, with one table twin for all. */
export function GapMultiples({ caption, series: sent, tableAt, goals = {}, openAsTable = false }: Props) {
  const series = heardGaps(sent);
  const weeks = weeksOf(series);
  return (
    <DataTableAlternative chart="gaps" table={gapTable(caption, series, goals)} longAt={tableAt} open={openAsTable}>
      <div className="grid gap-y-4 gap-x-2.75 grid-cols-[repeat(auto-fit,minmax(166px,1fr))]">
        {series.map((one, index) => (
          <figure className="print:break-inside-avoid" key={one.dimension}>
            <figcaption className="flex gap-1.5 mb-1.5 items-center text-small font-semibold">
              <DimensionLabel dimension={one.dimension} />
            </figcaption>
            <Multiple series={one} weeks={weeks} first={index === 0} goal={goals[one.dimension]} />
          </figure>
        ))}
      </div>
    </DataTableAlternative>
  );
}

type MultipleProps = { series: GapSeries; weeks: number; first: boolean; goal: number | undefined };

function Multiple({ series: { dimension, points }, weeks, first, goal }: MultipleProps) {
  const last = points.at(-1);
  const [nowY = 0, wishedY = 0] = lastFigures(last);
  const week = placeWeek(weeks);
  const sentence = `${dimensionLook[dimension].label}: ${points
    .map(
      (point) =>
        `${point.isBreak ? `${NEW_LINE}: ` : ""}week ${point.week}${point.form === "brief" ? ", brief," : ""} now ${said(point.now)}, wished ${said(point.wished)}`,
    )
    .join("; ")}${goal === undefined ? "" : `; goal line at ${goal}`}`;
  return (
    <div role="img" aria-label={sentence} className="h-33">
      <TimeSeriesLazy
        plot={gapPlot}
        points={points.map(({ week: at, now, wished, isBreak = false }) => ({ at, now, wished, isBreak }))}
        time={[0, weeks]}
        values={gapEnds}
        ticks={gapTicks}
        hue={dimensionLook[dimension].hue}
        dimension={dimension}
        hasWished
        isFilled
      >
        <WeekAxis weeks={gapWeekTicks(weeks)} at={week} y={128} named={first ? 20 : undefined} />
        {goal === undefined ? null : (
          <path
            className="goal"
            strokeDasharray={lineDashes.goal}
            d={`M${gapPlot.left} ${gapY(goal)}H${gapPlot.right}`}
          />
        )}
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
