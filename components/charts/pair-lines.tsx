"use client";

import { FluidValueAxis, WeekAxis } from "@/components/charts/axes";
import { labelledWeeks } from "@/components/charts/connection-geometry";
import { spread } from "@/components/charts/geometry";
import { brokenLine, scale } from "@/components/charts/scales";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Week = { week: number; score: number | null };
export type PairLine = { name: string; weeks: readonly Week[] };

type Props = {
  /** One sentence that says what is drawn. */
  label: string;
  first: PairLine | null;
  second: PairLine | null;
};

const y = scale([1, 10], [168, 12]);

/** The middle of each finished week of two people on one full scale: the first solid, the second dashed, both named. */
export function PairLines({ label, first, second }: Props) {
  const lines = [first, second].flatMap((line) => (line ? [line] : []));
  const weeks = [...new Set(lines.flatMap((line) => line.weeks.map(({ week }) => week)))].sort((a, b) => a - b);
  const scoreIn = (line: PairLine, week: number) =>
    line.weeks.find((one) => one.week === week)?.score?.toFixed(1) ?? "Too few days";
  return (
    <DataTableAlternative
      table={{
        caption: label,
        columns: ["Week", ...lines.map(({ name }) => name)],
        rows: weeks.map((week) => [week, ...lines.map((line) => scoreIn(line, week))]),
      }}
    >
      <Drawing label={label} first={first} second={second} />
    </DataTableAlternative>
  );
}

const height = 200;
const drawnIn = "fill-none stroke-ink [vector-effect:non-scaling-stroke]";
const stretched = `${drawnIn} stroke-[1.75] [stroke-linejoin:round]`;
const dots = `${drawnIn} stroke-6 [stroke-linecap:round]`;
/** Between two labels of weeks on the slimmest phone. */
const slim = { left: 0, right: 230 };

/** As wide as its column: the lines are stretched to it, and strokes, dots and words keep their size. */
function Drawing({ label, first, second }: Props) {
  const latest = Math.max(10, ...[first, second].flatMap((line) => line?.weeks.map(({ week }) => week) ?? []));
  const x = scale([1, latest], [2, 98]);
  const drawn = [
    { line: first, dashes: undefined },
    { line: second, dashes: "5 4" },
  ].flatMap(({ line, dashes }) => {
    const last = line?.weeks.findLast(({ score }) => score !== null);
    return line && last ? [{ line, dashes, last: { x: x(last.week), y: y(last.score ?? 1) } }] : [];
  });
  const labels = spread(
    drawn.map(({ last }) => last.y),
    16,
    168,
  );
  return (
    <div className="pr-16 pl-7">
      <svg width="100%" height={height} role="img" aria-label={label}>
        <FluidValueAxis ticks={[1, 4, 7, 10]} at={y} />
        <WeekAxis weeks={labelledWeeks(latest, slim)} at={(week) => `${x(week)}%`} y={192} named={-6} />
        <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {drawn.map(({ line, dashes }) => {
            const points = line.weeks.map(({ week, score }) => (score === null ? null : { x: x(week), y: y(score) }));
            return (
              <g key={line.name}>
                <path className={stretched} strokeDasharray={dashes} d={brokenLine(points)} />
                <path className={dots} d={points.map((point) => (point ? `M${point.x} ${point.y}h0` : "")).join("")} />
              </g>
            );
          })}
        </svg>
        {drawn.map(({ line, last }, index) => (
          <svg key={line.name} x={`${last.x}%`} width="1" height="1" overflow="visible" aria-hidden="true">
            <text className="txt bold" x="9" y={(labels[index] ?? last.y) + 4}>
              {line.name}
            </text>
          </svg>
        ))}
      </svg>
    </div>
  );
}
