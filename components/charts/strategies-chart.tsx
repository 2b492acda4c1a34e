"use client";

import { ValueAxis, WeekAxis } from "@/components/charts/axes";
import { scale } from "@/components/charts/scales";
import {
  axisTop,
  type StrategyWeek,
  strategyPaths,
  type Texture,
  textures,
} from "@/components/charts/strategies-geometry";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Props = {
  /** Unique on the page; names the hatch. */
  id: string;
  /** The finding in words. */
  label: string;
  /** Up to four, from the bottom of the bar up. */
  names: readonly string[];
  weeks: readonly StrategyWeek[];
  openAsTable?: boolean;
};

/** Times noticed per week, stacked; texture carries the kind, so it holds in black and white. */
export function StrategiesChart({ id, label, names, weeks, openAsTable = false }: Props) {
  const table = {
    caption: label,
    columns: ["Week", ...names, "In all"],
    rows: weeks.flatMap(({ week, counts }) =>
      counts ? [[week, ...counts, counts.reduce((total, count) => total + count, 0)]] : [],
    ),
  };
  return (
    <DataTableAlternative chart="strategies" table={table} open={openAsTable}>
      <div className="@max-[414px]:hidden">
        <Bars id={`${id}-wide`} label={label} weeks={weeks} width={414} />
      </div>
      <div className="@max-[414px]:block hidden">
        <Bars id={`${id}-slim`} label={label} weeks={weeks} width={272} />
      </div>
      <p className="[&_svg]:flex-none grid gap-y-1 gap-x-3 mt-2.5 flex-wrap text-ink-2 text-small grid-cols-[1fr_1fr]">
        {names.map((name, index) => (
          <span className="inline-flex gap-1.5 items-center" key={name}>
            <Swatch texture={textures[index] ?? "hollow"} hatch={`${id}-key`} />
            {name}
          </span>
        ))}
      </p>
    </DataTableAlternative>
  );
}

function Bars({
  id,
  label,
  weeks,
  width,
}: {
  id: string;
  label: string;
  weeks: readonly StrategyWeek[];
  width: number;
}) {
  const plot = { left: 24, width: width - 28, top: 16, floor: 184 };
  const top = axisTop(weeks);
  const paths = strategyPaths(weeks, plot);
  const ticks = [0, 1, 2, 3, 4].map((step) => (top / 4) * step).filter((tick) => Number.isInteger(tick));
  const y = scale([0, top], [plot.floor, plot.top]);
  const every = weeks.length > 12 ? 2 : 1;
  return (
    <svg width={width} height="214" viewBox={`0 0 ${width} 214`} role="img" aria-label={label}>
      <Hatch id={id} />
      <ValueAxis ticks={ticks} at={y} from={plot.left} to={width - 4} labels={18} />
      <WeekAxis
        weeks={weeks.flatMap(({ week }, index) => (index % every === 0 ? [week] : []))}
        at={(week) => plot.left + (plot.width / weeks.length) * (week - 0.5)}
        y={204}
        named={18}
      />
      <path className="solid" d={paths.solid} />
      <path className="tone" d={paths.tone} />
      <path d={paths.hatch} fill={`url(#${id})`} />
      <path className="hollow" d={paths.hollow} />
      {paths.totals.map((total) => (
        <text key={total.x} className="txt mid bold" x={total.x} y={total.y}>
          {total.total}
        </text>
      ))}
    </svg>
  );
}

function Swatch({ texture, hatch }: { texture: Texture; hatch: string }) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      {texture === "hatch" && <Hatch id={hatch} />}
      {texture === "hatch" ? (
        <path d="M0 0h14v14h-14Z" fill={`url(#${hatch})`} />
      ) : (
        <path className={texture} d="M1 1h12v12h-12Z" />
      )}
    </svg>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className="hatch-ground" d="M0 0h5v5h-5Z" />
      <path className="hatch-line" d="M0 0h2.2v5h-2.2Z" />
    </pattern>
  );
}
