"use client";

import type { CSSProperties } from "react";
import {
  type AnxietySeries,
  anxietySlopes,
  heardAnxiety,
  mostDrawn,
  type SentAnxiety,
} from "@/components/charts/anxiety-geometry";
import { AnxietyOnScreenLazy } from "@/components/charts/drawings-lazy";
import { Key } from "@/components/charts/dumbbell-table";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Props = { label: string; series: readonly SentAnxiety[]; openAsTable?: boolean };

/** The room that the drawing will take, so that nothing moves when it is there. */
const drawnHeight = (series: readonly AnxietySeries[]) =>
  ({ "--drawn": `${anxietySlopes(series.slice(0, mostDrawn), 414).height}px` }) as CSSProperties;

/** Before is open, after is filled: the one other use of the pair, and the legend says so. */
export function AnxietySlopes({ label, series: sent, openAsTable = false }: Props) {
  const series = heardAnxiety(sent);
  const table = {
    caption: label,
    columns: ["Exercise", "Times", "Median before", "Median after"],
    rows: series.map((one) => [one.exercise, one.times.length, one.median.before, one.median.after]),
  };
  return (
    <DataTableAlternative chart="anxiety" table={table} open={openAsTable}>
      <div
        className={`min-h-(--drawn) ${series.length > 2 ? "@max-[414px]:min-h-[calc(2*var(--drawn))]" : ""}`}
        style={drawnHeight(series)}
      >
        <AnxietyOnScreenLazy label={label} series={series} />
      </div>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label="before" side="wish" size={4.5} />
        <Key label="after" side="now" size={4.5} />
        <span className="inline-flex gap-1.5 text-ink-3 items-center">Thin lines are single times.</span>
        {series.length > mostDrawn && (
          <span className="inline-flex gap-1.5 text-ink-3 items-center">The table has all {series.length}.</span>
        )}
      </p>
    </DataTableAlternative>
  );
}
