"use client";

import { ValueAxis } from "@/components/charts/axes";
import { Key } from "@/components/charts/dumbbell-table";
import { isNumbered, type JudgedWeek, ratedFrame, ratedPaths, ratedY } from "@/components/charts/rated-geometry";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Props = { label: string; name: string; weeks: readonly JudgedWeek[] };

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
  const { width, height } = ratedFrame;
  const { lines, said, rated, at } = ratedPaths(weeks);
  return (
    <DataTableAlternative chart="ratings" table={table}>
      <svg
        className="slope h-auto max-w-full"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        <ValueAxis ticks={[0, 2, 4]} at={ratedY} from={ratedFrame.left} to={width} labels={16} />
        {weeks.map(({ week }) => (
          <text key={week} className="txt mid" x={at(week)} y="150">
            {isNumbered(week, weeks.length) ? week : ""}
          </text>
        ))}
        <path className="each" d={lines} />
        <path className="mark plain wish" d={said} />
        <path className="mark plain now" d={rated} />
      </svg>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label={`how it went for ${name}`} side="wish" size={4.5} />
        <Key label="rating" side="now" size={4.5} />
        <span className="text-ink-3">The middle of each week.</span>
      </p>
    </DataTableAlternative>
  );
}
