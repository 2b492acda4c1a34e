"use client";

import type { ReactNode } from "react";
import { Area, ComposedChart, Line, usePlotArea, XAxis, YAxis } from "recharts";
import { ValueAxis } from "@/components/charts/axes";
import { circle } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import { shapePath } from "@/components/charts/shapes";
import { breaksIn, type Plot, type TimePoint } from "@/components/charts/time-points";
import type { Dimension } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";

type Props = {
  plot: Plot;
  points: readonly TimePoint[];
  /** First and last place on the axis of time, and the ends of the scale with its foot first. */
  time: readonly [number, number];
  values: readonly [number, number];
  ticks: readonly number[];
  /** The colour of lines and marks. */
  hue?: string;
  /** Marks in a dimension’s own shape and a little smaller; else circles. */
  dimension?: Dimension;
  hasWished: boolean;
  /** Tints what lies between now and wished. */
  isFilled?: boolean;
  /** Values between which a difference may be measurement error. */
  band?: readonly [number, number] | null;
  /** The part of time that it speaks of, where that is not all of it. */
  bandOver?: readonly [number, number] | null;
  /** Drawn over it: the labels of time and of the last scores. */
  children?: ReactNode;
};

/** Now and wished over time in one small frame. Whoever places it says in words what it shows. */
export function TimeSeries({ plot, points, time, values, hue = "text-ink", dimension, ...rest }: Props) {
  const { hasWished, isFilled = false, band = null, bandOver = null, ticks, children } = rest;
  const mark = (side: Form) => (place: Place) => <Mark {...place} side={side} hue={hue} dimension={dimension} />;
  const breaks = breaksIn(points);
  const gaps = breaks.map((at): TimePoint => ({ at, now: null, wished: null }));
  const data = [...points, ...gaps]
    .sort((a, b) => a.at - b.at)
    .map((point) => ({
      ...point,
      between: point.now === null || point.wished === null ? null : [point.now, point.wished],
    }));
  const width = dimension ? 2 : 1.5;
  const drawn = { type: "linear", activeDot: false, connectNulls: false, isAnimationActive: false } as const;
  return (
    <ComposedChart
      className="overflow-visible"
      width={plot.width}
      height={plot.height}
      data={data}
      margin={{ left: plot.left, right: plot.width - plot.right, top: plot.top, bottom: plot.height - plot.floor }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="at" type="number" domain={[...time]} hide />
      <YAxis
        type="number"
        domain={[Math.min(...values), Math.max(...values)]}
        reversed={values[0] > values[1]}
        hide
        width={0}
      />
      <Ground plot={plot} time={time} values={values} ticks={ticks} band={band} bandOver={bandOver} breaks={breaks} />
      {isFilled && (
        <Area
          {...drawn}
          className={hue}
          dataKey="between"
          dot={false}
          stroke="none"
          fill="currentColor"
          fillOpacity={0.1}
        />
      )}
      <Line {...drawn} className={hue} dataKey="now" stroke="currentColor" strokeWidth={width} dot={mark("now")} />
      {hasWished && (
        <Line
          {...drawn}
          className={hue}
          dataKey="wished"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray="4 3"
          dot={mark("wished")}
        />
      )}
      <Over>{children}</Over>
    </ComposedChart>
  );
}

type GroundProps = Pick<Props, "plot" | "time" | "values" | "ticks" | "band" | "bandOver"> & {
  breaks: readonly number[];
};

function Ground({ plot, time, values, ticks, band, bandOver, breaks }: GroundProps) {
  if (!usePlotArea()) return null;
  const y = scale(values, [plot.floor, plot.top]);
  const x = scale(time, [plot.left, plot.right]);
  const [from, to] = bandOver ?? time;
  return (
    <g>
      {band ? (
        <path className="fill-sunken" d={`M${x(from)} ${y(band[0])}H${x(to)}V${y(band[1])}H${x(from)}Z`} />
      ) : null}
      <ValueAxis ticks={ticks} at={y} from={plot.left} to={plot.right} labels={plot.left - 6} />
      {breaks.map((at) => (
        <path key={at} className="stroke-ink-3" strokeDasharray="2 3" d={`M${x(at)} ${plot.top - 6}V${plot.floor}`} />
      ))}
    </g>
  );
}

function Over({ children }: { children: ReactNode }) {
  return usePlotArea() ? <g>{children}</g> : null;
}

type Place = { cx?: number; cy?: number; index?: number; value?: unknown };
type MarkProps = Place & { side: Form; hue: string; dimension: Dimension | undefined };

function Mark({ cx, cy, index, value, side, hue, dimension }: MarkProps) {
  if (cx === undefined || cy === undefined || value === null) return null;
  const look = side === "now" ? `mark now ${hue}` : `mark wish ${hue}`;
  if (dimension)
    return <path key={index} className={look} d={shapePath(dimension, cx, cy, side === "now" ? 3.6 : 3.4)} />;
  return <path key={index} className={look} d={circle(cx, cy, side === "now" ? 4 : 3.6)} />;
}
