"use client";

import { scale } from "@/components/charts/scales";
import { endsOfTime } from "@/components/charts/time-points";
import { TimeSeriesLazy } from "@/components/charts/time-series-lazy";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { TrendPoint } from "@/lib/assessments/result-trends";

type Props = {
  title: string;
  range: { min: number; max: number };
  direction: "higher" | "lower" | "neither";
  points: readonly TrendPoint[];
  /** Half the width of the band around the first score in which a difference may be measurement error. */
  threshold: number | null;
  /** Where that figure comes from. */
  kind: "published" | "estimated" | "assumed" | null;
};

const plot = { width: 420, height: 146, left: 34, right: 372, top: 14, floor: 118 };

/** One scale over all responses by their dates, so that a long pause looks long; on its full range with better upwards. The band is what measurement error alone could do. */
export function ScoreTrend({ title, range, direction, points, threshold, kind }: Props) {
  const values = direction === "lower" ? ([range.max, range.min] as const) : ([range.min, range.max] as const);
  const placed = points.map((point) => ({ ...point, at: Date.parse(`${point.date}T00:00:00Z`) / dayLong }));
  const first = points.find((point) => point.isCompared && point.now !== null)?.now ?? null;
  const compared = placed.filter(({ isCompared }) => isCompared);
  const hasBreaks = points.some(({ isBreak }) => isBreak);
  const last = points.findLast((point) => point.now !== null);
  const hasWished = points.some((point) => point.wished !== null);
  const band = first === null || threshold === null ? null : ([first - threshold, first + threshold] as const);
  const words = (value: number | null) => (value === null ? "no score" : String(round(value)));
  const sentence = `${title}: ${points.map((point) => `${point.isBreak ? `${NEW_LINE}: ` : ""}${point.label} ${words(point.now)}`).join("; ")}`;
  return (
    <DataTableAlternative
      chart="trend"
      table={{
        caption: title,
        columns: ["Date", ...(hasWished ? ["Now", "Wished"] : ["Score"]), ...(hasBreaks ? ["Line"] : [])],
        rows: points.map((point) => [
          { text: point.label, sort: point.date },
          words(point.now),
          ...(hasWished ? [words(point.wished)] : []),
          ...(hasBreaks ? [point.isBreak ? NEW_LINE : ""] : []),
        ]),
      }}
    >
      <div role="img" aria-label={sentence} className="h-36.5 max-w-full overflow-x-auto">
        <TimeSeriesLazy
          plot={plot}
          points={placed}
          time={endsOfTime(placed.map(({ at }) => at))}
          values={values}
          ticks={[range.min, (range.min + range.max) / 2, range.max]}
          hasWished={hasWished}
          band={band}
          bandOver={hasBreaks ? ([compared[0]?.at ?? 0, compared.at(-1)?.at ?? 0] as const) : null}
        >
          {points.length > 0 && (
            <text className="txt" x={plot.left} y="140">
              {points[0]?.label}
            </text>
          )}
          {points.length > 1 && (
            <text className="txt end" x={plot.right} y="140">
              {points.at(-1)?.label}
            </text>
          )}
          {last?.now == null ? null : (
            <text className="txt bold" x={plot.right + 10} y={scale(values, [plot.floor, plot.top])(last.now) + 4}>
              {round(last.now)}
            </text>
          )}
        </TimeSeriesLazy>
      </div>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        {direction === "lower" ? (
          <span className="inline-flex gap-1.5 items-center">Lower scores stand higher: up is better.</span>
        ) : null}
        {band ? (
          <span className="inline-flex gap-1.5 items-center">
            Shaded: within measurement error of the first score{hasBreaks ? " on this line" : ""} ({kind}).
          </span>
        ) : null}
        {hasWished ? <span className="inline-flex gap-1.5 items-center">Solid: now. Dashed: wished.</span> : null}
      </p>
    </DataTableAlternative>
  );
}

const NEW_LINE = "Asked otherwise from here on, not compared";
const dayLong = 24 * 60 * 60 * 1_000;
const round = (value: number) => Math.round(value * 10) / 10;
