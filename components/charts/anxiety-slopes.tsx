"use client";

import { type AnxietySeries, anxietySlopes, anxietyY } from "@/components/charts/anxiety-geometry";
import { ValueAxis } from "@/components/charts/axes";
import { Key } from "@/components/charts/dumbbell-table";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import { counted } from "@/lib/plural";

type Props = { label: string; series: readonly AnxietySeries[]; openAsTable?: boolean };

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
  const { slopes, height } = anxietySlopes(series, width);
  return (
    <svg
      className="slope"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <ValueAxis ticks={[0, 5, 10]} at={anxietyY} from={24} to={width} labels={18} />
      {slopes.map(({ one, each, middle, before, after, figures, names, times }) => (
        <g key={one.exercise}>
          <path className="each" d={each} />
          <path className="middle" d={middle} />
          <path className="mark plain wish" d={before} />
          <path className="mark plain now" d={after} />
          <text className="txt end bold" x={figures.before.x} y={figures.before.y}>
            {one.median.before}
          </text>
          <text className="txt bold" x={figures.after.x} y={figures.after.y}>
            {one.median.after}
          </text>
          {names.map(({ words, x, y }) => (
            <text key={words} className="txt mid" x={x} y={y}>
              {words}
            </text>
          ))}
          <text className="txt mid" x={times.x} y={times.y}>
            {counted(one.times.length, "time")}
          </text>
        </g>
      ))}
    </svg>
  );
}
