"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { ComposedChart, Line, Scatter, XAxis, YAxis, ZIndexLayer } from "recharts";
import type { ConnectionData, ConnectionWeek } from "@/components/charts/connection-data";
import {
  checkSentence,
  type DrawnCheck,
  drawnChecks,
  type Frame,
  frameFor,
  middleOfWeek,
  nearestCheck,
  placeDay,
  placeScore,
} from "@/components/charts/connection-geometry";
import { Ground } from "@/components/charts/connection-layers";
import { OtherMark } from "@/components/charts/other-mark";

type Props = { data: ConnectionData; label: string };

const hint = "Point at the chart, or use the arrow keys, to read a check.";
const noted = " A ring is a check with a note.";

/** The large connection chart. Everything on it is also in the table twin beside it. */
export function ConnectionChart({ data, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [picked, setPicked] = useState<number | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    setWidth(Math.round(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const frame = frameFor(width);
  const checks = drawnChecks(data);
  const check = picked === null ? undefined : checks[picked];
  const last = checks.length - 1;
  return (
    <div className="conn relative [&_.recharts-surface]:overflow-visible has-[[type=range]:focus-visible]:rounded-mark has-[[type=range]:focus-visible]:outline-3 has-[[type=range]:focus-visible]:outline-offset-6 has-[[type=range]:focus-visible]:outline-focus">
      <div
        ref={box}
        className="@max-[560px]:h-75 h-87.5 print:h-auto"
        onPointerMove={(event) => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
          setPicked(nearestCheck(checks, frame, data.weeks, x));
        }}
        onPointerLeave={() => setPicked(null)}
      >
        {width > 0 && (
          <div role="img" aria-label={label}>
            <Drawing data={data} checks={checks} frame={frame} check={check} />
          </div>
        )}
        {last >= 0 && (
          <input
            className="absolute inset-0 w-full h-full opacity-0 pointer-events-none print:hidden"
            type="range"
            min={0}
            max={last}
            step={1}
            value={picked ?? last}
            aria-label="Connection checks, one by one"
            aria-valuetext={checkSentence(checks[picked ?? last] ?? noCheck, data.medians)}
            onChange={(event) => setPicked(Number(event.currentTarget.value))}
            onFocus={() => setPicked((now) => now ?? last)}
            onBlur={() => setPicked(null)}
          />
        )}
      </div>
      <p className="pt-1.5 min-h-6.5 text-ink-2 text-small print:hidden" aria-hidden="true">
        {check
          ? checkSentence(check, data.medians)
          : last >= 0 && `${hint}${checks.some(({ note }) => note) ? noted : ""}`}
      </p>
    </div>
  );
}

const noCheck = { at: 0, score: 1, when: "" };

type DrawingProps = {
  data: ConnectionData;
  checks: readonly DrawnCheck[];
  frame: Frame;
  check: DrawnCheck | undefined;
};

function Drawing({ data, checks, frame, check }: DrawingProps) {
  const weeks = data.medians.map((week) => ({ ...week, at: middleOfWeek(week.week) }));
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={weeks}
      margin={{
        left: frame.left,
        right: frame.width - frame.right,
        top: frame.top,
        bottom: frame.height - frame.floor,
      }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="at" type="number" domain={[0, data.weeks * 7]} allowDataOverflow hide />
      <YAxis type="number" domain={[1, 10]} hide width={0} />
      <Ground data={data} frame={frame} />
      <Scatter data={[...checks]} dataKey="score" shape={CheckDot} isAnimationActive={false} legendType="none" />
      <Line
        dataKey="median"
        stroke="var(--color-ink)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        type="linear"
        dot={WeekDot}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
      {check && (
        <ZIndexLayer zIndex={2000}>
          <circle
            className="fill-none stroke-focus stroke-[2.5]"
            cx={placeDay(frame, data.weeks)(check.at)}
            cy={placeScore(frame)(check.score)}
            r="7"
          />
        </ZIndexLayer>
      )}
    </ComposedChart>
  );
}

type DotProps = { cx?: number | undefined; cy?: number | undefined; payload?: { note?: string; record?: number } };

/** A check with a note has a ring: its words stand below the chart when it is pointed at, and in the table. */
function CheckDot({ cx, cy, payload }: DotProps) {
  return (
    <g>
      {payload?.record === undefined ? (
        <circle className="fill-ink opacity-30 forced-colors:fill-[CanvasText]" cx={cx} cy={cy} r="3" />
      ) : (
        <OtherMark x={cx ?? 0} y={cy ?? 0} />
      )}
      {payload?.note ? <circle className="fill-none stroke-ink-2 stroke-[1.25]" cx={cx} cy={cy} r="5.5" /> : null}
    </g>
  );
}

const weekDot = "forced-colors:fill-[CanvasText]";

/** A week that calls for attention gets a ring and its value in figures, never colour alone. */
function WeekDot({ cx, cy, index, payload }: { cx?: number; cy?: number; index?: number; payload?: ConnectionWeek }) {
  if (cx === undefined || cy === undefined || payload?.median == null) return null;
  if (!payload.signal) return <circle key={index} className={`fill-ink ${weekDot}`} cx={cx} cy={cy} r="4.5" />;
  return (
    <g key={index}>
      <circle className="fill-none stroke-amber-mark stroke-[1.75]" cx={cx} cy={cy} r="9" />
      <circle className={`fill-amber-mark ${weekDot}`} cx={cx} cy={cy} r="4.5" />
      <text
        className="txt mid bold [paint-order:stroke] stroke-paper stroke-3 [stroke-linejoin:round]"
        x={cx}
        y={payload.median < 3 ? cy - 15 : cy + 25}
      >
        {payload.median.toFixed(1)}
      </text>
    </g>
  );
}
