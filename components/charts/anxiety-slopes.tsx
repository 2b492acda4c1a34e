"use client";

import { ValueAxis } from "@/components/charts/axes";
import { Key } from "@/components/charts/dumbbell-table";
import { circle } from "@/components/charts/geometry";
import { nameLines } from "@/components/charts/name-lines";
import { brokenLine, scale } from "@/components/charts/scales";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import { counted } from "@/lib/plural";

export type AnxietySeries = {
  exercise: string;
  /** Each time, before and after, 0 to 10. */
  times: readonly { before: number; after: number }[];
  median: { before: number; after: number };
};

type Props = { label: string; series: readonly AnxietySeries[]; openAsTable?: boolean };

const y = scale([0, 10], [170, 16]);

/** Before is open, after is filled: the one other use of the pair, and the legend says so. */
export function AnxietySlopes({ label, series, openAsTable = false }: Props) {
  const table = {
    caption: label,
    columns: ["Exercise", "Times", "Median before", "Median after"],
    rows: series.map((one) => [one.exercise, one.times.length, one.median.before, one.median.after]),
  };
  return (
    <DataTableAlternative chart="anxiety" table={table} open={openAsTable}>
      <div className="@max-[414px]:hidden">
        <Slopes label={label} series={series.slice(0, 4)} width={414} />
      </div>
      <div className="@max-[414px]:block hidden">
        <Slopes label={label} series={series.slice(0, 2)} width={272} />
        {series.length > 2 && <Slopes label={label} series={series.slice(2, 4)} width={272} />}
      </div>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label="before" side="wish" size={4.5} />
        <Key label="after" side="now" size={4.5} />
        <span className="inline-flex gap-1.5 text-ink-3 items-center">Thin lines are single times.</span>
        {series.length > 4 && (
          <span className="inline-flex gap-1.5 text-ink-3 items-center">The table has all {series.length}.</span>
        )}
      </p>
    </DataTableAlternative>
  );
}

function Slopes({ label, series, width }: { label: string; series: readonly AnxietySeries[]; width: number }) {
  const pitch = (width - 24) / Math.max(width < 400 ? 2 : 3, series.length);
  const half = Math.min(27, pitch * 0.28);
  const names = series.map(({ exercise }) => nameLines(exercise, Math.floor((pitch - 8) / 5.7)));
  const below = 190 + 15 * Math.max(1, ...names.map((lines) => lines.length));
  const height = below + 5;
  return (
    <svg
      className="slope"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <ValueAxis ticks={[0, 5, 10]} at={y} from={24} to={width} labels={18} />
      {series.map((one, index) => {
        const middle = 24 + pitch * (index + 0.5);
        const line = (time: { before: number; after: number }) =>
          brokenLine([
            { x: middle - half, y: y(time.before) },
            { x: middle + half, y: y(time.after) },
          ]);
        return (
          <g key={one.exercise}>
            <path className="each" d={one.times.map(line).join("")} />
            <path className="middle" d={line(one.median)} />
            <path className="mark plain wish" d={circle(middle - half, y(one.median.before), 4.5)} />
            <path className="mark plain now" d={circle(middle + half, y(one.median.after), 4.5)} />
            <text className="txt end bold" x={middle - half - 8} y={y(one.median.before) + 4}>
              {one.median.before}
            </text>
            <text className="txt bold" x={middle + half + 8} y={y(one.median.after) + 4}>
              {one.median.after}
            </text>
            {names[index]?.map((words, line) => (
              <text key={words} className="txt mid" x={middle} y={190 + 15 * line}>
                {words}
              </text>
            ))}
            <text className="txt mid" x={middle} y={below}>
              {counted(one.times.length, "time")}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
