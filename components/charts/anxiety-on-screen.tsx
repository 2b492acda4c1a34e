"use client";

import { type AnxietySeries, anxietySlopes, anxietyY, mostDrawn } from "@/components/charts/anxiety-geometry";
import { ValueAxis } from "@/components/charts/axes";
import { counted } from "@/lib/plural";

const single = "fill-none stroke-ink-3 opacity-45";

/** All beside one another where there is room, and two by two where there is not. */
export function AnxietyOnScreen({ label, series }: { label: string; series: readonly AnxietySeries[] }) {
  return (
    <>
      <div className="@max-[414px]:hidden">
        <Slopes label={label} series={series.slice(0, mostDrawn)} width={414} />
      </div>
      <div className="@max-[414px]:block hidden">
        <Slopes label={label} series={series.slice(0, 2)} width={272} />
        {series.length > 2 && <Slopes label={label} series={series.slice(2, mostDrawn)} width={272} />}
      </div>
    </>
  );
}

function Slopes({ label, series, width }: { label: string; series: readonly AnxietySeries[]; width: number }) {
  const { slopes, height } = anxietySlopes(series, width);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <ValueAxis ticks={[0, 5, 10]} at={anxietyY} from={24} to={width} labels={18} />
      {slopes.map(({ one, each, middle, before, after, figures, names, times }) => (
        <g key={one.exercise}>
          <path className={single} d={each} />
          <path className="fill-none stroke-ink stroke-2" d={middle} />
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
