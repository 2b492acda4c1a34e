"use client";

import { ValueAxis, WeekAxis } from "@/components/charts/axes";
import { labelledWeeks } from "@/components/charts/connection-geometry";
import { circle, spread } from "@/components/charts/geometry";
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
      <div className="@max-[414px]:hidden">
        <Drawing label={label} first={first} second={second} width={620} />
      </div>
      <div className="@max-[414px]:block hidden">
        <Drawing label={label} first={first} second={second} width={300} />
      </div>
    </DataTableAlternative>
  );
}

function Drawing({ label, first, second, width }: Props & { width: number }) {
  const latest = Math.max(10, ...[first, second].flatMap((line) => line?.weeks.map(({ week }) => week) ?? []));
  const ends = { left: 40, right: width - 76 };
  const x = scale([1, latest], [ends.left, ends.right]);
  const drawn = [
    { line: first, look: "ln" },
    { line: second, look: "ln second" },
  ].flatMap(({ line, look }) => {
    const last = line?.weeks.findLast(({ score }) => score !== null);
    return line && last ? [{ line, look, last: { x: x(last.week), y: y(last.score ?? 1) } }] : [];
  });
  const labels = spread(
    drawn.map(({ last }) => last.y),
    16,
    168,
  );
  return (
    <svg className="pair-lines" width={width} height="200" viewBox={`0 0 ${width} 200`} role="img" aria-label={label}>
      <ValueAxis ticks={[1, 4, 7, 10]} at={y} from={28} to={width - 66} labels={20} />
      <WeekAxis weeks={labelledWeeks(latest, ends)} at={x} y={192} named={20} />
      {drawn.map(({ line, look, last }, index) => {
        const points = line.weeks.map(({ week, score }) => (score === null ? null : { x: x(week), y: y(score) }));
        return (
          <g key={line.name}>
            <path className={look} d={brokenLine(points)} />
            <path className="fill-ink" d={points.map((point) => (point ? circle(point.x, point.y, 3) : "")).join("")} />
            <text className="txt bold" x={last.x + 9} y={(labels[index] ?? last.y) + 4}>
              {line.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
