"use client";

import { FluidValueAxis, WeekAxis } from "@/components/charts/axes";
import { round } from "@/components/charts/geometry";
import { Hatch } from "@/components/charts/hatch";
import { scale } from "@/components/charts/scales";
import { axisTop, type StrategyWeek, strategyPaths, textureLook } from "@/components/charts/strategies-geometry";

const plot = { left: 0, width: 386, top: 16, floor: 184 };
const share = (x: number) => `${round((x / plot.width) * 100)}%`;

/** As wide as its column, up to the width that it is drawn at: bars may be slimmer, and words keep their size. */
export function StrategiesBars({ id, label, weeks }: { id: string; label: string; weeks: readonly StrategyWeek[] }) {
  const top = axisTop(weeks);
  const paths = strategyPaths(weeks, plot);
  const ticks = [0, 1, 2, 3, 4].map((step) => (top / 4) * step).filter((tick) => Number.isInteger(tick));
  const y = scale([0, top], [plot.floor, plot.top]);
  const every = weeks.length > 12 ? 2 : 1;
  return (
    <div className="max-w-103.5 pr-1 pl-6">
      <svg width="100%" height="214" role="img" aria-label={label}>
        <Hatch id={id} />
        <FluidValueAxis ticks={ticks} at={y} />
        <WeekAxis
          weeks={weeks.flatMap(({ week }, index) => (index % every === 0 ? [week] : []))}
          at={(week) => share((plot.width / weeks.length) * (week - 0.5))}
          y={204}
          named={-6}
        />
        <svg width="100%" height="214" viewBox={`0 0 ${plot.width} 214`} preserveAspectRatio="none" aria-hidden="true">
          <path className={textureLook.solid} d={paths.solid} />
          <path className={textureLook.tone} d={paths.tone} />
          <path d={paths.hatch} fill={`url(#${id})`} />
          <path className={textureLook.hollow} vectorEffect="non-scaling-stroke" d={paths.hollow} />
        </svg>
        {paths.totals.map((total) => (
          <text key={total.x} className="txt mid bold" x={share(total.x)} y={total.y}>
            {total.total}
          </text>
        ))}
      </svg>
    </div>
  );
}
