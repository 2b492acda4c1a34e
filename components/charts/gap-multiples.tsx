"use client";

import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { areaBetween, brokenLine, type Point, scale, spread } from "@/components/charts/geometry";
import { shapePath } from "@/components/charts/shapes";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { Dimension } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";
import type { Points } from "@/lib/assessments/score-set";

/** In whole points. A side is null where it has no score: the line breaks there. */
export type GapSeries = { dimension: Dimension; points: readonly (Points & { week: number })[] };

type Props = {
  caption: string;
  /** In the fixed order; each series has one point per assessment. */
  series: readonly GapSeries[];
  openAsTable?: boolean;
};

const y = scale([0, 96], [110, 10]);

/** Gap over time: five small charts on one scale, with one table twin for all. */
export function GapMultiples({ caption, series, openAsTable = false }: Props) {
  const table = {
    caption,
    columns: ["Dimension", "Week", "Now", "Wished", "Gap"],
    rows: series.flatMap(({ dimension, points }) =>
      points.map((point) => [
        dimensionLook[dimension].label,
        point.week,
        scoreWords(point.now),
        scoreWords(point.wished),
        point.gap ?? "No gap",
      ]),
    ),
  };
  const weeks = Math.max(10, ...series.flatMap(({ points }) => points.map(({ week }) => week)));
  return (
    <DataTableAlternative chart="gaps" table={table} open={openAsTable}>
      <div className="multiples">
        {series.map((one, index) => (
          <figure key={one.dimension}>
            <figcaption>
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
  const x = scale([0, weeks], [26, 140]);
  const line = (side: Form) =>
    points.map((point) => {
      const score = point[side];
      return score === null ? null : { x: x(point.week), y: y(score) };
    });
  const now = line("now");
  const wished = line("wished");
  const last = points.at(-1);
  const [nowY = 0, wishedY = 0] = spread([y(last?.now ?? 0), y(last?.wished ?? 0)], 14, 110);
  const marks = (at: readonly (Point | null)[], radius: number) =>
    at.map((point) => (point ? shapePath(dimension, point.x, point.y, radius) : "")).join("");
  const sentence = `${dimensionLook[dimension].label}: ${points
    .map((point) => `week ${point.week} now ${said(point.now)}, wished ${said(point.wished)}`)
    .join("; ")}`;
  return (
    <svg className="multiple" width="166" height="132" viewBox="0 0 166 132" role="img" aria-label={sentence}>
      <path className="gridline" d={`M26 ${y(0)}H140M26 ${y(48)}H140M26 ${y(96)}H140`} />
      {[0, 48, 96].map((tick) => (
        <text key={tick} className="txt end" x="20" y={y(tick) + 4}>
          {tick}
        </text>
      ))}
      {[0, Math.round(weeks / 2), weeks].map((week) => (
        <text key={week} className="txt mid" x={x(week)} y="128">
          {week}
        </text>
      ))}
      {first && (
        <text className="txt end" x="20" y="128">
          Wk
        </text>
      )}
      <g className={dimensionLook[dimension].hue}>
        <path className="fill" d={areaBetween(wished, now)} />
        <path className="ln" d={brokenLine(now)} />
        <path className="ln wished" d={brokenLine(wished)} />
        <path className="mark wish" d={marks(wished, 3.4)} />
        <path className="mark now" d={marks(now, 3.6)} />
      </g>
      {last && (
        <>
          <text className="txt bold" x={x(last.week) + 10} y={nowY + 4}>
            {last.now}
          </text>
          <text className="txt" x={x(last.week) + 10} y={wishedY + 4}>
            {last.wished}
          </text>
        </>
      )}
    </svg>
  );
}

const scoreWords = (score: number | null) => score ?? "No score";
const said = (score: number | null) => score ?? "without a score";
