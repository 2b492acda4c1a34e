"use client";

import { RatedOnScreenLazy } from "@/components/charts/drawings-lazy";
import { Key } from "@/components/charts/dumbbell-table";
import { type JudgedWeek, ratedFrame } from "@/components/charts/rated-geometry";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Props = { label: string; name: string; weeks: readonly JudgedWeek[] };

/** The room of the drawing, before it is there. */
const room = { width: ratedFrame.width, aspectRatio: `${ratedFrame.width} / ${ratedFrame.height}` };

/** How it went for the client is open, the rating filled; the third use of the pair, and the legend says so. */
export function RatedWeeks({ label, name, weeks }: Props) {
  const table = {
    caption: label,
    columns: ["Week", name, "Times", "Rating", "Rated"],
    rows: weeks.map(({ week, said, rated }) => [
      week,
      said?.middle ?? "None",
      said?.times ?? 0,
      rated?.middle ?? "None",
      rated?.times ?? 0,
    ]),
  };
  return (
    <DataTableAlternative chart="ratings" table={table}>
      <div className="max-w-full" style={room}>
        <RatedOnScreenLazy label={label} weeks={weeks} />
      </div>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label={`how it went for ${name}`} side="wish" size={4.5} />
        <Key label="rating" side="now" size={4.5} />
        <span className="text-ink-3">The middle of each week.</span>
      </p>
    </DataTableAlternative>
  );
}
