"use client";

import { StrategiesBarsLazy } from "@/components/charts/drawings-lazy";
import { Hatch } from "@/components/charts/hatch";
import { type StrategyWeek, type Texture, textureLook, textures } from "@/components/charts/strategies-geometry";
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
      <div className="h-53.5">
        <StrategiesBarsLazy id={id} label={label} weeks={weeks} />
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

function Swatch({ texture, hatch }: { texture: Texture; hatch: string }) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      {texture === "hatch" && <Hatch id={hatch} />}
      {texture === "hatch" ? (
        <path d="M0 0h14v14h-14Z" fill={`url(#${hatch})`} />
      ) : (
        <path className={textureLook[texture]} d="M1 1h12v12h-12Z" />
      )}
    </svg>
  );
}
